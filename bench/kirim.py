"""Apply and verify over HTTP to the built-in e-Kinerja: `python -m bench.kirim [--guru N] [--drt PYTHON]`.

`--drt` names the Python of an environment with drt-core: it sends the same rows to the same endpoint, and reads nothing
back. The figures stand in HASIL.md.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import tempfile
import time
from pathlib import Path

from psycopg.conninfo import conninfo_to_dict, make_conninfo

from bench.anak import TAHUN
from bench.hasil import Ukuran, tabel
from bench.panggung import jalankan
from selaras.config.migrations import migrate
from selaras.connectors.ekinerja_builtin import Access, target_over_http
from selaras.connectors.ekinerja_builtin.wire import operation_of
from selaras.connectors.target import Answer, Target, Write
from selaras.database import connect, open_database, stop
from selaras.ekinerja.services import token_buat
from selaras.ekinerja.simulator.running import running
from selaras.jobs import carrying, plan, rehearsal, transfer
from selaras.jobs.folder import Folder, run
from selaras.latihan.district import buat
from selaras.organisasi.selectors import instansi_get
from selaras.organisasi.services import instansi_set

BATAS, LAJU = 1500.0, 800.0  # records a second; operations a second of the budget that is tried
ASAL, SALINAN, ANGGARAN = "bench_kirim", "bench_kirim_drt", "bench_kirim_laju"


class Penyadap:
    """A target that notes every write that passes."""

    def __init__(self, target: Target, catatan: list[dict[str, object]]) -> None:
        self._target, self._catatan = target, catatan

    def __getattr__(self, nama: str) -> object:
        return getattr(self._target, nama)

    def send(self, writes: list[Write]) -> list[Answer]:
        self._catatan.extend(map(operation_of, writes))
        return self._target.send(writes)


def siapkan(dsn: str, guru: int) -> int:
    """Load a district, mend and approve everything, seal the plan; give its number."""
    with connect(dsn) as connection:
        folder = Folder(connection, instansi_get(connection))
        rehearsal.load(folder, buat(max(14, guru // 20), guru, TAHUN, 1, bawaan=True), rehearsal.Watch())
        instansi_set(connection, instansi=folder.need().id, wajib_setuju=False, ambang_turun=guru)
        connection.commit()
        folder.reload()
        with run(folder, "bench") as number:
            carrying.observe(folder, tahun=TAHUN, run=number, shrink=False, watch=carrying.Watch())
            made = plan.seal(folder, tahun=TAHUN, run=number)
    if made is None:
        raise RuntimeError("nothing to send")
    return made.id


def kirim(dsn: str, nomor: int, pekerja: int) -> tuple[int, float, float, list[dict[str, object]]]:
    """Send and read back; give operations, seconds until read back, seconds with the derivation, and the rows."""
    catatan: list[dict[str, object]] = []
    with connect(dsn) as connection, running(dsn) as api:
        folder = Folder(connection, instansi_get(connection))
        token = token_buat(connection, instansi=folder.need().id)
        connection.commit()
        access = Access(api.direct, token, 30.0)
        selesai: list[float] = []
        asli = transfer.process
        transfer.process = lambda *a, **k: selesai.append(time.perf_counter()) or asli(*a, **k)
        with run(folder, "bench") as number:
            mulai = time.perf_counter()
            done = transfer.kirim(
                folder,
                plan=nomor,
                run=number,
                workers=pekerja,
                opener=lambda: Penyadap(target_over_http(access), catatan),  # type: ignore[return-value]  # a wrapper
            )
            akhir = time.perf_counter()
        transfer.process = asli
    if done.berhenti or not done.ditutup or done.verified.cocok != done.n:
        raise RuntimeError(f"not all of it arrived: {done}")
    return done.n, selesai[0] - mulai, akhir - mulai, catatan


def anggaran(dsn: str, nomor: int, pekerja: int) -> float:
    """Send under a rate budget; give the share of it that the target saw between its first and its last call."""
    with connect(dsn) as connection:
        folder = Folder(connection, instansi_get(connection))
        instansi_set(connection, instansi=folder.need().id, laju={"operasi_per_detik": LAJU})
        connection.commit()
    kirim(dsn, nomor, pekerja)
    with connect(dsn) as connection:
        row = connection.execute(
            "SELECT sum(n), extract(epoch FROM max(waktu) - min(waktu))::float8, (array_agg(n ORDER BY waktu DESC))[1] "
            "FROM (SELECT waktu, count(*) AS n FROM ek_log WHERE kunci IS NOT NULL GROUP BY waktu) x"
        ).fetchone()
    if not row:
        raise RuntimeError("the target saw nothing")
    return float(row[0] - row[2]) / row[1] / LAJU


def drt(dsn: str, python: Path, rows: list[dict[str, object]]) -> float:
    """Let drt send the same rows to the same endpoint of a copy of the database."""
    with connect(dsn) as connection, running(dsn) as api, tempfile.TemporaryDirectory() as folder:
        row = connection.execute("SELECT id FROM instansi").fetchone()
        token = token_buat(connection, instansi=row[0] if row else 0)
        connection.commit()
        berkas = Path(folder) / "rows.json"
        berkas.write_text(json.dumps({"url": f"{api.direct}/api/ekinerja/v1/tulis", "token": token, "rows": rows}))
        skrip = Path(__file__).with_name("drt_kirim.py")
        selesai = subprocess.run([str(python), str(skrip), str(berkas)], capture_output=True, text=True, check=True)
        stored = connection.execute("SELECT count(*) FROM ek_log WHERE hasil = 'diterima'").fetchone()
        if not stored or stored[0] != len(rows):
            raise RuntimeError(f"drt: {stored} of {len(rows)} arrived: {selesai.stdout}")
        return float(selesai.stdout.split()[-1])


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--guru", type=int, default=6000)
    parser.add_argument("--pekerja", type=int, default=2)
    parser.add_argument("--drt", type=Path)
    pilihan = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as nama:
        Path(nama).chmod(0o755)  # as root, the server runs as another user
        server = open_database(Path(nama) / "data")
        try:
            print(tabel(_ukur(server, pilihan.guru, pilihan.pekerja, pilihan.drt)))
        finally:
            stop(Path(nama) / "data")


def _ukur(server: str, guru: int, pekerja: int, python: Path | None) -> list[Ukuran]:
    dsn, salinan = (make_conninfo(server, dbname=nama) for nama in (ASAL, SALINAN))
    jalankan(server, "CREATE DATABASE {}", ASAL)
    migrate(dsn)
    nomor = siapkan(dsn, guru)
    from django.db import connections

    connections.close_all()
    for nama in (SALINAN, ANGGARAN):
        jalankan(server, "CREATE DATABASE {} TEMPLATE {}", nama, str(conninfo_to_dict(dsn)["dbname"]))
    n, detik, dengan, rows = kirim(dsn, nomor, pekerja)
    lines = [
        Ukuran("kirim + baca ulang", n / detik, "/detik", BATAS, paling_banyak=False, detik=detik, baris=n),
        Ukuran("... dan keadaan seluruh daerah", n / dengan, "/detik", detik=dengan, baris=n),
    ]
    bagian = anggaran(make_conninfo(server, dbname=ANGGARAN), nomor, pekerja)
    lines.append(
        Ukuran(f"anggaran {LAJU:.0f}/detik yang terpakai (tidak boleh lewat 1)", bagian, "", 0.95, paling_banyak=False)
    )
    if python:
        lama = drt(salinan, python, rows)
        lines.append(Ukuran("drt, baris yang sama, tanpa baca ulang", n / lama, "/detik", detik=lama, baris=n))
    return lines


if __name__ == "__main__":
    main()

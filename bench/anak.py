"""One import in a process of its own, so that its memory can be told: `python -m bench.anak DSN FILE...`."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import resource
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from bench import pencatat
from selaras.database import connect
from selaras.intake import reading
from selaras.jobs.folder import Folder, run
from selaras.jobs.importing import Wish, impor
from selaras.organisasi.selectors import instansi_get

TAHUN, PER = 2024, dt.date(2025, 1, 6)


@dataclass(frozen=True, slots=True)
class Impor:
    """What one import cost. `basis_data` leaves out the reading of the known hashes, `kenal`."""

    detik: float
    baris: int
    memori: float  # MB, peak of the larger of the two Python processes
    basis_data: float
    kenal: float
    status: list[str]
    rinci: list[str]


def jalan(dsn: str, paths: list[Path], *, berurutan: bool = False) -> Impor:
    """Start the process and wait for its figures."""
    perintah = [sys.executable, "-m", "bench.anak", dsn, *map(str, paths), *(["--berurutan"] if berurutan else [])]
    selesai = subprocess.run(perintah, capture_output=True, text=True, check=False)
    if selesai.returncode:
        raise RuntimeError(selesai.stderr[-2000:])
    return Impor(**json.loads(selesai.stdout.splitlines()[-1]))


def ukur(dsn: str, paths: list[Path]) -> Impor:
    """Import as the product does, and measure."""
    with connect(dsn) as connection:
        connection.cursor_factory = pencatat.Pencatat
        folder = Folder(connection, instansi_get(connection))
        connection.commit()
        with run(folder, "bench") as nomor:
            mulai = time.perf_counter()
            outcome = impor(folder, paths, Wish(TAHUN, nomor), lambda nama, berkas, baris: None)
            detik = time.perf_counter() - mulai
    if outcome.gagal:
        raise RuntimeError(str(outcome.gagal[0]))
    kenal = pencatat.jumlah("COPY (SELECT")
    return Impor(
        detik=detik,
        baris=sum(item.counts.read for item in outcome.imported),
        memori=max(_puncak(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024),
        basis_data=pencatat.jumlah() - kenal,
        kenal=kenal,
        status=[item.status for item in outcome.imported],
        rinci=pencatat.terlama(40),
    )


def _puncak() -> float:
    """Return the peak of this program in MB; what getrusage says includes the process that started it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def main() -> None:
    """Measure and print one line of JSON."""
    parser = argparse.ArgumentParser()
    parser.add_argument("dsn")
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--berurutan", action="store_true")
    pilihan = parser.parse_args()
    if pilihan.berurutan:
        reading.LARGE, reading.ahead = sys.maxsize, lambda made: made
    print(json.dumps(asdict(ukur(pilihan.dsn, pilihan.paths))))


if __name__ == "__main__":
    main()

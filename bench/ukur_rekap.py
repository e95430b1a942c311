"""The rekap of everything and of one school, and everything about one teacher, in a warm process."""

from __future__ import annotations

import time
from collections.abc import Callable

from bench.anak import PER, TAHUN
from bench.hasil import Ukuran, tengah
from bench.panggung import Panggung
from selaras.database import connect
from selaras.ledger.balance import balance
from selaras.monitoring import history, selectors
from selaras.organisasi.selectors import instansi_get

REKAP, SEKOLAH, ORANG = 500.0, 10.0, 300.0  # milliseconds
KALI = 7


def jalan(p: Panggung) -> None:
    """Run one repetition on the database that `ukur_tahap` left."""
    with connect(p.dsn) as connection:
        found = instansi_get(connection)
        row = connection.execute(
            "SELECT sekolah_id, orang_id FROM entry WHERE sekolah_id IS NOT NULL AND keadaan = 4 ORDER BY id LIMIT 1"
        ).fetchone()
        if found is None or row is None:
            raise RuntimeError("the stages have left no entry")
        instansi, (sekolah, orang) = found, row

        def riwayat() -> None:
            history.history(connection, orang=orang, instansi=instansi.id)
            selectors.kendala_list(connection, instansi=instansi, tahun=TAHUN, per=PER, orang=orang)

        _hangat(p, "rekap", lambda: balance(connection, instansi=instansi.id, tahun=TAHUN))
        _hangat(p, "rekap sekolah", lambda: balance(connection, instansi=instansi.id, tahun=TAHUN, sekolah=sekolah))
        _hangat(p, "satu guru", riwayat)


def nilai(p: Panggung) -> list[Ukuran]:
    """Give the lines of the table."""
    return [
        _baris(p, "rekap seluruhnya", "rekap", REKAP),
        _baris(p, "rekap satu sekolah", "rekap sekolah", SEKOLAH),
        _baris(p, "satu guru: riwayat dan kendala", "satu guru", ORANG),
    ]


def _hangat(p: Panggung, nama: str, kerja: Callable[[], object]) -> None:
    waktu = []
    for _ in range(KALI):
        mulai = time.perf_counter()
        kerja()
        waktu.append(time.perf_counter() - mulai)
    p.catat(nama, tengah(waktu))


def _baris(p: Panggung, nama: str, kunci: str, batas: float) -> Ukuran:
    detik = tengah(p.detik[kunci])
    return Ukuran(nama, detik * 1000, "ms", batas, detik=detik)

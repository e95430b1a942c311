"""What has changed since a cursor.

Numbers are taken under the lock of the instansi, so a page never skips a row that is still being committed, and a row
comes again only when it has changed again.
"""

from __future__ import annotations

from dataclasses import dataclass

from selaras.galat import DataError
from selaras.kinerja import predikat, rating
from selaras.pmm.kosakata import INDIKATOR, STATUS, STATUS_NILAI
from selaras.pmm.queries import Connection, Row, rows

TERBANYAK = 5000
JENIS = ("pegawai", "skp", "rhk", "kegiatan", "penilaian")
_NAMA = {
    "indikator": list(INDIKATOR.values()),
    "status": list(STATUS.values()),
    "nilai": list(STATUS_NILAI.values()),
    "rating": list(rating.NAMA.values()),
    "predikat": list(predikat.NAMA.values()),
}


@dataclass(frozen=True, slots=True)
class Halaman:
    """One page of changes: `kursor` is where the next one begins; `masih` says whether there is one already."""

    baris: list[Row]
    kursor: int
    masih: bool


def perubahan(
    connection: Connection, *, instansi: int, setelah: int = 0, tahun: int | None = None, batas: int = 1000
) -> Halaman:
    """Return at most `batas` rows that changed after the cursor, oldest change first; one query.

    Each: {urut, jenis, id, ditarik, isi}; `isi` has the columns of the interchange format. ditarik: taken back, to be
    dropped by the reader. tahun: only that year (accounts always). Raises `DataError` for a cursor from elsewhere.
    """
    if not 1 <= batas <= TERBANYAK:
        raise DataError(f"Satu halaman memuat 1 sampai {TERBANYAK} baris.")
    if setelah:
        _kenali(connection, setelah)
    params = {"instansi": instansi, "setelah": setelah, "tahun": tahun, "batas": batas + 1, **_NAMA}
    found = rows(connection, "sql_baca", "perubahan", params)
    page = found[:batas]
    return Halaman(page, page[-1]["urut"] if page else setelah, len(found) > batas)


def _kenali(connection: Connection, setelah: int) -> None:
    """Refuse a cursor that this database never gave out: it was restored, or is another one."""
    row = connection.execute("SELECT last_value FROM pm_urut").fetchone()
    if row is None or not 0 <= setelah <= row[0]:
        raise DataError("Kursor ini tidak dikenal di PMM ini.", langkah="Baca ulang dari awal (setelah=0).")

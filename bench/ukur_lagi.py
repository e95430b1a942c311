"""The same file again, and the file with one row in a thousand changed."""

from __future__ import annotations

from pathlib import Path

from bench import anak
from bench.hasil import Ukuran, rasio, tengah
from bench.panggung import Panggung

SAMA, BERUBAH, BASIS_DATA, MEMORI = 0.02, 0.25, 0.02, 256.0
_DARI, _MENJADI = b'"umpan_balik":"', b'"umpan_balik":"Diperbarui. '


def jalan(p: Panggung) -> None:
    """Run one repetition on the database that the stages left."""
    p.catat_impor("sama", anak.jalan(p.dsn, [p.ndjson]))
    p.catat_impor("berubah", anak.jalan(p.dsn, [_berubah(p.ndjson)]))


def nilai(p: Panggung) -> list[Ukuran]:
    """Give the lines of the table."""
    penuh, berubah = p.detik["ndjson"], p.impor["berubah"]
    basis_data = [impor.basis_data for impor in berubah]
    kenal = [impor.kenal for impor in berubah]
    baris = berubah[0].baris
    return [
        _baris("berkas yang sama lagi, dari masuk", p.detik["sama"], penuh, SAMA, baris),
        _baris("0,1 % berubah, dari masuk", p.detik["berubah"], penuh, BERUBAH, baris),
        _baris("0,1 % berubah, di basis data", basis_data, penuh, BASIS_DATA, None),
        _baris("0,1 % berubah, mengambil hash yang dikenal", kenal, penuh, None, None),
        Ukuran("0,1 % berubah, memori proses Python", max(impor.memori for impor in berubah), "MB", MEMORI),
    ]


def _baris(nama: str, detik: list[float], penuh: list[float], batas: float | None, baris: int | None) -> Ukuran:
    return Ukuran(nama, rasio(detik, penuh), batas=batas, detik=tengah(detik), baris=baris)


def _berubah(asal: Path) -> Path:
    """Write the file once more, every thousandth row changed in its free text."""
    tujuan = asal.parent / "berubah" / asal.name
    if tujuan.exists():
        return tujuan
    tujuan.parent.mkdir()
    giliran = 0
    with asal.open("rb") as masuk, tujuan.open("wb") as keluar:
        for nomor, baris in enumerate(masuk):
            giliran += nomor % 1000 == 0
            if giliran and _DARI in baris:
                giliran -= 1
                keluar.write(baris.replace(_DARI, _MENJADI, 1))
            else:
                keluar.write(baris)
    return tujuan

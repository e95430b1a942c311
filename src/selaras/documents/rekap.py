"""The rekap as a workbook: per state, per school, per code. It names schools and no person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from selaras.documents.daftar_xlsx import BukuDaftar
from selaras.documents.tindak_lanjut.lembar import LATIHAN
from selaras.documents.tindak_lanjut.teks import tanggal
from selaras.ledger.keadaan import KEADAAN, WORDS
from selaras.monitoring.posisi import Posisi

KODE = ("Kode", "Kendala", "Keadaan", "Siapa bertindak", "Baris", "Sekolah", "Guru terbebas")


def susun(posisi: Posisi, kode: Iterable[Sequence[object]]) -> bytes:
    """Return the workbook as bytes; `kode` holds rows with the columns of `KODE`."""
    mark = f"{LATIHAN}. " if posisi.latihan else ""
    title = f"{mark}{posisi.instansi}, tahun {posisi.tahun}, data per {tanggal(posisi.data_per)}"
    buku = BukuDaftar([title], title="Rekap", created=posisi.dibuat)
    total = sum(posisi.keadaan.values())
    rows: list[Sequence[object]] = [(WORDS[name], posisi.keadaan.get(name, 0)) for name in KEADAAN]
    buku.lembar("Keadaan", ("Keadaan", "Jumlah isian"), [*rows, ("Semua", total)], (30, 14))
    schools = [
        (s.npsn, s.nama, s.kecamatan, s.guru, s.selesai, *(s.keadaan.get(name, 0) for name in KEADAAN))
        for s in posisi.sekolah
    ]
    heads = ("NPSN", "Sekolah", "Kecamatan", "Guru", "Guru selesai", *(WORDS[name] for name in KEADAAN))
    buku.lembar("Sekolah", heads, schools, (11, 34, 18, 8, 12, *(13 for _ in KEADAAN)))
    buku.lembar("Kendala", KODE, kode, (8, 44, 18, 40, 8, 9, 13))
    return buku.isi()

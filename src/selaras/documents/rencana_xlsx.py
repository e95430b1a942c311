"""A plan as a workbook: operations, what was left out, what waits."""

from __future__ import annotations

from selaras.documents.daftar_xlsx import BukuDaftar
from selaras.documents.rencana_isi import IsiRencana
from selaras.documents.rencana_md import MENUNGGU
from selaras.documents.tindak_lanjut.teks import samarkan, tanggal


def susun(isi: IsiRencana) -> bytes:
    """Return the workbook as bytes."""
    buku = BukuDaftar([isi.judul, f"Data per {tanggal(isi.data_per)}"], title="Rencana")
    buku.lembar("Rencana", ("Keterangan",), [(line,) for line in isi.ringkas], (110,))
    steps = [
        (s.seq, s.npsn, s.sekolah, s.nama, samarkan(s.nip), s.apa, s.dari, s.menjadi, s.needs) for s in isi.langkah
    ]
    columns = ("Urut", "NPSN", "Sekolah", "Nama", "NIP", "Apa", "Dari", "Menjadi", "Sesudah urut")
    buku.lembar("Operasi", columns, steps, (6, 10, 28, 28, 22, 9, 44, 44, 12))
    left = [(x.npsn, x.sekolah, x.nama, samarkan(x.nip), x.apa, x.alasan) for x in isi.ditinggal]
    buku.lembar("Tidak ikut", ("NPSN", "Sekolah", "Nama", "NIP", "Apa", "Sebab"), left, (10, 28, 28, 22, 9, 70))
    named = tuple(name.replace("_", " ").capitalize() for name in MENUNGGU)
    buku.lembar("Menunggu persetujuan", named, isi.menunggu, (10, 28, 12, 12, 20, 20))
    return buku.isi()

"""Why a write is refused: the confirmed messages of the real sync (E..) and our own sentences (EK..)."""

from __future__ import annotations

from typing import Final

PESAN: Final = {
    "E02": "Pegawai belum membuat SKP di PMM",
    "E03": "Data Unit Kerja Pegawai tidak terdaftar di Referensi Unit Kerja",
    "E04": "Data SKP Organisasi belum dibuat oleh atasan",
    "E05": "Unor di PMM Belum Padan",
    "EK1": "SKP pegawai ini belum ada di e-Kinerja.",
    "EK2": "Periode ini belum dibuat di Manajemen Periode.",
    "EK3": "Tipe periode di Manajemen Periode tidak seragam.",
    "EK4": "Laporan akhir sudah final dan terkunci.",
    "EK5": "Pegawai tidak terdaftar di e-Kinerja.",
    "EK6": "Predikat tidak sesuai dengan hasil kerja dan perilaku kerja.",
    "EK7": "Isi tidak lengkap: {kolom}.",
}
DITERIMA: Final = "Berhasil Melakukan Sinkron dengan Data"
BENTROK: Final = "Data di e-Kinerja sudah berubah sejak dibaca."


def pesan(kode: str, kolom: str = "") -> str:
    """Return the sentence of a code; `kolom` names what is missing (EK7)."""
    return PESAN[kode].format(kolom=kolom)

"""The sheet 'Sekolah': a row per school with people per step, the first step, minutes, deadline and a status."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.documents.tindak_lanjut import hitung, kunci
from selaras.documents.tindak_lanjut.langkah import JUDUL_TAHAP, SEBUTAN, Tahap
from selaras.documents.tindak_lanjut.lembar import STATUS, Buku, Kolom, Sel
from selaras.documents.tindak_lanjut.susun import Susunan
from selaras.documents.tindak_lanjut.teks import tanggal
from selaras.documents.tindak_lanjut.tugas import LangkahSekolah

KOLOM = (
    Kolom("NPSN", 10),
    Kolom("Sekolah", 32),
    Kolom("Kecamatan", 16),
    Kolom("Guru", 7),
    Kolom("Selesai", 8),
    *(Kolom(JUDUL_TAHAP[t], 12) for t in Tahap),
    Kolom("Langkah pertama", 46),
    Kolom("Menit kepala sekolah", 9),
    Kolom("Batas", 16),
    *STATUS,
)
CATATAN = "Setiap guru dihitung sekali, pada langkah paling awal yang masih terbuka. Menit adalah perkiraan."


def tulis(buku: Buku, susunan: Susunan) -> None:
    """Write the sheet."""
    ws = buku.lembar("Sekolah")
    awal = buku.kepala(ws, "Sekolah", CATATAN)
    buku.tabel(ws, awal, KOLOM, _baris(susunan), beku=2)


def _baris(susunan: Susunan) -> Iterator[tuple[str, tuple[Sel, ...]]]:
    batas = tanggal(susunan.posisi.tenggat)
    for s in sorted(susunan.posisi.sekolah, key=lambda s: ((s.kecamatan or "").casefold(), s.nama.casefold(), s.npsn)):
        isi = susunan.sekolah(s)
        tahap = hitung.per_tahap(susunan, s)
        yield kunci.buat("SEKOLAH", s.npsn), (
            s.npsn, s.nama, s.kecamatan, s.guru, s.selesai, *(tahap[t] for t in Tahap),
            _pertama(isi), isi.menit_kepala, batas,
        )  # fmt: skip


def _pertama(isi: LangkahSekolah) -> str:
    if x := hitung.langkah_pertama(isi):
        return f"{SEBUTAN[x.siapa]}: {x.aturan.singkat[:1].lower()}{x.aturan.singkat[1:]}"
    return "Selesai" if isi.sekolah.selesai >= isi.sekolah.guru else "Tidak ada; menunggu laporan berikutnya"

"""The operator's own workbook: the only paper with whole NIPs, old beside new, kept apart from everything else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from selaras.documents.tindak_lanjut import kunci, langkah
from selaras.documents.tindak_lanjut.lembar import STATUS, Buku, Kolom, Sel
from selaras.documents.tindak_lanjut.teks import bersih
from selaras.monitoring.posisi import Kendala, Posisi

BERKAS = "operator.xlsx"
NAMA = "Operator"
KODE = ("N1", "N3", "N4", "N5", "T1", "T2")
PERINGATAN = (
    "Berisi NIP lengkap. Jangan dikirim lewat WhatsApp atau grup; serahkan langsung kepada operator, "
    "hanya baris sekolahnya, lalu hapus salinannya sesudah selesai."
)
KOLOM = (
    Kolom("NPSN", 10),
    Kolom("Sekolah", 26),
    Kolom("Kecamatan", 14),
    Kolom("Nama", 26),
    Kolom("NIP di PMM / Dapodik (lama)", 21),
    Kolom("NIP di SIASN / e-Kinerja (baru)", 21),
    Kolom("Kendala", 26),
    Kolom("Sebab", 40),
    Kolom("Yang dilakukan operator", 36),
    Kolom("Di mana", 18),
    Kolom("Perkiraan waktu", 14),
    *STATUS,
)


def tulis(posisi: Posisi, path: Path) -> Path:
    """Write the workbook with its one sheet and return its path."""
    buku = Buku(path, posisi, identitas=True)
    ws = buku.lembar(NAMA)
    awal = buku.kepala(ws, "Operator sekolah: identitas yang perlu diperbaiki", PERINGATAN)
    buku.teks(ws, 2, 0, PERINGATAN, bold=True, font_color="#C62828")
    buku.tabel(ws, awal, KOLOM, _baris(posisi), beku=4)
    buku.tutup()
    return path


def _baris(posisi: Posisi) -> Iterator[tuple[str, tuple[Sel, ...]]]:
    milik = [k for k in posisi.kendala if k.kode in KODE]
    for k in sorted(milik, key=lambda k: (k.npsn or "", (k.nama or "").casefold(), k.kode)):
        yield kunci.untuk(k), (
            k.npsn, k.sekolah, k.kecamatan, k.nama, _lama(k), k.nip,
            f"{k.kode} {k.judul}", k.sebab, langkah.aturan(k)[0].singkat, k.di_mana, k.perkiraan_waktu,
        )  # fmt: skip


def _lama(k: Kendala) -> str:
    """The number on the school's side: the other one where they differ (N3), else the same."""
    return bersih(k.nip_pmm or k.nip or "kosong")

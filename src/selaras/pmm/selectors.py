"""Reading the PMM side: pages for people, and the changes for whoever follows them."""

from __future__ import annotations

from selaras.pmm.selectors_guru import tahun_guru
from selaras.pmm.selectors_kepala import Baris, Daftar, daftar_guru, kegiatan_setahun
from selaras.pmm.selectors_perubahan import JENIS, TERBANYAK, Halaman, perubahan

__all__ = [
    "JENIS", "TERBANYAK", "Baris", "Daftar", "Halaman", "daftar_guru", "kegiatan_setahun", "perubahan", "tahun_guru",
]  # fmt: skip

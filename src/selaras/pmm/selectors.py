"""Reading the PMM side: pages for people, and the changes for whoever follows them."""

from __future__ import annotations

from selaras.pmm.aturan import Skp
from selaras.pmm.selectors_guru import tahun_guru
from selaras.pmm.selectors_kepala import Baris, Daftar, daftar_guru, kegiatan_setahun
from selaras.pmm.selectors_perubahan import JENIS, TERBANYAK, Halaman, perubahan
from selaras.pmm.selectors_sekolah import kepala_diamati, ringkas_sekolah, skp_satu
from selaras.pmm.services_kirim import Kiriman, calon_kirim

__all__ = [
    "JENIS", "TERBANYAK", "Baris", "Daftar", "Halaman", "Kiriman", "Skp", "calon_kirim", "daftar_guru",
    "kegiatan_setahun", "kepala_diamati", "perubahan", "ringkas_sekolah", "skp_satu", "tahun_guru",
]  # fmt: skip

"""Everything that writes to the PMM side. Connection first, the rest by keyword; the caller commits."""

from __future__ import annotations

from selaras.pmm.services_isi import skp_isi
from selaras.pmm.services_kegiatan import kegiatan_catat, kegiatan_tarik
from selaras.pmm.services_kirim import Kiriman, kirim, tetapkan, tetapkan_kirim
from selaras.pmm.services_muat import muat
from selaras.pmm.services_observasi import observasi_isi
from selaras.pmm.services_otomatis import kegiatan_otomatis
from selaras.pmm.services_pegawai import pegawai_simpan, sekolah_simpan, tugas_akhiri, tugas_simpan
from selaras.pmm.services_penilaian import (
    Hasil,
    penilaian_banyak,
    penilaian_dibaca,
    penilaian_simpan,
    penilaian_tarik,
    predikat_dari,
)
from selaras.pmm.services_skp import skp_ajukan, skp_buat, skp_kembalikan, skp_sepakati
from selaras.pmm.services_token import Pemegang, token_buat, token_periksa

__all__ = [
    "Hasil", "Kiriman", "Pemegang", "kegiatan_catat", "kegiatan_otomatis", "kegiatan_tarik", "kirim", "muat",
    "observasi_isi", "pegawai_simpan", "penilaian_banyak", "penilaian_dibaca", "penilaian_simpan", "penilaian_tarik",
    "predikat_dari", "sekolah_simpan", "skp_ajukan", "skp_buat", "skp_isi", "skp_kembalikan", "skp_sepakati",
    "tetapkan", "tetapkan_kirim", "token_buat", "token_periksa", "tugas_akhiri", "tugas_simpan",
]  # fmt: skip

"""Everything that writes to the built-in e-Kinerja. Connection first, the rest by keyword; the caller commits."""

from __future__ import annotations

from selaras.ekinerja.services_final import dokumen_buat, final_buka, final_kunci
from selaras.ekinerja.services_muat import muat
from selaras.ekinerja.services_pegawai import pegawai_sinkron_asn, unor_aktifkan, unor_padankan, unor_simpan
from selaras.ekinerja.services_penilaian import bukti_tambah, penilaian_simpan, penilaian_tarik, realisasi_isi
from selaras.ekinerja.services_periode import periode_buat, periode_hapus, periode_standar
from selaras.ekinerja.services_skp import skp_ajukan, skp_buat, skp_kembalikan, skp_setujui, skp_tarik
from selaras.ekinerja.services_token import Pemegang, token_buat, token_periksa
from selaras.ekinerja.services_tulis import tulis

__all__ = [
    "Pemegang", "bukti_tambah", "dokumen_buat", "final_buka", "final_kunci", "muat", "pegawai_sinkron_asn",
    "penilaian_simpan", "penilaian_tarik", "periode_buat", "periode_hapus", "periode_standar", "realisasi_isi",
    "skp_ajukan", "skp_buat", "skp_kembalikan", "skp_setujui", "skp_tarik", "token_buat", "token_periksa", "tulis",
    "unor_aktifkan", "unor_padankan", "unor_simpan",
]  # fmt: skip

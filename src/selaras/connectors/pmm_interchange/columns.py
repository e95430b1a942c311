"""The five tables of the PMM interchange format, version 1 (docs/format.md)."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.connectors.common.columns import Columns

PEGAWAI = Columns(
    required=("nip", "nama", "npsn"),
    optional=(
        "nik", "nuptk", "tanggal_lahir", "jenis_kelamin", "status_kepegawaian", "jenis_ptk", "jabatan", "golongan",
        "nip_atasan", "akun_belajar",
    ),
    signatures=(
        frozenset({"nip", "nama", "npsn"}),
        frozenset({"nama", "npsn", "status_kepegawaian"}),
        frozenset({"nip", "nama", "nip_atasan"}),
        frozenset({"nip", "akun_belajar"}),
    ),
    foreign=frozenset({
        "jk", "tempat_lahir", "tugas_tambahan", "pangkat_golongan", "sekolah", "nip_baru", "unor_nama", "unor_id",
        "skp_unor", "skp_status", "hasil_akhir", "hasil_kerja", "tipe_periodik", "predikat", "judul", "periode_awal",
        "rhk", "nomor", "pesan", "ptk_id", "ptk_terdaftar_id", "indikator_praktik", "tanggal_disepakati",
        "kegiatan_id",
    }),
)  # fmt: skip
SKP = Columns(
    required=("nip", "npsn", "tahun", "periode_awal", "periode_akhir", "status"),
    optional=("skp_id", "tanggal_disepakati", "indikator_praktik", "jabatan", "plt", "nip_penilai"),
    signatures=(
        frozenset({"nip", "npsn", "tahun", "periode_awal"}),
        frozenset({"nip", "indikator_praktik"}),
        frozenset({"npsn", "indikator_praktik"}),
        frozenset({"tanggal_disepakati"}),
        frozenset({"npsn", "periode_awal", "periode_akhir"}),
    ),
    foreign=frozenset({"skp_status", "hasil_kerja", "hasil_akhir", "predikat", "tipe_periodik", "rhk", "judul"}),
)
RHK = Columns(
    required=("nomor", "rhk"),
    optional=(
        "skp_id", "nip", "npsn", "tahun", "bagian", "rhk_pimpinan", "aspek", "indikator", "target",
    ),
    signatures=(frozenset({"rhk", "nomor"}), frozenset({"rhk", "rhk_pimpinan"}), frozenset({"nomor", "bagian"})),
    foreign=frozenset({"hasil_kerja", "judul", "indikator_praktik"}),
)  # fmt: skip
KEGIATAN = Columns(
    required=("nip", "tanggal_mulai", "jenis_kegiatan", "judul"),
    optional=("kegiatan_id", "npsn", "tanggal_selesai", "peran", "jam", "poin", "tautan_bukti", "status"),
    other_names={"jenis_kegiatan": ("jenis",)},
    signatures=(
        frozenset({"judul", "tanggal_mulai"}),
        frozenset({"judul", "nip"}),
        frozenset({"kegiatan_id"}),
        frozenset({"nip", "tanggal_mulai", "jenis_kegiatan"}),
    ),
    foreign=frozenset({"rhk", "hasil_kerja", "predikat", "pesan", "hasil_akhir"}),
)
PENILAIAN = Columns(
    required=("nip", "npsn", "tahun", "tipe_periodik", "hasil_kerja", "perilaku_kerja", "predikat", "status"),
    optional=("skp_id", "angka_periodik", "umpan_balik", "nip_penilai", "tanggal_dinilai"),
    signatures=(
        frozenset({"hasil_kerja", "predikat"}),
        frozenset({"npsn", "hasil_kerja"}),
        frozenset({"nip", "tipe_periodik", "predikat"}),
        frozenset({"nip", "npsn", "tipe_periodik"}),
    ),
    foreign=frozenset({"hasil_akhir", "skp_unor", "skp_unor_id", "pegawai_atasan_nip", "skp_status"}),
)
TABEL = {"pegawai": PEGAWAI, "skp": SKP, "rhk": RHK, "kegiatan": KEGIATAN, "penilaian": PENILAIAN}


def jenis_tabel(header: Sequence[str]) -> str | None:
    """Return which of the five tables has this header, by its columns alone; None when none has."""
    return next((jenis for jenis, columns in TABEL.items() if columns.matches(header)), None)

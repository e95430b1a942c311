"""Rows of Daftar Guru. The file of one school has no NPSN column: the lines above name the school."""

from __future__ import annotations

import re
from collections.abc import Sequence

from selaras.connectors.common.columns import Columns
from selaras.connectors.common.dapodik import record_ptk
from selaras.connectors.common.rows import Row
from selaras.connectors.ports import Outside, Record, Reject

COLUMNS = Columns(
    required=("nama", "nip", "status_kepegawaian", "jenis_ptk"),
    optional=(
        "nik", "nuptk", "jenis_kelamin", "tanggal_lahir", "npsn", "sekolah", "golongan", "tugas_tambahan", "induk",
        "jabatan",
    ),
    other_names={
        "jenis_kelamin": ("jk",),
        "golongan": ("pangkat_golongan",),
        "sekolah": ("nama_sekolah", "satuan_pendidikan", "tempat_tugas"),
        "induk": ("ptk_induk",),
        "jabatan": ("jabatan_ptk",),
    },
    signatures=(
        frozenset({"nuptk", "jk"}),
        frozenset({"jenis_ptk", "jk"}),
        frozenset({"jenis_ptk", "tempat_lahir"}),
        frozenset({"jenis_ptk", "pangkat_golongan"}),
        frozenset({"jenis_ptk", "tugas_tambahan"}),
        frozenset({"jenis_ptk", "status_kepegawaian", "sekolah"}),
    ),
    foreign=frozenset({"nip_atasan", "akun_belajar", "jenis_ptk_id_str", "status_kepegawaian_id_str", "ptk_id"}),
)  # fmt: skip
_NPSN = re.compile(r"npsn\s*:?\s*(\d{8})\b", re.IGNORECASE | re.ASCII)
_BUKAN_NAMA = re.compile(
    r"daftar guru|tanggal unduh|kecamatan|kab\.|kabupaten|kota |prov|npsn|pengunduh", re.IGNORECASE
)


def record_of(row: Row, npsn: str, sekolah: str) -> Record | Reject | Outside:
    """Return one PTK as Daftar Guru has him."""
    return record_ptk(row, "dapodik_daftar_guru", npsn=row["npsn"] or npsn, sekolah=row["sekolah"] or sekolah)


def satuan(preamble: Sequence[Sequence[str]]) -> tuple[str, str]:
    """Return (npsn, school name) from the lines above the table, '' for what they do not say.

    >>> satuan((("Daftar Guru",), ("SD NEGERI 1 CONTOH",), ("Kecamatan Kec. A, Kabupaten Kab. B",)))
    ('', 'SD NEGERI 1 CONTOH')
    >>> satuan((("Daftar Guru",), ("KAB. SELARAS JAYA",), ("Tanggal Unduh: 2025-01-05",)))
    ('', '')
    """
    lines = [" ".join(row).strip() for row in preamble]
    found = next((m[1] for line in lines if (m := _NPSN.search(line))), "")
    return found, next((line for line in lines if line and not _BUKAN_NAMA.search(line)), "")

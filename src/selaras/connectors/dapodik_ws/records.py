"""Rows of getGtk and getSekolah (docs/format.md). Fields that are not listed, passwords among them, are dropped."""

from __future__ import annotations

from selaras.connectors.common.columns import Columns
from selaras.connectors.common.dapodik import record_ptk
from selaras.connectors.common.identity import periksa_npsn
from selaras.connectors.common.keys import key_of
from selaras.connectors.common.rows import Row
from selaras.connectors.common.text import rest_json
from selaras.connectors.ports import Kind, Outside, Record, Reject

GTK = Columns(
    required=("nama", "nip", "nik", "jenis_ptk", "status_kepegawaian"),
    optional=(
        "ptk_id", "ptk_terdaftar_id", "nuptk", "jenis_kelamin", "tanggal_lahir", "golongan", "induk", "jabatan",
        "tugas_tambahan", "npsn", "sekolah", "tahun_ajaran_id",
    ),
    other_names={
        "jenis_ptk": ("jenis_ptk_id_str",),
        "status_kepegawaian": ("status_kepegawaian_id_str",),
        "golongan": ("pangkat_golongan_terakhir",),
        "induk": ("ptk_induk",),
        "jabatan": ("jabatan_ptk_id_str",),
        "sekolah": ("nama_sekolah",),
    },
    signatures=(frozenset({"ptk_terdaftar_id", "nama"}),),
)  # fmt: skip
SEKOLAH = Columns(
    required=("nama", "npsn"),
    optional=("sekolah_id", "bentuk", "status", "kecamatan", "kabupaten_kota"),
    other_names={"bentuk": ("bentuk_pendidikan_id_str",), "status": ("status_sekolah_str",)},
    signatures=(frozenset({"sekolah_id", "nama"}),),
)


def penolakan(data: object) -> str:
    """Return the message of a refusal, '' when the answer is none.

    >>> penolakan({"success": False, "message": "Parameter NPSN harap diisi"}), penolakan("Access denied - #1")
    ('Parameter NPSN harap diisi', 'Access denied - #1')
    >>> penolakan({"results": 0, "id": "ptk_terdaftar_id", "rows": []})
    ''
    """
    if isinstance(data, str):
        return data.strip() if data.strip().lower().startswith("access denied") else ""
    if isinstance(data, dict) and data.get("success") is False:
        return str(data.get("message") or data.get("status_code") or "tanpa alasan")
    return ""


def gtk_of(row: Row, npsn: str) -> Record | Reject | Outside:
    """Return one PTK as getGtk has him; the school is the row's own or the one in the file's name."""
    return record_ptk(row, "dapodik_ws", npsn=row["npsn"] or npsn, sekolah=row["sekolah"])


def sekolah_of(row: Row) -> Record | Reject:
    """Return the school."""
    npsn, sah = periksa_npsn(row["npsn"])
    if not sah:
        row.fault("B1", f"kolom npsn bukan NPSN yang mungkin: «{row['npsn']}»")
        return row.reject(Kind.SEKOLAH, nama=row["nama"])
    rest: dict[str, object] = {
        "npsn": npsn, "nama": row["nama"], "kecamatan": row["kecamatan"], "bentuk": row["bentuk"],
        "status": row["status"],
    }  # fmt: skip
    return Record(
        line=row.line, sheet=row.sheet, tahun=0, kind=int(Kind.SEKOLAH), native=key_of("sekolah", npsn), slot=0,
        raw_hash=row.raw_hash, core=None, akun=None, place=npsn, status=None, mulai=None, selesai=None, hasil=None,
        perilaku=None, predikat=None, plt=None, penilai_nip=None, tanggal=None, rest=rest_json(rest),
    )  # fmt: skip

"""Rows of ref-unor (Id, NamaUnor, DiatasanId ...: docs/format.md), in whatever letter case."""

from __future__ import annotations

from selaras.connectors.common.columns import Columns
from selaras.connectors.common.keys import key_of
from selaras.connectors.common.rows import Row
from selaras.connectors.common.text import rest_json, ya_tidak
from selaras.connectors.ports import Kind, Record, Reject

COLUMNS = Columns(
    required=("id", "nama_unor"),
    optional=("induk", "aktif", "nama_jabatan"),
    other_names={
        "id": ("unor_id",),
        "nama_unor": ("namaunor",),
        "induk": ("indukunorid", "induk_unor_id", "diatasanid", "diatasan_id", "unor_induk", "unor_induk_id"),
        "aktif": ("is_aktif", "isactive", "is_active"),
        "nama_jabatan": ("namajabatan",),
    },
    signatures=(
        frozenset({"id", "nama_unor"}),
        frozenset({"nama_unor", "induk"}),
        frozenset({"id", "diatasanid"}),
        frozenset({"id", "indukunorid"}),
    ),
    foreign=frozenset({"npsn", "nama_sekolah", "nip", "nip_baru", "berlaku_mulai"}),
)


def record_of(row: Row) -> Record | Reject:
    """Return one unit; whether it is active stays open when the file does not say."""
    aktif = ya_tidak(row["aktif"]) if row["aktif"] else None
    if not row["id"]:
        row.fault("B1", "kolom id kosong")
    if row["aktif"] and aktif is None:
        row.fault("B1", f"kolom aktif harus 1 atau 0: «{row['aktif']}»")
    if row.codes:
        return row.reject(Kind.UNOR, nama=row["nama_unor"])
    rest: dict[str, object] = {"id": row["id"], "nama": row["nama_unor"], "induk": row["induk"], "aktif": aktif}
    return Record(
        line=row.line, sheet=row.sheet, tahun=0, kind=int(Kind.UNOR), native=key_of("unor", row["id"]), slot=0,
        raw_hash=row.raw_hash, core=None, akun=None, place=row["id"], status=None, mulai=None, selesai=None,
        hasil=None, perilaku=None, predikat=None, plt=None, penilai_nip=None, tanggal=None, rest=rest_json(rest),
    )  # fmt: skip

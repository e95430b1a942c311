"""Rows of the UNOR-NPSN map (docs/format.md)."""

from __future__ import annotations

from selaras.connectors.common.columns import Columns
from selaras.connectors.common.identity import periksa_npsn
from selaras.connectors.common.keys import key_of
from selaras.connectors.common.rows import Row
from selaras.connectors.common.text import rest_json, ya_tidak
from selaras.connectors.ports import Kind, Record, Reject

COLUMNS = Columns(
    required=("unor_id", "nama_unor", "npsn"),
    optional=("nama_sekolah", "aktif", "berlaku_mulai", "berlaku_sampai"),
    other_names={"nama_unor": ("unor_nama",)},
    signatures=(
        frozenset({"unor_id", "npsn"}),
        frozenset({"nama_unor", "npsn"}),
        frozenset({"unor_id", "nama_unor", "nama_sekolah"}),
    ),
    foreign=frozenset({"nip", "nip_baru", "nama", "bentuk_pendidikan_id"}),
)


def record_of(row: Row) -> Record | Reject:
    """Return one pair; npsn may be empty (an unmatched unit)."""
    unit, (school, sah) = row["unor_id"] or row["nama_unor"], periksa_npsn(row["npsn"])
    if not unit:
        row.fault("B1", "kolom unor_id dan nama_unor kosong")
    if school and not sah:
        row.fault("B1", f"kolom npsn bukan NPSN yang mungkin: «{row['npsn']}»")
    aktif = ya_tidak(row["aktif"]) if row["aktif"] else True
    if aktif is None:
        row.fault("B1", f"kolom aktif harus 1 atau 0: «{row['aktif']}»")
    mulai, sampai = row.tanggal("berlaku_mulai"), row.tanggal("berlaku_sampai")
    if row.codes:
        return row.reject(Kind.PADANAN, nama=row["nama_unor"])
    rest: dict[str, object] = {
        "unor_id": row["unor_id"], "nama_unor": row["nama_unor"], "npsn": school, "nama_sekolah": row["nama_sekolah"],
        "aktif": aktif, "berlaku_mulai": mulai, "berlaku_sampai": sampai,
    }  # fmt: skip
    return Record(
        line=row.line, sheet=row.sheet, tahun=0, kind=int(Kind.PADANAN),
        native=key_of("padanan", unit, school, mulai or ""), slot=0, raw_hash=row.raw_hash, core=None, akun=None,
        place=school or None, status=None, mulai=mulai, selesai=sampai, hasil=None, perilaku=None, predikat=None,
        plt=None, penilai_nip=None, tanggal=None, rest=rest_json(rest),
    )  # fmt: skip

"""Rows of referensi periode (docs/format.md). Whether the set of periods is right is for the checks (P1-P5)."""

from __future__ import annotations

from selaras.connectors.common.columns import Columns
from selaras.connectors.common.keys import key_of
from selaras.connectors.common.periods import slot_dari
from selaras.connectors.common.rows import Row
from selaras.connectors.common.text import rest_json, tahun_dari
from selaras.connectors.ports import Kind, Record, Reject

TAHUNAN = 400
COLUMNS = Columns(
    required=("nama", "periode_awal", "periode_akhir", "tipe_periodik", "angka_periodik"),
    optional=("id", "tahun", "batas_pengisian", "jenis_periode"),
    signatures=(
        frozenset({"tipe_periodik", "angka_periodik", "periode_awal"}),
        frozenset({"nama", "periode_awal", "tipe_periodik"}),
        frozenset({"periode_akhir", "tipe_periodik", "nama"}),
        frozenset({"nama", "batas_pengisian"}),
    ),
    foreign=frozenset({"nip", "npsn", "hasil_kerja", "skp_status"}),
)


def record_of(row: Row) -> Record | Reject:
    """Return one period; slot 0 where tipe and angka name none (a finding, not a damaged row)."""
    tahun = tahun_dari(row["tahun"]) if row["tahun"] else 0
    if tahun is None:
        row.fault("B1", f"kolom tahun bukan tahun: «{row['tahun']}»")
    if not row["nama"]:
        row.fault("B1", "kolom nama kosong")
    if row.codes or tahun is None:
        return row.reject(Kind.PERIODE, nama=row["nama"])
    slot = slot_dari(row["tipe_periodik"], row["angka_periodik"]) or 0
    if row["jenis_periode"].lower() in ("final", "tahunan"):
        slot = TAHUNAN
    names = ("id", "nama", "periode_awal", "periode_akhir", "batas_pengisian", "jenis_periode", "tipe_periodik")
    rest: dict[str, object] = {name: row[name] for name in (*names, "angka_periodik")} | {"tahun": tahun or None}
    native = key_of("periode", row["id"] or "\x1e".join((row["nama"], row["tahun"], row["periode_awal"])))
    return Record(
        line=row.line, sheet=row.sheet, tahun=tahun, kind=int(Kind.PERIODE), native=native, slot=slot,
        raw_hash=row.raw_hash, core=None, akun=None, place=None, status=None, mulai=None, selesai=None, hasil=None,
        perilaku=None, predikat=None, plt=None, penilai_nip=None, tanggal=None, rest=rest_json(rest),
    )  # fmt: skip

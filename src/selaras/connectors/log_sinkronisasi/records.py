"""Rows of Log Sinkronisasi, as downloaded or pasted: NIP, nama, pesan, waktu."""

from __future__ import annotations

from selaras.connectors.common.columns import Columns
from selaras.connectors.common.identity import nip_wajib
from selaras.connectors.common.keys import key_of
from selaras.connectors.common.rows import Row
from selaras.connectors.common.text import rest_json, tahun_dari
from selaras.connectors.ports import Context, Kind, Record, Reject

COLUMNS = Columns(
    required=("nip", "pesan"),
    optional=("nama", "waktu"),
    other_names={"pesan": ("keterangan", "pesan_kesalahan", "message"), "waktu": ("tanggal",)},
    signatures=(
        frozenset({"nip", "pesan"}),
        frozenset({"nama", "pesan", "waktu"}),
    ),
    foreign=frozenset(
        {"skp_status", "skp_id", "hasil_akhir", "hasil_kerja", "judul", "nip_baru", "npsn", "unor_nama", "rhk"}
    ),
)


def record_of(row: Row, context: Context) -> Record | Reject:
    """Return one message; its year is that of the moment, else the year the run is about."""
    nip = nip_wajib(row)
    tanggal = row.tanggal("waktu")
    if not row["pesan"]:
        row.fault("B1", "kolom pesan kosong")
    tahun = (tahun_dari(tanggal[:4]) if tanggal else None) or context.tahun
    if row.codes or nip is None:
        return row.reject(Kind.LOG, nip=nip, nama=row["nama"], tahun=tahun)
    rest: dict[str, object] = {"nip": nip, "nama": row["nama"], "pesan": row["pesan"], "waktu": row["waktu"]}
    return Record(
        line=row.line, sheet=row.sheet, tahun=tahun, kind=int(Kind.LOG),
        native=key_of("log", nip, row["pesan"], row["waktu"]), slot=0, raw_hash=row.raw_hash, core=None, akun=nip,
        place=None, status=None, mulai=None, selesai=None, hasil=None, perilaku=None, predikat=None, plt=None,
        penilai_nip=None, tanggal=tanggal, rest=rest_json(rest),
    )  # fmt: skip

"""Rows of Laporan SKP (column names: docs/format.md)."""

from __future__ import annotations

from selaras.connectors.common.columns import Columns
from selaras.connectors.common.identity import nip_sah, nip_wajib, periksa_nip
from selaras.connectors.common.keys import core_skp, key_of
from selaras.connectors.common.rows import Row
from selaras.connectors.common.scope import cakupan_jabatan
from selaras.connectors.common.text import rest_json, tahun_dari, ya_tidak
from selaras.connectors.ports import Cakupan, Heading, Kind, Outside, Record, Reject, SkpStatus

COLUMNS = Columns(
    required=("nip", "skp_status", "periode_awal", "periode_akhir"),
    optional=(
        "skp_id", "id", "nama", "jabatan", "unit", "jenis_pegawai", "skp_model", "skp_unor_id", "skp_unor",
        "skp_unor_atasan", "skp_unor_induk", "skp_jabatan", "skp_jenis_jabatan", "is_plt_plh", "created_at", "golru",
        "pegawai_atasan_nip", "pegawai_atasan_nama",
    ),
    signatures=(
        frozenset({"nip", "skp_status"}),
        frozenset({"skp_status", "periode_akhir"}),
        frozenset({"nip", "is_plt_plh"}),
    ),
    foreign=frozenset({"hasil_akhir", "hasil_kerja", "tipe_periodik"}),
)  # fmt: skip
STATUS = {
    "persetujuan": int(SkpStatus.DISEPAKATI),
    "disetujui": int(SkpStatus.DISEPAKATI),
    "diajukan": int(SkpStatus.DIAJUKAN),
    "pengajuan": int(SkpStatus.DIAJUKAN),
    "draft": int(SkpStatus.DRAF),
    "draf": int(SkpStatus.DRAF),
    "dikembalikan": int(SkpStatus.DIKEMBALIKAN),
}


def record_of(row: Row, heading: Heading) -> Record | Reject | Outside:
    """Return one SKP as e-Kinerja has it."""
    jabatan = row["skp_jabatan"] or row["jabatan"]
    cakupan = cakupan_jabatan(jabatan, row["skp_unor_induk"])
    place = row["skp_unor_id"] or row["skp_unor"] or row["unit"]
    if cakupan is not Cakupan.MASUK:
        nip = periksa_nip(row["nip"])[0]
        return Outside(row.line, row.sheet, cakupan, nip, row["nama"] or None, jabatan, place or None)
    nip = nip_wajib(row)
    mulai, selesai = row.tanggal("periode_awal", wajib=True), row.tanggal("periode_akhir", wajib=True)
    tahun = _tahun(row, heading, mulai, selesai)
    if mulai and selesai and selesai < mulai:
        row.fault("B1", f"periode_akhir {selesai} mendahului periode_awal {mulai}")
    dibuat = row.tanggal("created_at")
    if row.codes or nip is None or mulai is None or tahun is None:
        return row.reject(Kind.SKP, nip=nip, nama=row["nama"], tahun=tahun)
    status = STATUS.get(row["skp_status"].lower())
    native = key_of("ekinerja", row["skp_id"]) if row["skp_id"] else key_of("ekinerja", nip, place, mulai)
    return Record(
        line=row.line, sheet=row.sheet, tahun=tahun, kind=int(Kind.SKP), native=native, slot=0, raw_hash=row.raw_hash,
        core=core_skp(status), akun=nip, place=place or None, status=status, mulai=mulai, selesai=selesai,
        hasil=None, perilaku=None, predikat=None, plt=ya_tidak(row["is_plt_plh"]),
        penilai_nip=nip_sah(row["pegawai_atasan_nip"]), tanggal=dibuat, rest=_rest(row, jabatan, status),
    )  # fmt: skip


def _tahun(row: Row, heading: Heading, mulai: str | None, selesai: str | None) -> int | None:
    """Return the year of the report, else of the SKP; an SKP that does not touch the report's year is a fault."""
    years = [year for day in (mulai, selesai) if day and (year := tahun_dari(day[:4]))]
    if heading.tahun is not None:
        if years and not min(years) <= heading.tahun <= max(years):
            row.fault("B1", f"tahun campur: laporan tahun {heading.tahun}, SKP tahun {years[0]}")
        return heading.tahun
    if not years and mulai:
        row.fault("B1", f"tahun SKP tidak mungkin: «{mulai[:4]}»")
    return years[0] if years else None


def _rest(row: Row, jabatan: str, status: int | None) -> str | None:
    return rest_json({
        "skp_id": row["skp_id"], "nama": row["nama"], "jabatan": jabatan, "jenis_pegawai": row["jenis_pegawai"],
        "golru": row["golru"], "skp_unor": row["skp_unor"] or row["unit"], "skp_unor_induk": row["skp_unor_induk"],
        "skp_model": row["skp_model"], "pegawai_atasan_nama": row["pegawai_atasan_nama"],
        "status_asli": row["skp_status"] if status is None else None,
    })  # fmt: skip

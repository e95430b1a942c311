"""Rows of Laporan Penilaian SKP (column names: docs/format.md)."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.connectors.common.columns import Columns
from selaras.connectors.common.identity import nip_sah, nip_wajib, periksa_nip
from selaras.connectors.common.keys import core_penilaian, key_of
from selaras.connectors.common.periods import slot_dari, tahun_slot
from selaras.connectors.common.rows import Row
from selaras.connectors.common.scope import cakupan_jabatan
from selaras.connectors.common.text import rest_json, tahun_dari, ya_tidak
from selaras.connectors.ports import Cakupan, Heading, Kind, Outside, PenilaianStatus, Record, Reject
from selaras.kinerja import predikat, rating

COLUMNS = Columns(
    required=("nip", "hasil_kerja", "perilaku_kerja", "hasil_akhir"),
    optional=(
        "skp_id", "id", "nama", "periode_awal_skp", "periode_akhir_skp", "skp_unor_id", "skp_unor", "skp_unor_induk",
        "skp_jabatan", "skp_jenis_jabatan", "is_skp_plt_plh_pjb", "pegawai_atasan_nip", "pegawai_atasan_nama",
        "pegawai_atasan_unor", "pegawai_atasan_jabatan", "waktu_dinilai", "tahun_skp", "periode_id", "golru",
        "jenis_pegawai", "periode", "tipe_periodik", "angka_periodik",
    ),
    other_names={"angka_periodik": ("angka",), "tipe_periodik": ("tipe",)},
    signatures=(
        frozenset({"nip", "hasil_akhir"}),
        frozenset({"hasil_akhir", "hasil_kerja"}),
        frozenset({"nip", "hasil_kerja", "skp_unor"}),
    ),
    foreign=frozenset({"predikat", "npsn", "skp_status"}),
)  # fmt: skip


def punya_periode(header: Sequence[str]) -> bool:
    """Say whether the rows themselves name their period."""
    bound = COLUMNS.bind(header)
    return "periode" in bound or "tipe_periodik" in bound


def record_of(row: Row, heading: Heading) -> Record | Reject | Outside:
    """Return one rating as e-Kinerja has it."""
    jabatan, place = row["skp_jabatan"], row["skp_unor_id"] or row["skp_unor"]
    cakupan = cakupan_jabatan(jabatan, row["skp_unor_induk"])
    if cakupan is not Cakupan.MASUK:
        nip = periksa_nip(row["nip"])[0]
        return Outside(row.line, row.sheet, cakupan, nip, row["nama"] or None, jabatan, place or None)
    nip = nip_wajib(row)
    tahun, slot = _periode(row, heading)
    hasil = row.nilai("hasil_kerja", rating.parse)
    perilaku = row.nilai("perilaku_kerja", rating.parse)
    akhir = row.nilai("hasil_akhir", predikat.parse)
    dinilai = row.tanggal("waktu_dinilai")
    mulai, selesai = row.tanggal("periode_awal_skp"), row.tanggal("periode_akhir_skp")
    if row.codes or nip is None or tahun is None or slot is None:
        return row.reject(Kind.PENILAIAN, nip=nip, nama=row["nama"], tahun=tahun, slot=slot)
    native = key_of("ekinerja", row["skp_id"]) if row["skp_id"] else key_of("ekinerja", nip, place, mulai or "")
    return Record(
        line=row.line, sheet=row.sheet, tahun=tahun, kind=int(Kind.PENILAIAN), native=native, slot=slot,
        raw_hash=row.raw_hash, core=core_penilaian(hasil, perilaku, akhir), akun=nip, place=place or None,
        status=int(PenilaianStatus.DRAF if akhir is None else PenilaianStatus.TERKIRIM), mulai=mulai, selesai=selesai,
        hasil=hasil, perilaku=perilaku, predikat=akhir, plt=ya_tidak(row["is_skp_plt_plh_pjb"]),
        penilai_nip=nip_sah(row["pegawai_atasan_nip"]), tanggal=dinilai, rest=_rest(row),
    )  # fmt: skip


def _periode(row: Row, heading: Heading) -> tuple[int | None, int | None]:
    """Return year and slot: the heading speaks for the file, the row's own columns must not contradict its year."""
    dari_label = tahun_slot([row["periode"]]) if row["periode"] else (None, None)
    tahun_baris = tahun_dari(row["tahun_skp"]) or dari_label[0]
    if row["tahun_skp"] and tahun_baris is None:
        row.fault("B1", f"kolom tahun_skp bukan tahun: «{row['tahun_skp']}»")
    if heading.tahun and tahun_baris and heading.tahun != tahun_baris:
        row.fault("B1", f"tahun campur: laporan tahun {heading.tahun}, baris tahun {tahun_baris}")
    tahun = heading.tahun or tahun_baris
    slot = heading.slot or slot_dari(row["tipe_periodik"], row["angka_periodik"]) or dari_label[1]
    if tahun is None and not row.codes:
        row.fault("B1", "tahun penilaian tidak tertulis")
    if slot is None:
        row.fault("B1", "periode penilaian tidak tertulis")
    return tahun, slot


def _rest(row: Row) -> str | None:
    return rest_json({
        "skp_id": row["skp_id"], "nama": row["nama"], "jabatan": row["skp_jabatan"],
        "jenis_pegawai": row["jenis_pegawai"], "golru": row["golru"], "skp_unor": row["skp_unor"],
        "skp_unor_induk": row["skp_unor_induk"], "pegawai_atasan_nama": row["pegawai_atasan_nama"],
        "pegawai_atasan_jabatan": row["pegawai_atasan_jabatan"], "pegawai_atasan_unor": row["pegawai_atasan_unor"],
        "periode_id": row["periode_id"],
    })  # fmt: skip

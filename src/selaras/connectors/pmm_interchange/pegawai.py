"""pegawai: one person at one school, as PMM / Ruang GTK has them."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType
from typing import Any

from selaras.connectors.common.dapodik import is_asn
from selaras.connectors.common.identity import identitas, nip_sah
from selaras.connectors.common.keys import hasher, key_of
from selaras.connectors.common.pegawai import orang, posisi
from selaras.connectors.common.rows import Row
from selaras.connectors.common.text import jenis_kelamin, rest_json
from selaras.connectors.pmm_interchange import quick as q
from selaras.connectors.pmm_interchange.fields import npsn_wajib
from selaras.connectors.ports import Cakupan, Context, Kind, Outside, Record, Reject
from selaras.kinerja import nik, nuptk

KIND = int(Kind.PEGAWAI)


def quick(sheet: int) -> q.Baca:
    """Return a reader for perfectly regular rows of people with a valid NIP."""
    npsns, atasans, singkat = q.Kenal(q.npsn_utuh), q.Kenal(q.nip_atau_kosong), q.Kenal(q.teks)
    haris, jks, statuses = q.Kenal(q.hari_atau_kosong), q.Kenal(_jk), q.Kenal(_asn)
    posisis = q.Kenal(lambda sel: posisi(*map(q.teks, sel)))
    new, teks, nip_utuh, key = q.new, q.teks, q.nip_utuh, hasher("pmm", "pegawai")

    def baca(row: Sequence[Any], line: int, raw_hash: str) -> Record:
        nip, nama, npsn, no_nik, no_nuptk, lahir, jk, status, jenis, jabatan, golongan, atasan, akun = row
        nip, nama, npsn, atasan = nip_utuh(nip), teks(nama), npsns[npsn], atasans[atasan]
        if not nama:
            raise ValueError
        rest = rest_json({
            "nip": nip, "nik": _utuh(no_nik, nik), "nuptk": _utuh(no_nuptk, nuptk), "nama": nama, "lahir": haris[lahir],
            "jk": jks[jk],
            **posisis[jabatan, jenis], "status_kepegawaian": statuses[status], "golongan": singkat[golongan],
            "nip_atasan": atasan, "akun_belajar": teks(akun),
        })  # fmt: skip
        return new(Record, (
            line, sheet, 0, KIND, key((nip, npsn)).hex(), 0, raw_hash, None, nip, npsn, None, None, None, None, None,
            None, None, atasan, None, rest,
        ))  # fmt: skip

    return baca


def _utuh(sel: Any, rules: ModuleType) -> Any:
    """Return None for an empty cell, else the NIK or NUPTK that is valid as it stands."""
    if sel in q.KOSONG_UTUH:
        return None
    if type(sel) is not str or len(sel) != rules.PANJANG or not rules.is_valid(sel):
        raise ValueError(sel)
    return sel


def _jk(sel: Any) -> str | None:
    text = q.teks(sel)
    jk = jenis_kelamin(text)
    if text and jk is None:
        raise ValueError(sel)
    return jk


def _asn(sel: Any) -> str:
    text = q.teks(sel)
    if text and not is_asn(text):
        raise ValueError(sel)
    return text


def record_of(row: Row, context: Context) -> Record | Reject | Outside:
    """Return one person; without a valid NIP the row is kept under NIK or NUPTK and carries its code."""
    status = row["status_kepegawaian"]
    if status and not is_asn(status):
        place = row["npsn"] or None
        return Outside(row.line, row.sheet, Cakupan.HONORER, nip_sah(row["nip"]), row["nama"] or None, status, place)
    who, npsn = identitas(row), npsn_wajib(row)
    if not row["nama"]:
        row.fault("B1", "kolom nama kosong")
    if row.codes or who.akun is None or npsn is None:
        return row.reject(Kind.PEGAWAI, nip=who.nip, nama=row["nama"])
    rest = orang(row, who) | posisi(row["jabatan"], row["jenis_ptk"])
    rest |= {name: row[name] for name in ("status_kepegawaian", "golongan", "nip_atasan", "akun_belajar")}
    return Record(
        line=row.line, sheet=row.sheet, tahun=0, kind=KIND, native=key_of("pmm", "pegawai", who.akun, npsn), slot=0,
        raw_hash=row.raw_hash, core=None, akun=who.akun, place=npsn, status=None, mulai=None, selesai=None, hasil=None,
        perilaku=None, predikat=None, plt=None, penilai_nip=nip_sah(row["nip_atasan"]), tanggal=None,
        rest=rest_json(rest),
    )  # fmt: skip

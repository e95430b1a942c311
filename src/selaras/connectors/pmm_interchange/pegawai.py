"""pegawai: one person at one school, as PMM / Ruang GTK has them."""

from __future__ import annotations

from selaras.connectors.common.dapodik import is_asn
from selaras.connectors.common.identity import identitas, nip_sah
from selaras.connectors.common.keys import key_of
from selaras.connectors.common.pegawai import orang, posisi
from selaras.connectors.common.rows import Row
from selaras.connectors.common.text import rest_json
from selaras.connectors.pmm_interchange.fields import npsn_wajib
from selaras.connectors.ports import Cakupan, Context, Kind, Outside, Record, Reject

KIND = int(Kind.PEGAWAI)


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

"""A PTK as Dapodik knows him, from either of its two files."""

from __future__ import annotations

from functools import lru_cache

from selaras.connectors.common.identity import identitas, nip_sah, periksa_npsn
from selaras.connectors.common.keys import key_of
from selaras.connectors.common.pegawai import orang, posisi
from selaras.connectors.common.rows import Row
from selaras.connectors.common.text import rest_json, ya_tidak
from selaras.connectors.ports import Cakupan, Kind, Outside, Record, Reject
from selaras.kinerja import jenis_ptk, kepegawaian, nama


@lru_cache(maxsize=4096)
def cakupan_ptk(status: str, ptk: str) -> Cakupan:
    """Return HONORER for who is no ASN, TENDIK for an ASN whose jenis PTK is tenaga kependidikan."""
    if status and not is_asn(status):
        return Cakupan.HONORER
    return Cakupan.TENDIK if ptk and jenis_ptk.is_tendik(ptk) else Cakupan.MASUK


@lru_cache(maxsize=4096)
def is_asn(status: str) -> bool:
    """Say whether this status kepegawaian is one of an ASN; an unknown text is taken for one, so nobody is lost."""
    try:
        return kepegawaian.parse(status).is_asn
    except ValueError:
        return True


def record_ptk(row: Row, connector: str, *, npsn: str, sekolah: str) -> Record | Reject | Outside:
    """Return the PTK as a record; key: person and school, of this file alone (the two files do not fight)."""
    status, ptk = row["status_kepegawaian"], row["jenis_ptk"]
    npsn, sah = periksa_npsn(npsn)
    cakupan = cakupan_ptk(status, ptk)
    if cakupan is not Cakupan.MASUK:
        said = ptk if cakupan is Cakupan.TENDIK else status
        return Outside(row.line, row.sheet, cakupan, nip_sah(row["nip"]), row["nama"] or None, said, npsn or None)
    who = identitas(row, nik_dulu=True)
    if npsn and not sah:
        row.fault("B1", f"NPSN tidak mungkin: «{npsn}»")
    if row.codes or who.akun is None:
        return row.reject(Kind.PEGAWAI, nip=who.nip, nama=row["nama"])
    rest = orang(row, who) | posisi(row["jabatan"], ptk, row["tugas_tambahan"]) | {
        "status_kepegawaian": status, "golongan": row["golongan"], "sekolah": sekolah,
        "tugas_tambahan": row["tugas_tambahan"], "induk": ya_tidak(row["induk"]) if row["induk"] else None,
    }  # fmt: skip
    native = key_of(connector, who.akun, npsn or nama.sekolah_normal(sekolah))
    return Record(
        line=row.line, sheet=row.sheet, tahun=0, kind=int(Kind.PEGAWAI), native=native, slot=0, raw_hash=row.raw_hash,
        core=None, akun=who.akun, place=npsn or sekolah or None, status=None, mulai=None, selesai=None, hasil=None,
        perilaku=None, predikat=None, plt=None, penilai_nip=None, tanggal=None, rest=rest_json(rest),
    )  # fmt: skip

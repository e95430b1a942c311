"""Rows of the SIASN list. Header names (NIP BARU, GOL AKHIR NAMA ...) as several public readers of the export have."""

from __future__ import annotations

from selaras.connectors.common.columns import Columns
from selaras.connectors.common.identity import identitas
from selaras.connectors.common.keys import key_of
from selaras.connectors.common.pegawai import orang, posisi
from selaras.connectors.common.rows import Row
from selaras.connectors.common.scope import cakupan_jabatan
from selaras.connectors.common.text import rest_json
from selaras.connectors.ports import Cakupan, Kind, Outside, Record, Reject

COLUMNS = Columns(
    required=("nip", "nama", "unor_nama"),
    optional=(
        "pns_id", "nik", "tanggal_lahir", "jenis_kelamin", "kedudukan", "jenis_pegawai", "status_cpns_pns",
        "golongan", "jabatan", "unor_id", "unor_induk", "gelar_depan", "gelar_belakang",
    ),
    other_names={
        "nip": ("nip_baru",),
        "nama": ("nama_pegawai",),
        "kedudukan": ("kedudukan_hukum_nama", "kedudukan_hukum", "status_kedudukan_hukum"),
        "jenis_pegawai": ("jenis_pegawai_nama",),
        "golongan": ("gol_akhir_nama", "golongan_nama", "gol_ruang"),
        "jabatan": ("jabatan_nama", "nama_jabatan"),
        "unor_nama": ("nama_unor",),
        "unor_induk": ("unor_induk_nama", "nama_unor_induk", "satuan_kerja_induk_nama"),
        "tanggal_lahir": ("tgl_lahir",),
        "jenis_kelamin": ("jk",),
    },
    signatures=(
        frozenset({"nip", "unor_nama"}),
        frozenset({"nip", "nama", "kedudukan"}),
        frozenset({"nama", "unor_nama", "kedudukan"}),
    ),
    foreign=frozenset({"npsn", "skp_status", "hasil_akhir", "hasil_kerja", "jenis_ptk", "pesan"}),
)  # fmt: skip
# Kedudukan hukum that keep the account working; anything else (pensiun, diberhentikan, meninggal ...) is not active.
AKTIF = ("aktif", "tugas belajar", "cpns", "masa persiapan pensiun", "mpp", "titipan", "perpanjangan bup")


def record_of(row: Row) -> Record | Reject | Outside:
    """Return one pegawai as SIASN has him."""
    place = row["unor_id"] or row["unor_nama"]
    who = identitas(row)
    cakupan = cakupan_jabatan(row["jabatan"], row["unor_induk"])
    if cakupan is not Cakupan.MASUK:
        return Outside(row.line, row.sheet, cakupan, who.nip, row["nama"] or None, row["jabatan"], place or None)
    if row.codes or who.akun is None:
        return row.reject(Kind.PEGAWAI, nip=who.nip, nama=row["nama"])
    rest = orang(row, who) | posisi(row["jabatan"], "") | {
        "jenis_pegawai": row["jenis_pegawai"] or row["status_cpns_pns"], "golongan": row["golongan"],
        "aktif": aktif(row["kedudukan"]), "kedudukan": row["kedudukan"], "unor_nama": row["unor_nama"],
        "unor_induk": row["unor_induk"],
    }  # fmt: skip
    return Record(
        line=row.line, sheet=row.sheet, tahun=0, kind=int(Kind.PEGAWAI), native=key_of("siasn", "pegawai", who.akun),
        slot=0, raw_hash=row.raw_hash, core=None, akun=who.akun, place=place or None, status=None, mulai=None,
        selesai=None, hasil=None, perilaku=None, predikat=None, plt=None, penilai_nip=None, tanggal=None,
        rest=rest_json(rest),
    )  # fmt: skip


def aktif(kedudukan: str) -> bool | None:
    """Return whether this kedudukan hukum means an active pegawai; None when it is not written.

    >>> aktif("Aktif"), aktif("PNS Aktif"), aktif("Tidak Aktif"), aktif("Pensiun"), aktif("")
    (True, True, False, False, None)
    """
    text = " ".join(kedudukan.lower().split())
    if not text:
        return None
    if "tidak aktif" in text or "non aktif" in text or "nonaktif" in text or "diberhentikan" in text:
        return False
    return any(word in text for word in AKTIF)

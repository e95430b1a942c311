"""The roles, how far each reaches, and what each may do. The only place where that is decided.

>>> boleh(Jenis.GURU, Izin.SETUJUI), boleh(Jenis.KEPALA, Izin.SETUJUI)
(False, True)
>>> Jenis.TEKNISI.jangkauan
<Jangkauan.TIDAK_ADA: 'tidak ada'>
"""

from __future__ import annotations

from enum import StrEnum


class Jangkauan(StrEnum):
    """How far a role reaches within its instansi."""

    DIRI = "diri"
    SEKOLAH = "sekolah"
    INSTANSI = "instansi"
    TIDAK_ADA = "tidak ada"  # no person at all


class Jenis(StrEnum):
    """The roles."""

    GURU = "guru"
    KEPALA = "kepala"
    OPERATOR = "operator"
    PENGAWAS = "pengawas"
    ADMIN_DINAS = "admin_dinas"
    ADMIN_INSTANSI = "admin_instansi"
    TEKNISI = "teknisi"

    @property
    def nama(self) -> str:
        """Name the role as people do."""
        return _NAMA[self]

    @property
    def jangkauan(self) -> Jangkauan:
        """Say how far the role reaches."""
        return _JANGKAUAN[self]

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """List the roles for a form."""
        return [(str(one), one.nama) for one in cls]

    @classmethod
    def of_school(cls) -> list[str]:
        """List the roles that are always about a school."""
        return [str(one) for one in cls if one.jangkauan is Jangkauan.SEKOLAH]


class Sebagai(StrEnum):
    """How an office is held."""

    DEFINITIF = "definitif"
    PLT = "plt"
    PLH = "plh"

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """List the ways for a form."""
        return [(str(one), {"definitif": "Definitif", "plt": "Plt.", "plh": "Plh."}[one]) for one in cls]


class Izin(StrEnum):
    """What can be done."""

    LIHAT_DIRI = "lihat data sendiri"
    LIHAT_SEKOLAH = "lihat data satu sekolah"
    LIHAT_IDENTITAS = "lihat NIP utuh"
    SETUJUI = "menyetujui"
    KUNCI_LAPORAN = "mengunci laporan akhir"
    KODE_MASUK = "membagikan kode masuk"
    UNGGAH_DAFTAR = "mengunggah daftar guru"
    ISIAN_CEPAT = "menyatakan isi Ruang GTK"
    LIHAT_INSTANSI = "lihat seluruh instansi"
    IMPOR = "mengimpor laporan"
    PADAN = "memadankan orang dan unit"
    KECUALIKAN = "mengecualikan"
    PERIODE = "mengatur periode"
    KIRIM = "merencanakan dan mengirim"
    JADWAL = "mengatur jadwal"
    PERAN = "memberi peran"
    SISTEM = "memeriksa sistem"
    CATATAN = "membaca catatan akses"
    EKINERJA = "mengelola e-Kinerja bawaan"


_NAMA = {
    Jenis.GURU: "Guru",
    Jenis.KEPALA: "Kepala sekolah",
    Jenis.OPERATOR: "Operator sekolah",
    Jenis.PENGAWAS: "Pengawas",
    Jenis.ADMIN_DINAS: "Admin dinas",
    Jenis.ADMIN_INSTANSI: "Admin instansi",
    Jenis.TEKNISI: "Teknisi",
}
_JANGKAUAN = {
    Jenis.GURU: Jangkauan.DIRI,
    Jenis.KEPALA: Jangkauan.SEKOLAH,
    Jenis.OPERATOR: Jangkauan.SEKOLAH,
    Jenis.PENGAWAS: Jangkauan.SEKOLAH,
    Jenis.ADMIN_DINAS: Jangkauan.INSTANSI,
    Jenis.ADMIN_INSTANSI: Jangkauan.INSTANSI,
    Jenis.TEKNISI: Jangkauan.TIDAK_ADA,
}
_DIRI = frozenset({Izin.LIHAT_DIRI})
_SEKOLAH = _DIRI | {Izin.LIHAT_SEKOLAH}
_DINAS = _SEKOLAH | {
    Izin.LIHAT_IDENTITAS,
    Izin.LIHAT_INSTANSI,
    Izin.IMPOR,
    Izin.PADAN,
    Izin.KECUALIKAN,
    Izin.KODE_MASUK,
}
_IZIN: dict[Jenis, frozenset[Izin]] = {
    Jenis.GURU: _DIRI,
    Jenis.KEPALA: _SEKOLAH | {Izin.SETUJUI, Izin.KUNCI_LAPORAN, Izin.ISIAN_CEPAT},
    Jenis.OPERATOR: _SEKOLAH | {Izin.LIHAT_IDENTITAS, Izin.KODE_MASUK, Izin.UNGGAH_DAFTAR, Izin.ISIAN_CEPAT},
    Jenis.PENGAWAS: _SEKOLAH,
    Jenis.ADMIN_DINAS: _DINAS,
    Jenis.ADMIN_INSTANSI: _DINAS
    | {Izin.SETUJUI, Izin.KUNCI_LAPORAN, Izin.PERIODE, Izin.KIRIM, Izin.JADWAL, Izin.PERAN, Izin.SISTEM}
    | {Izin.EKINERJA, Izin.CATATAN},
    Jenis.TEKNISI: frozenset({Izin.JADWAL, Izin.SISTEM, Izin.CATATAN}),
}


def boleh(jenis: Jenis, izin: Izin) -> bool:
    """Say whether a role may do something, within the places that it reaches."""
    return izin in _IZIN[jenis]

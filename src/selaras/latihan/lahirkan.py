"""Making people: number, name, post and SKP of everybody in one school, always the same for the same seed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from random import Random

from selaras.latihan import nilai, nomor
from selaras.latihan.district import District
from selaras.latihan.nama import nama_orang
from selaras.latihan.orang import Guru, Pejabat
from selaras.latihan.sekolah import TERTAHAN, Sekolah
from selaras.latihan.skp import Pimpinan, pasang_skp

_PNS = (
    ("III/a", "Guru Ahli Pertama"),
    ("III/b", "Guru Ahli Pertama"),
    ("III/c", "Guru Ahli Muda"),
    ("III/d", "Guru Ahli Muda"),
    ("IV/a", "Guru Ahli Madya"),
)
_SENIOR = ("IV/a", "Guru Ahli Madya")
BELUM = Pejabat("", "", "")
_PENSIUN = {"X1": 7, "X1-baru": 1}  # month in which those who retire were born, 60 years before


def kepala_dinas(tahun: int) -> Pejabat:
    """Give the superior of every head."""
    return Pejabat(f"{tahun - 59}0312{tahun - 34}031901", "BAHTIAR MANDALA", "Kepala Dinas")


def _lahir(d: District, g: int, peran: str, urut: int) -> tuple[dt.date, int]:
    if peran in _PENSIUN:
        awal = dt.date(d.tahun - 60, _PENSIUN[peran], 1)
        return awal + dt.timedelta(days=urut // 50 % 180), urut % 50
    return nomor.tanggal_lahir(g, d.tahun), g % 50


def _status(d: District, peran: str, lahir: dt.date, senior: bool, bits: int) -> tuple[str, str, str, str]:
    """Give status, digits 9-14 of the NIP, golongan and jabatan."""
    if peran == "pppk":
        return "PPPK", f"{d.tahun}21", "IX", "Guru Ahli Pertama"
    if not senior and peran not in ("J1", *_PENSIUN) and bits % 20 < 7:
        return "PPPK", f"{max(2019, d.tahun - 1 - bits // 20 % 3)}21", "IX", "Guru Ahli Pertama"
    mulai = min(lahir.year + 23 + bits // 20 % 10, d.tahun - 1)
    golongan, jabatan = _SENIOR if senior else _PNS[bits // 200 % 5]
    if peran == "J1":
        golongan, jabatan = _PNS[2]
    return "PNS", f"{mulai}{(1, 3, 4, 12)[bits // 1000 % 4]:02d}", golongan, jabatan


def _orang(d: District, s: Sekolah, ke: int, g: int, rng: Random, peran: str, urut: int) -> Guru:
    bits = rng.getrandbits(250)
    perempuan = bits % 8 < 5
    senior = ke == 0 or (s.jenis == "ganti" and ke == 1)
    lahir, seri = _lahir(d, g, peran, urut)
    status, enam, golongan, jabatan = _status(d, peran, lahir, senior, bits >> 3)
    kepala = ke == 0 and (s.jenis not in ("K1", "plt") or (s.jenis == "K1" and d.sembuh("K1")))
    nip = nomor.nip(lahir, enam, perempuan, seri)
    nik = nomor.nik(lahir, perempuan, seri, bits >> 30)
    return Guru(
        g=g,
        nip=nip,
        nip_sekolah=nip,
        nik=nomor.nik_berbeda(nik, urut) if peran == "N4" and not d.sembuh("N4") else nik,
        nuptk=nomor.nuptk(g),
        nama=nama_orang(perempuan, bits >> 50 & 0xFFFFF),
        lahir=lahir.isoformat(),
        perempuan=perempuan,
        status=status,
        golongan=golongan,
        jabatan="Kepala Sekolah" if kepala else jabatan,
        jenis_ptk="Kepala Sekolah" if kepala else s.jenis_ptk,
        sekolah=s,
        unor=s.unor[0 if d.sembuh("U3") else ke % len(s.unor)],
        atasan=BELUM,
        nilai={tw: nilai.acak(bits >> 80 + 10 * k) for k, tw in enumerate("1234T")},
        acak=bits >> 140,
        peran=peran,
        urut=urut,
    )


def _peran(d: District, s: Sekolah, ke: int) -> tuple[str, int]:
    if s.jenis == "biasa":
        return d.peran_slot(s.slot + ke - 1) if ke else ("selaras", 0)
    if s.jenis in TERTAHAN:
        return "tertahan", 0
    if s.jenis == "S4":
        return "S4", ke
    return ("plt", 0) if s.jenis == "plt" and ke == 0 else ("selaras", 0)


def _sesuaikan(d: District, guru: Guru) -> None:
    if d.sembuh(guru.peran):
        return
    if guru.peran == "N1":
        guru.nip_sekolah = ""
    elif guru.peran == "N3":
        guru.nip_sekolah = nomor.nip_keliru(guru.nip)
    elif guru.peran == "A1":
        guru.pejabat_lain = kepala(d, d.sekolah_lain(guru.sekolah.i))
    elif guru.peran == "U4":
        guru.unor_lain = d.sekolah_lain(guru.sekolah.i).unor[0]


def _warga(d: District, s: Sekolah) -> Iterator[Guru]:
    rng = Random(f"orang-{d.seed}-{s.i}")  # noqa: S311 - chance to be repeated, no secret
    for ke in range(s.jumlah):
        peran, urut = _peran(d, s, ke)
        guru = _orang(d, s, ke, s.awal + ke, rng, peran, urut)
        _sesuaikan(d, guru)
        yield guru
        if peran == "N5":
            kedua = _orang(d, s, ke, d.guru + len(d.sekolah) + d.opd_lain + urut, rng, "kembar", urut)
            kedua.nip_sekolah = kedua.nip if d.sembuh("N5") else guru.nip
            yield kedua


def orang_sekolah(d: District, s: Sekolah) -> list[Guru]:
    """Make everybody of one school, whoever leads it first."""
    warga = list(_warga(d, s))
    pimpinan = Pimpinan.dari(s, kepala_dinas(d.tahun), warga)
    for ke, guru in enumerate(warga):
        asal = d.sekolah_lain(s.i) if guru.peran in ("mutasi", "S5") else None
        pasang_skp(d.tahun, guru, ke, pimpinan, (asal, kepala(d, asal)) if asal else None)
    return warga


def kepala(d: District, s: Sekolah) -> Pejabat:
    """Give the head of an ordinary school."""
    return next(_warga(d, s)).sebagai_pejabat


def semua(d: District) -> Iterator[Guru]:
    """Make every teacher and head of the district, school by school."""
    for s in d.sekolah:
        yield from orang_sekolah(d, s)

"""People outside the scope: they are in the files as in life, and must never become findings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from random import Random

from selaras.latihan import nilai, nomor
from selaras.latihan.district import District
from selaras.latihan.lahirkan import kepala_dinas
from selaras.latihan.nama import nama_orang
from selaras.latihan.orang import LuarCakupan, Pejabat
from selaras.latihan.sekolah import Sekolah, Unor


def _lahir(d: District, g: int) -> dt.date:
    return nomor.tanggal_lahir(g, d.tahun)


def honorer(d: District, s: Sekolah) -> LuarCakupan:
    """Give the honorary teacher of a school: in Dapodik only, without NIP."""
    bits = Random(f"honorer-{d.seed}-{s.i}").getrandbits(60)  # noqa: S311 - chance to be repeated, no secret
    lahir, perempuan = dt.date(d.tahun - 28, 1 + bits % 12, 1 + bits % 28), bits % 2 == 0
    return LuarCakupan("honorer", -1, "", "", nama_orang(perempuan, bits >> 20), lahir.isoformat(), perempuan,
                       s.jenis_ptk, "", s, s.unor[0], Pejabat("", "", ""), nilai.acak(0))  # fmt: skip


def tata_usaha(d: District, s: Sekolah) -> LuarCakupan:
    """Give the clerk of a school: in SIASN, e-Kinerja and Dapodik, and no teacher."""
    g = d.guru + s.i
    return _pns(d, "tu", g, "Pengadministrasi Umum", s, s.unor[0], kepala_dinas(d.tahun), "II/c")


def perawat(d: District, ke: int) -> LuarCakupan:
    """Give a nurse of another OPD, who stands in the same lists and reports."""
    nama = f"PUSKESMAS SELARAS {1 + ke % 3}"
    unor = Unor(nomor.uuid(d.seed, "unor-opd", ke % 3), nama, nama.title(), "DINAS KESEHATAN")
    atasan = Pejabat(f"{d.tahun - 59}0514{d.tahun - 33}042902", "RATNA GINTING", "Kepala Dinas")
    return _pns(d, "opd", d.guru + len(d.sekolah) + ke, "Perawat", None, unor, atasan, "III/b")


def _pns(
    d: District, jenis: str, g: int, jabatan: str, s: Sekolah | None, unor: Unor, atasan: Pejabat, golongan: str
) -> LuarCakupan:
    bits = Random(f"{jenis}-{d.seed}-{g}").getrandbits(80)  # noqa: S311 - chance to be repeated, no secret
    perempuan, lahir = bits % 2 == 0, _lahir(d, g)
    nip = nomor.nip(lahir, f"{min(lahir.year + 24, d.tahun - 1)}03", perempuan, g % 50)
    nik = nomor.nik(lahir, perempuan, g % 50, bits >> 40)
    nama = nama_orang(perempuan, bits >> 10 & 0xFFFFF)
    return LuarCakupan(jenis, g, nip, nik, nama, lahir.isoformat(), perempuan, jabatan, golongan, s, unor, atasan,
                       nilai.acak(bits >> 30))  # fmt: skip


def berakun(d: District) -> Iterator[LuarCakupan]:
    """Give everybody outside the scope who has a NIP: clerks and nurses."""
    for s in d.sekolah:
        yield tata_usaha(d, s)
    for ke in range(d.opd_lain):
        yield perawat(d, ke)

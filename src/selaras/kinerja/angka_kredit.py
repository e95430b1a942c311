"""Angka kredit of a jabatan fungsional from the predikat: AK = (bulan / 12) * persen * koefisien.

Exact `Fraction` all the way; half-up rounding only when printing. Adding rounded quarters is wrong: 4 * 4.69 is not
18.75. PPPK have no angka kredit. Source: Permen PANRB 1/2023 Pasal 37, PerBKN 3/2023; docs/aturan.md.

>>> cetak(hitung("Ahli Pertama", "Baik", 3)), cetak(hitung("Guru Ahli Madya", "Baik", 12))
('3.13', '37.50')
>>> hitung("Ahli Pertama", "Baik", 12, jenis="PPPK")
Traceback (most recent call last):
    ...
selaras.kinerja.angka_kredit.AngkaKreditError: PPPK tidak memakai angka kredit: cukup predikatnya.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from selaras.kinerja import jenjang as jenjang_
from selaras.kinerja import predikat as predikat_
from selaras.kinerja.putusan import AturanError

SETAHUN: Final = 12
IJAZAH: Final = Fraction(1, 4)
# AK konvensional (before 2023) minus this gives AK integrasi; published ranges.
_INTEGRASI: Final = {"III/a": 100, "III/b": 100, "III/c": 200, "III/d": 200, "IV/a": 400, "IV/b": 400, "IV/c": 400}
INTEGRASI: Final = _INTEGRASI | {"IV/d": 850, "IV/e": 850}
# III/d = 100 is PerBKN 3/2023 p. 25; the others follow from the needs within a jenjang, not read in the regulation.
_DASAR: Final = {"III/a": 0, "III/b": 50, "III/c": 0, "III/d": 100, "IV/a": 0, "IV/b": 150, "IV/c": 300}
DASAR: Final = _DASAR | {"IV/d": 0, "IV/e": 200}


class AngkaKreditError(AturanError):
    """What can not be counted: BULAN_RANGE, BULAN_NOT_INTEGER, NOT_APPLICABLE_PPPK, MONTH_OVERLAP, UNKNOWN_GOLONGAN."""


def hitung(jenjang: str, predikat: int | str, bulan: int | float | str, *, jenis: str = "PNS") -> Fraction:
    """Return the exact angka kredit of 1..12 months in one year at one jenjang with one predikat."""
    if "PPPK" in jenis.upper():
        raise AngkaKreditError("NOT_APPLICABLE_PPPK")
    n = _bulan(bulan)
    if n > SETAHUN:
        raise AngkaKreditError("BULAN_RANGE")
    kode = predikat_.parse(predikat) if isinstance(predikat, str) else predikat
    return Fraction(n, SETAHUN) * Fraction(predikat_.persen_ak(kode), 100) * jenjang_.parse(jenjang).koefisien


def pelantikan(jenjang: str, bulan: int | float | str) -> Fraction:
    """Return the angka kredit of months served before a pelantikan: at 100 %, and more than 12 are allowed.

    >>> cetak(pelantikan("Ahli Pertama", 41))  # 3 years 5 months
    '42.71'
    """
    return Fraction(_bulan(bulan), SETAHUN) * jenjang_.parse(jenjang).koefisien


def cetak(ak: Fraction, desimal: int = 2) -> str:
    """Print half-up with a decimal point; how many decimals the forms want is not settled (docs/aturan.md).

    >>> cetak(Fraction(25, 8)), cetak(Fraction(75, 16), 3), cetak(Fraction(-1, 8), 1), cetak(Fraction(5), 0)
    ('3.13', '4.688', '-0.1', '5')
    """
    satuan = 10**desimal
    utuh = (abs(ak) * satuan * 2 + 1) // 2
    tanda = "-" if ak < 0 and utuh else ""
    depan, belakang = divmod(int(utuh), satuan)
    return f"{tanda}{depan}.{belakang:0{desimal}d}" if desimal else f"{tanda}{depan}"


def kumulatif(saldo: Fraction, bagian: Iterable[Fraction]) -> Fraction:
    """Return the running total: the balance carried in plus exact parts.

    >>> cetak(kumulatif(Fraction(100), [hitung("Ahli Muda", "Sangat Baik", 12)]))
    '137.50'
    """
    return sum(bagian, saldo)


def tahunan_mengganti(periodik: Iterable[Fraction], tahunan: Fraction | None) -> Fraction:
    """Return what a year counts: the annual conversion once there is one, until then the sum of the periodic ones.

    >>> cetak(tahunan_mengganti([hitung("Ahli Pertama", 1, 9)], hitung("Ahli Pertama", 2, 10)))
    '10.42'
    >>> cetak(tahunan_mengganti([hitung("Ahli Pertama", 1, 3)] * 4, None))
    '18.75'
    """
    return sum(periodik, Fraction(0)) if tahunan is None else tahunan


def pastikan_tidak_tumpang(rentang: Iterable[tuple[int, int]]) -> None:
    """Raise MONTH_OVERLAP when two (first month, last month) ranges of one year share a month.

    >>> pastikan_tidak_tumpang([(1, 6), (7, 12)])
    """
    terpakai: set[int] = set()
    for awal, akhir in rentang:
        bulan = set(range(awal, akhir + 1))
        if terpakai & bulan:
            raise AngkaKreditError("MONTH_OVERLAP")
        terpakai |= bulan


def setelah_kenaikan_pangkat(total: Fraction, jenjang: str) -> Fraction:
    """Return what is carried on after a promotion within the jenjang: the excess over the need.

    >>> cetak(setelah_kenaikan_pangkat(Fraction("75.63"), "Ahli Pertama"))
    '25.63'
    """
    return total - jenjang_.parse(jenjang).kebutuhan_pangkat


def setelah_kenaikan_jenjang(total: Fraction) -> Fraction:
    """Return what is carried on after a promotion to the next jenjang: nothing (one source; docs/aturan.md).

    >>> setelah_kenaikan_jenjang(Fraction(120))
    Fraction(0, 1)
    """
    return total * 0


def integrasi(golongan: str, konvensional: Fraction | int) -> Fraction:
    """Return AK integrasi of an AK konvensional at a canonical golongan.

    >>> integrasi("III/b", 150)
    Fraction(50, 1)
    """
    return Fraction(konvensional) - _di(INTEGRASI, golongan)


def dasar(golongan: str) -> Fraction:
    """Return the AK dasar of a canonical golongan.

    >>> dasar("III/d")
    Fraction(100, 1)
    """
    return Fraction(_di(DASAR, golongan))


def ijazah(kebutuhan: Fraction | int) -> Fraction:
    """Return what a higher degree adds: 25 % of the AK needed for the promotion.

    >>> ijazah(150)
    Fraction(75, 2)
    """
    return Fraction(kebutuhan) * IJAZAH


def kebutuhan(jenjang: str) -> tuple[int, int | None]:
    """Return the AK needed for the next pangkat and for the next jenjang (None: no higher jenjang).

    >>> kebutuhan("Ahli Pertama"), kebutuhan("Ahli Utama")
    ((50, 100), (200, None))
    """
    j = jenjang_.parse(jenjang)
    return j.kebutuhan_pangkat, j.kebutuhan_jenjang


def _bulan(bulan: int | float | str) -> int:
    try:
        n = Fraction(str(bulan))
    except (ValueError, ZeroDivisionError):
        raise AngkaKreditError("BULAN_NOT_INTEGER") from None
    if n.denominator != 1:
        raise AngkaKreditError("BULAN_NOT_INTEGER")
    if n < 1:
        raise AngkaKreditError("BULAN_RANGE")
    return int(n)


def _di(tabel: dict[str, int], golongan: str) -> int:
    if golongan not in tabel:
        raise AngkaKreditError("UNKNOWN_GOLONGAN")
    return tabel[golongan]

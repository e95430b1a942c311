"""Jenjang of a jabatan fungsional: yearly koefisien of angka kredit and what a promotion needs.

Source: Lampiran Permen PANRB 1/2023 through public programs; docs/aturan.md. PPPK: Perpres 98/2020
(teachers mostly IX; not confirmed). The need for the next jenjang is proportional for a person who
entered above the lowest golongan of the jenjang.

>>> j = parse("Guru Ahli Madya")
>>> j.nama, j.koefisien, j.kebutuhan_pangkat, j.kebutuhan_jenjang
('Ahli Madya', Fraction(75, 2), 150, 450)
>>> dari_golongan("III/d").nama, dari_golongan("IX").nama
('Ahli Muda', 'Ahli Pertama')
>>> parse("Guru Dewasa")  # old nomenclature is a failure with a name, not a synonym
Traceback (most recent call last):
    ...
selaras.kinerja.jenjang.JenjangError: Jenjang jabatan ini tidak dikenal.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from selaras.kinerja.putusan import AturanError


class JenjangError(AturanError):
    """Text or golongan without a jenjang: `kode` UNKNOWN_JENJANG."""

    apa = "Jenjang"


@dataclass(frozen=True, slots=True)
class Jenjang:
    """One jenjang. Needs are angka kredit; `kebutuhan_jenjang` None: there is no higher jenjang."""

    nama: str
    koefisien: Fraction
    kebutuhan_pangkat: int
    kebutuhan_jenjang: int | None
    golongan: tuple[str, ...] = ()
    golongan_pppk: tuple[str, ...] = ()


_SEMUA: Final = (
    Jenjang("Pemula", Fraction(15, 4), 15, 15, ("II/a",), ("V",)),
    Jenjang("Terampil", Fraction(5), 20, 60, ("II/b", "II/c", "II/d"), ("VI", "VII")),
    Jenjang("Mahir", Fraction(25, 2), 50, 100),
    Jenjang("Penyelia", Fraction(25), 100, None),
    Jenjang("Ahli Pertama", Fraction(25, 2), 50, 100, ("III/a", "III/b"), ("IX", "X")),
    Jenjang("Ahli Muda", Fraction(25), 100, 200, ("III/c", "III/d"), ("XI", "XII")),
    Jenjang("Ahli Madya", Fraction(75, 2), 150, 450, ("IV/a", "IV/b", "IV/c"), ("XIII", "XIV", "XV")),
    Jenjang("Ahli Utama", Fraction(50), 200, None, ("IV/d", "IV/e"), ("XVI", "XVII")),
)
JENJANG: Final = {j.nama: j for j in _SEMUA}
_POLA: Final = re.compile(r"\b(AHLI\s+(?:PERTAMA|MUDA|MADYA|UTAMA)|PEMULA|TERAMPIL|MAHIR|PENYELIA)\b")


def parse(text: str) -> Jenjang:
    """Return the jenjang that a jabatan names ("Guru Ahli Pertama"); raises `JenjangError`."""
    cocok = _POLA.findall(text.upper())
    if len(set(cocok)) != 1:
        raise JenjangError("UNKNOWN_JENJANG")
    return JENJANG[" ".join(cocok[0].split()).title()]


def dari_golongan(golongan: str) -> Jenjang:
    """Return the jenjang of a JF keahlian (all teachers') for a canonical golongan, PNS or PPPK.

    Golongan III of the keterampilan ladder (Mahir, Penyelia) shares its letters with keahlian: not decided here.
    """
    for j in _SEMUA:
        if golongan in j.golongan or golongan in j.golongan_pppk:
            return j
    raise JenjangError("UNKNOWN_JENJANG")

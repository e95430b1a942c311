"""Pangkat and golongan ruang: PNS I/a to IV/e, PPPK I to XVII.

Source: docs/aturan.md; golongan I and II by general knowledge (PP 11/2017).

>>> parse("Penata Muda Tk. I, III/B"), parse("iii-d"), parse("IX")
('III/b', 'III/d', 'IX')
>>> pangkat("IV/a"), is_pppk("IX"), is_pppk("IV/a")
('Pembina', True, False)
>>> parse("III")  # PNS without ruang, or PPPK? a PPPK golongan by its form
'III'
>>> parse("V/z")
Traceback (most recent call last):
    ...
selaras.kinerja.golongan.GolonganError: Golongan ini tidak dikenal.
"""

from __future__ import annotations

import re
from typing import Final

from selaras.kinerja.putusan import AturanError


class GolonganError(AturanError):
    """Text that is no golongan: `kode` UNKNOWN_GOLONGAN or INCOMPLETE."""

    apa = "Golongan"


PANGKAT: Final = {
    "I/a": "Juru Muda",
    "I/b": "Juru Muda Tingkat I",
    "I/c": "Juru",
    "I/d": "Juru Tingkat I",
    "II/a": "Pengatur Muda",
    "II/b": "Pengatur Muda Tingkat I",
    "II/c": "Pengatur",
    "II/d": "Pengatur Tingkat I",
    "III/a": "Penata Muda",
    "III/b": "Penata Muda Tingkat I",
    "III/c": "Penata",
    "III/d": "Penata Tingkat I",
    "IV/a": "Pembina",
    "IV/b": "Pembina Tingkat I",
    "IV/c": "Pembina Utama Muda",
    "IV/d": "Pembina Utama Madya",
    "IV/e": "Pembina Utama",
}
PPPK: Final = (
    *("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"),
    *("X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII"),
)
_PNS: Final = re.compile(r"\b(IV|III|II|I)\s*[/.\-]?\s*([A-E])\b")
_ROMAWI: Final = re.compile(r"(?:GOL(?:ONGAN)?\.?\s*)?([IVX]+)")


def parse(text: str) -> str:
    """Return the canonical golongan: 'III/a' (PNS) or 'IX' (PPPK); raises `GolonganError`."""
    t = text.strip().upper()
    if t in ("", "-"):
        raise GolonganError("INCOMPLETE")
    pns = _PNS.search(t)
    calon = f"{pns[1]}/{pns[2].lower()}" if pns else ""
    romawi = _ROMAWI.fullmatch(t)
    calon = romawi[1] if romawi else calon
    if calon not in PANGKAT and calon not in PPPK:
        raise GolonganError("UNKNOWN_GOLONGAN")
    return calon


def is_pppk(golongan: str) -> bool:
    """Say whether a canonical golongan is one of PPPK."""
    return golongan in PPPK


def pangkat(golongan: str) -> str | None:
    """Return the name of the rank; PPPK have none.

    >>> pangkat("IX") is None
    True
    """
    return PANGKAT.get(golongan)


def urutan(golongan: str) -> int:
    """Return the place of a golongan in its own ladder, from 0.

    >>> urutan("III/a") < urutan("III/b"), urutan("IX")
    (True, 8)
    """
    return PPPK.index(golongan) if is_pppk(golongan) else list(PANGKAT).index(golongan)

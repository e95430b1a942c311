"""Cleaning and hiding of identifiers, shared by the number modules.

Stripped: blanks of every kind (no-break, zero width), dots, dashes, quotes at the ends, a label such as "NIP :".
Never repaired: numbers that a spreadsheet damaged ("1.98501E+17", "19850101201001299.0") come back as they were.
"""

from __future__ import annotations

import re
from typing import Final

_BLANGKO: Final = " \t\r\n\v\f\u00a0\u2007\u202f\u200b\u200c\u200d\u2060\ufeff"
_GARIS: Final = "\u2010\u2011\u2012\u2013\u2014\u2212-"
_KUTIP: Final = "'\u2018\u2019`\""
_PEMISAH: Final = dict.fromkeys(map(ord, _BLANGKO + _GARIS + ".:"))
_NAMA: Final = r"(?:NO(?:MOR)?[\s.]*)?(?:NI\s*P{3}K|NIP\s*(?:P{3}K|BARU)?|NIK|KTP|NUPTK|NPSN|NPWP)"
_AWAL: Final = re.compile(rf"^(?:[{_BLANGKO}{_KUTIP}=.:{_GARIS}]|{_NAMA})+")
_RUSAK: Final = re.compile(r"[+-]?\d+(?:[.,]\d+)?E[+-]?\d+|\d+[.,]0+", re.ASCII)
TANDA: Final = "*"


def compact(text: str) -> str:
    """Return the bare identifier, upper case.

    >>> compact("NIP. 19850101 201001 2 999")
    '198501012010012999'
    >>> compact("1,98501e+17")
    '1,98501E+17'
    >>> compact("NIP 19850101201001299.0")  # not eighteen digits
    '19850101201001299.0'
    """
    if angka(text):  # nearly all of them
        return text
    bersih = _AWAL.sub("", text.upper()).rstrip(_BLANGKO + _KUTIP)
    if rusak(bersih):
        return bersih
    return _AWAL.sub("", bersih.translate(_PEMISAH)).rstrip(_KUTIP)


def rusak(text: str) -> bool:
    """Say whether a spreadsheet stored this as a number, so that digits may be lost.

    >>> rusak("1.98501E+17"), rusak("19850101201001299.0"), rusak("198501012010012999")
    (True, True, False)
    """
    return _RUSAK.fullmatch(text) is not None


def angka(text: str) -> bool:
    """Say whether the text is plain digits 0-9 only.

    >>> angka("123"), angka(""), angka("\u0661")
    (True, False, False)
    """
    return text.isascii() and text.isdigit()


def kode_dasar(text: str, *panjang: int) -> str | None:
    """Return the code of what is wrong before any digit is looked at, or None.

    >>> kode_dasar("1E+15", 16), kode_dasar("12O", 16), kode_dasar("12", 16), kode_dasar("1" * 16, 16)
    ('PRECISION_LOST', 'NON_DIGIT', 'LENGTH', None)
    """
    if angka(text):
        return None if len(text) in panjang else "LENGTH"
    return "PRECISION_LOST" if rusak(text) else "NON_DIGIT"


def tutup(text: str, *, depan: int, belakang: int, panjang: int) -> str:
    """Hide the middle of an identifier; of anything shorter than `panjang` show nothing.

    >>> tutup("198501012010012999", depan=4, belakang=3, panjang=18)
    '1985***********999'
    >>> tutup("1985", depan=4, belakang=3, panjang=18)
    '****'
    """
    if len(text) < panjang:
        return TANDA * len(text)
    return text[:depan] + TANDA * (len(text) - depan - belakang) + text[len(text) - belakang :]

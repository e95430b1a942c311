"""Rating of hasil kerja and of perilaku kerja: three levels each, SIASN codes 1 di atas, 2 sesuai, 3 di bawah.

Every spelling that was seen is read; anything else is an error, never a guess. A rating is carried as given:
no rule turns PMM points, rubric levels or attendance into one (docs/aturan.md).
Source: Permen PANRB 6/2022; docs/format.md for the spellings.

>>> parse("DI ATAS EXPEKTASI"), parse("memenuhi ekspektasi"), parse("Dibawah Ekspetasi")
(1, 2, 3)
>>> nama(1)
'Di atas ekspektasi'
>>> parse("Atas")
Traceback (most recent call last):
    ...
selaras.kinerja.rating.RatingError: Tulisan rating ini tidak dikenal; Selaras tidak menebak.
>>> parse("-")
Traceback (most recent call last):
    ...
selaras.kinerja.rating.RatingError: Rating belum diisi.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from selaras.kinerja.putusan import AturanError


class Rating(IntEnum):
    """The three levels, numbered as SIASN numbers them."""

    DIATAS = 1
    SESUAI = 2
    DIBAWAH = 3


HASIL = Rating
PERILAKU = Rating


class RatingError(AturanError):
    """Text that is no rating: `kode` INCOMPLETE (not rated yet) or UNKNOWN_RATING."""

    apa = "Rating"


NAMA: Final = {1: "Di atas ekspektasi", 2: "Sesuai ekspektasi", 3: "Di bawah ekspektasi"}
BELUM: Final = frozenset({"", "-", "\u2013", "\u2014", "belumdinilai"})
_DEPAN: Final = {"diatas": 1, "sesuai": 2, "memenuhi": 2, "dibawah": 3}
_EJAAN: Final = ("ekspektasi", "expektasi", "ekspetasi", "expetasi", "espektasi")
_ALIAS: Final = {d + e: kode for d, kode in _DEPAN.items() for e in _EJAAN} | {"diatas": 1, "sesuai": 2, "dibawah": 3}
BATAS_INGATAN: Final = 4096
_dikenal: dict[str, int] = {}


def kunci(text: str) -> str:
    """Return the text as aliases are looked up: no blanks, no case.

    >>> kunci(" Di  Atas Ekspektasi")
    'diatasekspektasi'
    """
    return "".join(text.split()).casefold()


def parse(text: str) -> int:
    """Return 1, 2 or 3; raises `RatingError`. A spelling already seen costs one dict lookup."""
    kode = _dikenal.get(text)
    return _baca(text) if kode is None else kode


def nama(code: int) -> str:
    """Return the canonical name of a code."""
    if code not in NAMA:
        raise RatingError("UNKNOWN_RATING")
    return NAMA[code]


def _baca(text: str) -> int:
    k = kunci(text)
    if k in BELUM:
        raise RatingError("INCOMPLETE")
    if k not in _ALIAS:
        raise RatingError("UNKNOWN_RATING")
    if len(_dikenal) < BATAS_INGATAN:
        _dikenal[text] = _ALIAS[k]
    return _ALIAS[k]

"""NPSN: the number of a school. Eight digits; K or P and seven digits for LKP and PKBM/SKB; six for a university.

Opaque text. A lost leading zero is asked for, never padded; ".0" left by a spreadsheet is taken off only when the
rest is eight digits. It names a place, not a person: `mask` leaves it readable.
Source: docs/aturan.md (Wikidata P4128).

>>> validate("20100001.0"), validate("p2100001")
('20100001', 'P2100001')
>>> is_valid("2010001"), is_valid("2010001.0")
(False, False)
>>> format(" 20100001 "), mask("20100001")
('20100001', '20100001')
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from selaras.kinerja import _teks
from selaras.kinerja.putusan import Putusan

BENTUK: Final = re.compile(r"\d{8}|[KP]\d{7}|\d{6}", re.ASCII)
_PECAHAN: Final = re.compile(r"(\d{8})[.,]0+", re.ASCII)
_KP: Final = re.compile(r"[KP]?\d+", re.ASCII)


def compact(text: str) -> str:
    """Return the bare NPSN, upper case.

    >>> compact("NPSN: k5100001"), compact("2010001.0")
    ('K5100001', '2010001.0')
    """
    bersih = _teks.compact(text)
    pecahan = _PECAHAN.fullmatch(bersih)
    return pecahan[1] if pecahan else bersih


def periksa(text: str, *, per: date | None = None) -> Putusan:
    """Judge an NPSN. `per` is taken for symmetry with its siblings and not used."""
    nilai = compact(text)
    if BENTUK.fullmatch(nilai):
        return Putusan(nilai, "valid", apa="NPSN")
    if _teks.rusak(nilai):
        return Putusan(nilai, "invalid", "PRECISION_LOST", apa="NPSN")
    return Putusan(nilai, "invalid", "LENGTH" if _KP.fullmatch(nilai) else "NON_DIGIT", apa="NPSN")


def validate(text: str, *, per: date | None = None) -> str:
    """Return the normalised NPSN, or raise `NomorError`."""
    p = periksa(text, per=per)
    return p.nilai if p.putusan != "invalid" else p.tolak()


def is_valid(text: str) -> bool:
    """Say whether the NPSN has one of the known shapes."""
    return periksa(text).putusan != "invalid"


def format(text: str) -> str:
    """Return the NPSN as it is printed: bare."""
    return compact(text)


def mask(text: str) -> str:
    """Return the NPSN whole: the number of a school is public."""
    return compact(text)

"""NUPTK: the 16-digit number of an educator. Opaque and permanent, one per person; no published check digit.

Blank is fine: new ASN teachers may not have one yet.
Source: docs/aturan.md (Persesjen Kemdikbud 1/2018).

>>> validate("1234 5678 9012 3999")
'1234567890123999'
>>> is_valid(""), is_valid("0000000000000000"), is_valid("123400000000000")
(True, False, False)
>>> format("1234567890123999"), mask("1234567890123999")
('1234 5678 9012 3999', '*************999')
"""

from __future__ import annotations

from datetime import date
from typing import Final

from selaras.kinerja import _teks
from selaras.kinerja._teks import compact
from selaras.kinerja.putusan import Putusan

__all__ = ["compact", "format", "is_valid", "mask", "periksa", "validate"]

PANJANG: Final = 16


def periksa(text: str, *, per: date | None = None) -> Putusan:
    """Judge a NUPTK. `per` is taken for symmetry with its siblings and not used."""
    nilai = compact(text)
    kode = _kode(nilai)
    return Putusan(nilai, "invalid" if kode else "valid", kode, apa="NUPTK")


def validate(text: str, *, per: date | None = None) -> str:
    """Return the normalised NUPTK ('' when blank), or raise `NomorError`."""
    p = periksa(text, per=per)
    return p.nilai if p.putusan != "invalid" else p.tolak()


def is_valid(text: str) -> bool:
    """Say whether the NUPTK is possible or blank."""
    return _kode(compact(text)) is None


def format(text: str) -> str:
    """Return the NUPTK in groups of four."""
    n = compact(text)
    return " ".join(n[i : i + 4] for i in range(0, len(n), 4))


def mask(text: str) -> str:
    """Return the NUPTK for lists and logs: the last three digits only."""
    return _teks.tutup(compact(text), depan=0, belakang=3, panjang=PANJANG)


def _kode(nilai: str) -> str | None:
    if not nilai:
        return None
    return _teks.kode_dasar(nilai, PANJANG) or ("FILLER" if len(set(nilai)) == 1 else None)

"""NPWP: the tax number. Old: 15 digits, Luhn over the first nine. New: 16 digits, 0 + old, or a person's NIK.

Source: docs/aturan.md (python-stdnum id.npwp).

>>> validate("01.312.166.0-091.000")
'013121660091000'
>>> is_valid("12.345.678.9-012.000"), is_valid("123456789")
(False, False)
>>> format("013121660091000"), mask("013121660091000")
('01.312.166.0-091.000', '************000')
"""

from __future__ import annotations

from datetime import date

from selaras.kinerja import _teks, nik
from selaras.kinerja._teks import compact
from selaras.kinerja.putusan import Putusan

__all__ = ["compact", "format", "is_valid", "mask", "periksa", "validate"]


def periksa(text: str, *, per: date | None = None) -> Putusan:
    """Judge an NPWP; one that is a NIK is judged as a NIK."""
    nilai = compact(text)
    kode = _teks.kode_dasar(nilai, 15, 16)
    if kode:
        return Putusan(nilai, "invalid", kode, apa="NPWP")
    if len(nilai) == 16 and nilai[0] != "0":
        p = nik.periksa(nilai, per=per)
        return Putusan(nilai, p.putusan, p.kode, p.bagian, "NPWP")
    if not _luhn(nilai[-15:-6]):
        return Putusan(nilai, "invalid", "CHECK_DIGIT", apa="NPWP")
    return Putusan(nilai, "valid", apa="NPWP")


def validate(text: str, *, per: date | None = None) -> str:
    """Return the normalised NPWP, or raise `NomorError`."""
    p = periksa(text, per=per)
    return p.nilai if p.putusan != "invalid" else p.tolak()


def is_valid(text: str) -> bool:
    """Say whether the NPWP is possible."""
    return periksa(text).putusan != "invalid"


def format(text: str) -> str:
    """Return an old NPWP with its dots; a 16-digit one bare."""
    n = compact(text)
    return f"{n[:2]}.{n[2:5]}.{n[5:8]}.{n[8]}-{n[9:12]}.{n[12:]}" if len(n) == 15 else n


def mask(text: str) -> str:
    """Return the NPWP for lists and logs: the last three digits only."""
    return _teks.tutup(compact(text), depan=0, belakang=3, panjang=15)


def _luhn(digits: str) -> bool:
    total = 0
    for i, d in enumerate(reversed(digits)):
        n = int(d) * (1 + i % 2)
        total += n - 9 if n > 9 else n
    return total % 10 == 0

"""Predikat kinerja: five names, SIASN kuadran codes 1 Sangat Baik ... 5 Sangat Kurang, from a matrix of two ratings.

| hasil kerja, perilaku | di bawah | sesuai | di atas |
|---|---|---|---|
| di atas | Kurang/Misconduct | Baik | Sangat Baik |
| sesuai | Kurang/Misconduct | Baik | Baik |
| di bawah | Sangat Kurang | Butuh Perbaikan | Butuh Perbaikan |

Source: Permen PANRB 6/2022 (3 Feb 2022), as ten public implementations reproduce it; the lampiran itself was not
read (docs/aturan.md). Percentages: Permen PANRB 1/2023 Pasal 37.

>>> parse("KURANG(MISCONDUCT)"), parse("Cukup/Butuh Perbaikan")
(4, 3)
>>> nama(dari(1, 1)), nama(dari(2, 3)), persen_ak(dari(1, 2))
('Sangat Baik', 'Kurang/Misconduct', 100)
>>> parse("Amat Baik")  # the scheme of 2009
Traceback (most recent call last):
    ...
selaras.kinerja.predikat.PredikatError: Tulisan predikat ini tidak dikenal; Selaras tidak menebak.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Final

from selaras.kinerja.rating import BATAS_INGATAN, BELUM, RatingError, kunci


class Predikat(IntEnum):
    """The five names, numbered as SIASN numbers the kuadran."""

    SANGAT_BAIK = 1
    BAIK = 2
    BUTUH_PERBAIKAN = 3
    KURANG = 4
    SANGAT_KURANG = 5


class PredikatError(RatingError):
    """Text that is no predikat: `kode` INCOMPLETE or UNKNOWN_PREDIKAT."""

    apa = "Predikat"


@dataclass(frozen=True, slots=True)
class Matriks:
    """The matrix of a regulation: (hasil, perilaku) -> predikat, in force from a day on."""

    mulai: date
    sel: Mapping[tuple[int, int], int]
    sumber: str


MATRIKS: Final = (
    Matriks(
        date(2022, 2, 3),
        {(1, 1): 1, (1, 2): 2, (1, 3): 4, (2, 1): 2, (2, 2): 2, (2, 3): 4, (3, 1): 3, (3, 2): 3, (3, 3): 5},
        "Permen PANRB 6/2022",
    ),
)
NAMA: Final = {1: "Sangat Baik", 2: "Baik", 3: "Butuh Perbaikan", 4: "Kurang/Misconduct", 5: "Sangat Kurang"}
PERSEN_AK: Final = {1: 150, 2: 100, 3: 75, 4: 50, 5: 25}
_ALIAS: Final = {
    "sangatbaik": 1,
    "baik": 2,
    "butuhperbaikan": 3,
    "cukup": 3,
    "cukup/butuhperbaikan": 3,
    "cukupataubutuhperbaikan": 3,
    "kurang": 4,
    "kurang/misconduct": 4,
    "kurang(misconduct)": 4,
    "misconduct": 4,
    "sangatkurang": 5,
}
_dikenal: dict[str, int] = {}


def parse(text: str) -> int:
    """Return 1..5; raises `PredikatError`. A spelling already seen costs one dict lookup."""
    kode = _dikenal.get(text)
    return _baca(text) if kode is None else kode


def dari(hasil: int, perilaku: int, *, per: date | None = None) -> int:
    """Return the predikat that the matrix in force at `per` gives (None: the latest matrix)."""
    berlaku = [m for m in MATRIKS if per is None or m.mulai <= per] or [MATRIKS[0]]
    sel = berlaku[-1].sel
    if (hasil, perilaku) not in sel:
        raise RatingError("UNKNOWN_RATING")
    return sel[hasil, perilaku]


def nama(code: int) -> str:
    """Return the canonical name of a code."""
    _pastikan(code)
    return NAMA[code]


def persen_ak(code: int) -> int:
    """Return the percentage of the yearly koefisien that a predikat earns."""
    _pastikan(code)
    return PERSEN_AK[code]


def _pastikan(code: int) -> None:
    if code not in NAMA:
        raise PredikatError("UNKNOWN_PREDIKAT")


def _baca(text: str) -> int:
    k = kunci(text)
    if k in BELUM:
        raise PredikatError("INCOMPLETE")
    if k not in _ALIAS:
        raise PredikatError("UNKNOWN_PREDIKAT")
    if len(_dikenal) < BATAS_INGATAN:
        _dikenal[text] = _ALIAS[k]
    return _ALIAS[k]

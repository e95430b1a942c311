"""Lookup tables of the parts of a NIP: filled as parts are met, bounded by the calendar, holding no whole number.

`LAHIR["19850101"]` and `TMT["201001"]` give months since year 0, 0 when the part is impossible.
A PPPK's appointment is a year only: it counts as December, so that it is never before a birth in the same year.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

TAHUN_LAHIR: Final = (1900, 2099)
AKHIR: Final = frozenset(f"{jk}{urut:03d}" for jk in "12" for urut in range(1, 1000))


class Tabel(dict[str, int]):
    """A dict that works out what it does not hold yet, and keeps it when possible (impossible parts are not kept)."""

    def __init__(self, hitung: Callable[[str], int]) -> None:
        super().__init__()
        self._hitung = hitung

    def __missing__(self, bagian: str) -> int:
        """Work out a part met for the first time."""
        hasil = self._hitung(bagian) if bagian.isascii() and bagian.isdigit() else 0
        if hasil:
            self[bagian] = hasil
        return hasil


def tanggal(bagian: str) -> date:
    """Return the date of YYYYMMDD; raises ValueError when the calendar has no such day."""
    return date(int(bagian[:4]), int(bagian[4:6]), int(bagian[6:]))


def _lahir(bagian: str) -> int:
    try:
        hari = tanggal(bagian)
    except ValueError:
        return 0
    return hari.year * 12 + hari.month if TAHUN_LAHIR[0] <= hari.year <= TAHUN_LAHIR[1] else 0


def _tmt(bagian: str) -> int:
    tahun, kode = int(bagian[:4]), int(bagian[4:])
    if 1 <= kode <= 12:
        return tahun * 12 + kode
    return tahun * 12 + 12 if 20 <= kode <= 29 else 0


LAHIR: Final = Tabel(_lahir)
TMT: Final = Tabel(_tmt)

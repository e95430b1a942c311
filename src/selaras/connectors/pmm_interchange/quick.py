"""What the quick readers share.

A quick reader takes the values of one row in the order of its `Columns.names` and either returns the record or raises
ValueError, KeyError or TypeError: then the careful reader (`record_of` beside it) reads the row again and says all that
is wrong. Both must give the same record for the same row; tests/connectors/test_pmm_quick.py holds them to it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from selaras.connectors.common.dates import iso
from selaras.connectors.common.text import KOSONG, isi, tahun_dari, teks_json
from selaras.connectors.ports import Record
from selaras.kinerja import nip, npsn

Baca = Callable[[Sequence[Any], int, str], Record]
T = TypeVar("T")
PENUH = 16_384  # entries after which a cache starts anew: the rows of one person stand together
KOSONG_UTUH = ("", None)  # an empty cell, an absent or empty JSON value; 0 and false are none
new = tuple.__new__  # half the time of Record(...)


class Kenal(dict[Any, T]):
    """A cache that parses what it does not know yet; parse raises when the value is not regular."""

    __slots__ = ("_parse",)

    def __init__(self, parse: Callable[[Any], T]) -> None:
        """Start empty."""
        super().__init__()
        self._parse = parse

    def __missing__(self, key: Any) -> T:
        """Parse and keep."""
        value = self._parse(key)
        if len(self) >= PENUH:
            self.clear()
        self[key] = value
        return value


def nip_utuh(value: Any) -> str:
    """Return a NIP that is valid as it stands."""
    if type(value) is not str or len(value) != 18 or nip.kode_cepat(value) is not None:
        raise ValueError(value)
    return value


def nip_atau_kosong(value: Any) -> str | None:
    """Return None for an empty cell, else the valid NIP."""
    return None if value in KOSONG_UTUH else nip_utuh(value)


def npsn_utuh(value: Any) -> str:
    """Return an NPSN that is valid as it stands."""
    if type(value) is not str or len(value) != 8 or npsn.compact(value) != value or not npsn.is_valid(value):
        raise ValueError(value)
    return value


def npsn_atau_kosong(value: Any) -> str | None:
    """Return None for an empty cell, else the valid NPSN."""
    return None if value in KOSONG_UTUH else npsn_utuh(value)


def tahun_utuh(value: Any) -> int:
    """Return the year."""
    tahun = tahun_dari(teks(value))
    if tahun is None:
        raise ValueError(value)
    return tahun


def hari(value: Any) -> str:
    """Return the day as ISO text."""
    day = iso(teks(value))
    if day is None:
        raise ValueError(value)
    return day


def hari_atau_kosong(value: Any) -> str | None:
    """Return None for an empty cell, else the day as ISO text."""
    return hari(value) if teks(value) else None


def teks(value: Any) -> str:
    """Return free text as a cell would hold it."""
    if type(value) is str:
        value = value.strip()
        return "" if value in KOSONG else value
    return isi(teks_json(value))

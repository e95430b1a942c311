"""The fault knobs: which fault, and when.

`{"daftar": {"3": "500_sesudah"}}` spoils the third request since the knobs were set; `{"peluang": {"ganda": 0.02}}`
spoils by chance, the n-th request always in the same way for one `benih`. `jalur` narrows both to paths that end so.

>>> knobs = parse({"daftar": {"2": "putus_sesudah"}, "jalur": "tulis"})
>>> [knobs.pick(n) and str(knobs.pick(n)) for n in (1, 2, 3)]
[None, 'putus_sesudah', None]
>>> knobs.concerns("/api/ekinerja/v1/tulis"), knobs.concerns("/api/ekinerja/v1/baca")
(True, False)
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from selaras.galat import DataError

_KEYS = frozenset({"benih", "peluang", "daftar", "jalur", "detik", "tunggu"})


class Fault(StrEnum):
    """What can go wrong with one request."""

    SLOW = "lambat"  # answered after `detik` seconds
    FAIL_BEFORE = "500_sebelum"
    FAIL_AFTER = "500_sesudah"  # the write took effect
    RESET_EARLY = "putus_awal"  # the connection dies before the body was read
    RESET_BEFORE = "putus_sebelum"
    RESET_AFTER = "putus_sesudah"  # the write took effect, no answer
    TWICE = "ganda"  # delivered twice, the second answer comes back
    WRONG_TYPE = "jenis_salah"  # the write took effect, a page of HTML comes back
    HALF = "setengah"  # the write took effect, half the answer comes back
    TOKEN = "token"  # noqa: S105 - a kind of fault, no secret
    LIE = "bohong"  # "diterima", and nothing is stored
    TOO_OFTEN = "429"
    MAINTENANCE = "pemeliharaan"


@dataclass(frozen=True, slots=True)
class Knobs:
    """A setting of the knobs; the default lets everything pass."""

    benih: int = 0
    peluang: Mapping[Fault, float] = field(default_factory=dict)
    daftar: Mapping[int, Fault] = field(default_factory=dict)
    jalur: str = ""
    detik: float = 1.0  # how slow
    tunggu: int = 1  # Retry-After of 429 and 503

    def concerns(self, path: str) -> bool:
        """Say whether requests for this path are counted and spoilt."""
        return path.rstrip("/").endswith(self.jalur)

    def pick(self, number: int) -> Fault | None:
        """Return what happens to the n-th request: the list first, then chance."""
        if number in self.daftar:
            return self.daftar[number]
        drawn = random.Random(f"{self.benih}:{number}").random()  # noqa: S311 - chance to be repeated, no secret
        for fault, share in self.peluang.items():
            drawn -= share
            if drawn < 0:
                return fault
        return None

    def plain(self) -> dict[str, Any]:
        """Return the knobs as the JSON that sets them."""
        return asdict(self)


def parse(data: object) -> Knobs:
    """Read knobs from JSON. Raises `DataError` that names what cannot be read."""
    if not isinstance(data, dict):
        raise _unreadable("harus satu objek JSON")
    if unknown := sorted(set(data) - _KEYS):
        raise _unreadable(f"«{unknown[0]}» tidak dikenal; yang ada: {', '.join(sorted(_KEYS))}")
    chances = {_fault(name): _number(name, share) for name, share in _object(data, "peluang").items()}
    if sum(chances.values()) > 1:
        raise _unreadable("jumlah peluang lebih dari 1")
    return Knobs(
        benih=int(_number("benih", data.get("benih", 0))),
        peluang=chances,
        daftar={_count(n): _fault(name) for n, name in _object(data, "daftar").items()},
        jalur=str(data.get("jalur", "")).rstrip("/"),
        detik=_number("detik", data.get("detik", 1.0)),
        tunggu=int(_number("tunggu", data.get("tunggu", 1))),
    )


def _object(data: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = data.get(name, {})
    if not isinstance(found, dict):
        raise _unreadable(f"«{name}» harus objek")
    return found


def _fault(name: object) -> Fault:
    try:
        return Fault(str(name))
    except ValueError:
        raise _unreadable(f"gangguan «{name}» tidak dikenal; yang ada: {', '.join(Fault)}") from None


def _number(name: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1e9:
        raise _unreadable(f"«{name}» harus angka, 0 atau lebih")
    return value


def _count(text: object) -> int:
    if not str(text).isdecimal() or int(str(text)) < 1:
        raise _unreadable(f"«{text}» bukan nomor permintaan (1, 2, 3, ...)")
    return int(str(text))


def _unreadable(why: str) -> DataError:
    return DataError(
        f"Setelan gangguan tidak terbaca: {why}.",
        langkah='Contoh: {"benih": 1, "peluang": {"500_sesudah": 0.02}, "daftar": {"3": "putus_sesudah"}}.',
    )

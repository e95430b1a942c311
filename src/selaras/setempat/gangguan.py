"""The fault knobs of a simulator as JSON sets them: which fault, and when. Each simulator names faults of its own.

`{"daftar": {"3": "lambat"}}` spoils the third one since the knobs were set; `{"peluang": {"lambat": 0.02}}` spoils by
chance, the n-th always in the same way for one `benih`.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any, Generic, TypeVar

from selaras.galat import DataError

MOST = 1e9
F = TypeVar("F", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Knobs(Generic[F]):
    """What all knobs have; the default lets everything pass."""

    benih: int = 0
    peluang: Mapping[F, float] = field(default_factory=dict)
    daftar: Mapping[int, F] = field(default_factory=dict)
    detik: float = 1.0  # how slow

    def pick(self, number: int) -> F | None:
        """Return what happens to the n-th: the list first, then chance."""
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


@dataclass(frozen=True, slots=True)
class Reader(Generic[F]):
    """Reads knobs from JSON; whatever cannot be read raises `DataError` that names it and shows `example`."""

    faults: type[F]
    keys: frozenset[str]
    example: str

    def common(self, data: object, *, longest: float = MOST) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the object itself, and what all knobs have as arguments of `Knobs`; `longest` in seconds."""
        if not isinstance(data, dict):
            raise self.unreadable("harus satu objek JSON")
        if unknown := sorted(map(str, set(data) - self.keys)):
            raise self.unreadable(f"«{unknown[0]}» tidak dikenal; yang ada: {', '.join(sorted(self.keys))}")
        chances = {
            self.fault(name): self.number(name, share, 1) for name, share in self.section(data, "peluang").items()
        }
        if sum(chances.values()) > 1:
            raise self.unreadable("jumlah peluang lebih dari 1")
        return data, {
            "benih": int(self.number("benih", data.get("benih", 0))),
            "peluang": chances,
            "daftar": {self._count(n): self.fault(name) for n, name in self.section(data, "daftar").items()},
            "detik": self.number("detik", data.get("detik", 1.0), longest),
        }

    def section(self, data: Mapping[str, Any], name: str) -> Mapping[str, Any]:
        """Return the object under this name, an empty one when there is none."""
        found = data.get(name, {})
        if not isinstance(found, dict):
            raise self.unreadable(f"«{name}» harus objek")
        return found

    def fault(self, name: object) -> F:
        """Return the fault of this name."""
        try:
            return self.faults(str(name))
        except ValueError:
            raise self.unreadable(f"gangguan «{name}» tidak dikenal; yang ada: {', '.join(self.faults)}") from None

    def number(self, name: str, value: object, most: float = MOST) -> float:
        """Return a number from 0 to `most`."""
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= most:
            raise self.unreadable(f"«{name}» harus angka dari 0 sampai {most:g}")
        return value

    def unreadable(self, why: str) -> DataError:
        """Return the error that says so."""
        return DataError(f"Setelan gangguan tidak terbaca: {why}.", langkah=f"Contoh: {self.example}.")

    def _count(self, text: object) -> int:
        number = str(text)
        if not (number.isascii() and number.isdecimal()) or len(number) > 9 or int(number) < 1:
            raise self.unreadable(f"«{text}» bukan nomor urut (1, 2, 3, ...)")
        return int(number)

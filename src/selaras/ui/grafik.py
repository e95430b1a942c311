"""Bars from plain numbers: geometry for an inline SVG of 100 x 10 units that stretches to the width it is given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from selaras.ui.keadaan import Rupa, rupa

LEBAR = 100.0


@dataclass(frozen=True, slots=True)
class Batang:
    """One bar: its label, and either one number or the numbers per keadaan; `url` makes the label a link."""

    label: str
    nilai: int = 0
    bagian: tuple[tuple[str, int], ...] = ()
    url: str = ""

    @property
    def jumlah(self) -> int:
        """The whole length of the bar, in the unit of the chart."""
        return sum(n for _, n in self.bagian) if self.bagian else self.nilai


@dataclass(frozen=True, slots=True)
class Ruas:
    """One coloured piece: where it begins, how long it is, what it stands for."""

    x: str
    lebar: str
    nada: str
    kata: str
    nilai: int


def susun(data: Iterable[Batang]) -> list[dict[str, Any]]:
    """Return the rows of the chart, all on the scale of the longest bar."""
    semua = list(data)
    terpanjang = max((batang.jumlah for batang in semua), default=0) or 1
    return [{"batang": b, "ruas": _ruas(b, LEBAR / terpanjang)} for b in semua]


def legenda(data: Sequence[Batang]) -> list[Rupa]:
    """Return the keadaan that occur, in the order of their first bar; none for plain numbers."""
    kunci = dict.fromkeys(k for batang in data for k, n in batang.bagian if n)
    return [rupa(k) for k in kunci]


def _ruas(batang: Batang, skala: float) -> list[Ruas]:
    bagian = batang.bagian or (("", batang.nilai),)
    hasil, x = [], 0.0
    for kunci, nilai in bagian:
        if nilai > 0:
            lihat = rupa(kunci) if kunci else None
            nada, kata = (lihat.nada, lihat.kata) if lihat else ("aksi", "")
            hasil.append(Ruas(f"{x * skala:.2f}", f"{nilai * skala:.2f}", nada, kata, nilai))
            x += nilai
    return hasil

"""Periods as reports and tables name them: year and slot.

>>> tahun_slot(["Laporan Penilaian SKP Periode Triwulan 1 Tahun 2024"])
(2024, 201)
>>> tahun_slot(["Laporan Penilaian SKP", "Periode : Bulanan 12 Tahun 2025"]), tahun_slot(["Periode : Tahun 2024"])
((2025, 112), (2024, None))
>>> setahun(["Periode : Tahun 2024"]), setahun(["Periode 2024 "]), setahun(["Periode Bulanan 13 Tahun 2024"])
(True, True, False)
>>> tahun_slot(["Laporan"])
(None, None)
>>> slot_dari("triwulanan", "4"), slot_dari("tahunan", ""), slot_dari("triwulanan", "5"), slot_dari("", "1")
(204, 400, None, None)
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from selaras.kinerja import periode

_SETAHUN = re.compile(r"\bperiode\s*:?\s*(?:tahun\s*)?20\d\d\s*$", re.IGNORECASE | re.ASCII)


def tahun_slot(labels: Iterable[str]) -> tuple[int | None, int | None]:
    """Return (tahun, slot) of the first labels that say them."""
    tahun: int | None = None
    slot: int | None = None
    for label in labels:
        found_tahun, found_slot = periode.parse_label(label)
        tahun = tahun or found_tahun
        slot = slot or found_slot
    return tahun, slot


def setahun(labels: Iterable[str]) -> bool:
    """Say whether a label names a whole year and no part of it: of a rating report that is the yearly one."""
    return any(_SETAHUN.search(label) for label in labels)


@lru_cache(maxsize=4096)
def slot_dari(tipe: str, angka: str) -> int | None:
    """Return the slot of a tipe and an angka as written in columns; None when they name no period."""
    try:
        jenis = periode.parse_tipe(tipe)
        return periode.slot(jenis, int(angka.removesuffix(".0")) if angka else None)
    except ValueError:
        return None

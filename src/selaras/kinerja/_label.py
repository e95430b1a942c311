"""Finding a year and a period in the wording of a report title.

Numbers are whole tokens: "Bulanan 1" is not found in "Bulanan 12". What a label says in two different ways it does
not say at all.
"""

from __future__ import annotations

import re
from typing import Final

BULAN: Final = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
_SINGKAT: Final = {"pebruari": 2, "nopember": 11, "agt": 8, "ags": 8, "agu": 8, "sept": 9, "nop": 11}
_NOMOR_BULAN: Final = (
    {n.casefold(): i for i, n in enumerate(BULAN, 1)} | {n[:3].casefold(): i for i, n in enumerate(BULAN, 1)} | _SINGKAT
)
_ROMAWI: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_RENTANG: Final = {
    **{(3 * n - 2, 3 * n): 200 + n for n in range(1, 5)},
    **{(6 * n - 5, 6 * n): 300 + n for n in (1, 2)},
    (1, 12): 400,
}

_SELA: Final = r"[\s:._-]*(?:ke[\s-]*)?"
_TAHUN: Final = re.compile(r"(?<!\d)(20\d{2})(?!\d)", re.ASCII)
_TRIWULAN: Final = re.compile(rf"\b(?:triwulan(?:an)?|tw){_SELA}(iv|iii|ii|i|[1-4])\b", re.ASCII)
_SEMESTER: Final = re.compile(rf"\b(?:semester|smt){_SELA}(ii|i|[12])\b", re.ASCII)
_BULANAN: Final = re.compile(rf"\b(?:bulan(?:an)?|bln){_SELA}(0?[1-9]|1[0-2])\b", re.ASCII)
_TAHUNAN: Final = re.compile(r"\b(?:tahunan|final)\b", re.ASCII)
_NAMA: Final = re.compile(r"\b(" + "|".join(sorted(_NOMOR_BULAN, key=len, reverse=True)) + r")\b", re.ASCII)


def cari_tahun(text: str) -> int | None:
    """Return the one year the text names.

    >>> cari_tahun("Periode Tahun 2024"), cari_tahun("2025/2026"), cari_tahun("Triwulan 1")
    (2024, None, None)
    """
    tahun = set(_TAHUN.findall(text))
    return int(tahun.pop()) if len(tahun) == 1 else None


def cari_slot(text: str) -> int | None:
    """Return the one slot the text names.

    >>> cari_slot("TW 3"), cari_slot("Semester 2"), cari_slot("Triwulan 1 (Januari - Maret)")
    (203, 302, 201)
    >>> cari_slot("Triwulan 1 dan Triwulan 2") is None
    True
    """
    t = text.casefold()
    slot = {200 + _angka(m) for m in _TRIWULAN.findall(t)}
    slot |= {300 + _angka(m) for m in _SEMESTER.findall(t)}
    slot |= {100 + int(m) for m in _BULANAN.findall(t)}
    slot |= {400} if _TAHUNAN.search(t) else set()
    dari_nama = _dari_nama([_NOMOR_BULAN[m] for m in _NAMA.findall(t)])
    slot |= {dari_nama} if dari_nama else set()
    return slot.pop() if len(slot) == 1 else None


def _dari_nama(bulan: list[int]) -> int | None:
    if len(set(bulan)) == 1:
        return 100 + bulan[0]
    return _RENTANG.get((bulan[0], bulan[1])) if len(bulan) == 2 else None


def _angka(text: str) -> int:
    return _ROMAWI.get(text) or int(text)

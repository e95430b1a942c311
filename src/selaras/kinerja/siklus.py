"""The yearly cycle of Pengelolaan Kinerja in PMM / Ruang GTK: versioned data, one profile a year.

2024: two semesters, 32-128 points each, uploads. From 2025: one cycle a year, no points, no uploads by the guru.
Sources: Perdirjen GTK 7607/2023 (2024); Kepdirjen GTK 4242/2024 (from 2025); docs/aturan.md.

>>> untuk(2024).slot_pmm, untuk(2024).poin, untuk(2026).poin is None
((301, 302, 400), (32, 128), True)
>>> untuk(2024).semester_ke_triwulan.pasti
False
>>> untuk(2020)
Traceback (most recent call last):
    ...
selaras.kinerja.siklus.SiklusError: Siklus pengelolaan kinerja untuk tahun ini tidak diketahui.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from selaras.kinerja import periode
from selaras.kinerja.putusan import AturanError


class SiklusError(AturanError):
    """A year without a known cycle: `kode` NO_CYCLE."""


@dataclass(frozen=True, slots=True)
class SemesterKeTriwulan:
    """Which triwulan a semester's rating stands for in e-Kinerja.

    No source says so: `pasti` is False, nothing may use it until the instansi has switched it on.
    """

    peta: Mapping[int, tuple[int, ...]] = field(
        default_factory=lambda: MappingProxyType({301: (201, 202), 302: (203, 204)})
    )
    pasti: bool = False


@dataclass(frozen=True, slots=True)
class Siklus:
    """One year's cycle.

    slot_pmm    slots that people rate in PMM
    poin        least and most points planned a semester; None: no points that year
    unggah      whether the guru uploads evidence (PDF, at most `unggah_mb` MB)
    siapa       whose kinerja is managed there
    pasti       False for a year whose rules are not out: the last known cycle is then assumed, and said to be
    """

    tahun: int
    platform: str
    slot_pmm: tuple[int, ...]
    siapa: tuple[str, ...]
    sumber: str
    poin: tuple[int, int] | None = None
    unggah: bool = False
    unggah_mb: int | None = None
    semester_ke_triwulan: SemesterKeTriwulan | None = None
    pasti: bool = True


_ASN: Final = ("guru ASN", "kepala sekolah", "pengawas")
SIKLUS: Final = {
    2024: Siklus(
        2024,
        "PMM",
        (301, 302, 400),
        ("guru ASN", "kepala sekolah"),
        "Perdirjen GTK 7607/B.B1/HK.03/2023; pusatinformasi.guru.kemdikbud.go.id 26037247064217, 33374387760025",
        poin=(32, 128),
        unggah=True,
        unggah_mb=10,
        semester_ke_triwulan=SemesterKeTriwulan(),
    ),
    2025: Siklus(
        2025,
        "Ruang GTK",
        (400,),
        _ASN,
        "Kepdirjen GTK 4242/B.B1/HK.03.01/2024; pusatinformasi.ult.kemendikdasmen.go.id 40535479394713",
    ),
    2026: Siklus(
        2026,
        "Ruang GTK",
        (400,),
        (*_ASN, "guru ASN di sekolah swasta", "guru pendamping khusus"),
        "Kepdirjen GTK 4242/B.B1/HK.03.01/2024; babeindonesia.com/read?id=6511714; tekno.utamapos.com",
    ),
}


def untuk(tahun: int) -> Siklus:
    """Return the cycle of a year; a year after the last known one gets that cycle, marked `pasti=False`.

    >>> untuk(2030).slot_pmm, untuk(2030).pasti
    ((400,), False)
    """
    if tahun in SIKLUS:
        return SIKLUS[tahun]
    if tahun < min(SIKLUS):
        raise SiklusError("NO_CYCLE")
    return replace(SIKLUS[max(SIKLUS)], tahun=tahun, pasti=False)


def slot_ekinerja(tahun: int, tipe_periodik: int) -> tuple[int, ...]:
    """Return the slots e-Kinerja expects of one SKP in a year: the periodic ones the instansi chose, and the final.

    >>> slot_ekinerja(2024, 2)
    (201, 202, 203, 204, 400)
    """
    untuk(tahun)
    if tipe_periodik not in (periode.BULANAN, periode.TRIWULANAN):
        raise periode.PeriodeError("UNKNOWN_PERIODE")
    return (*periode.slots(tipe_periodik), periode.SETAHUN)


def triwulan_dari_semester(tahun: int, kode: int, *, diaktifkan: bool) -> tuple[int, ...]:
    """Return the triwulan slots a semester's rating stands for; none unless the instansi switched the rule on.

    >>> triwulan_dari_semester(2024, 301, diaktifkan=False), triwulan_dari_semester(2024, 301, diaktifkan=True)
    ((), (201, 202))
    """
    aturan = untuk(tahun).semester_ke_triwulan
    return aturan.peta.get(kode, ()) if aturan and (aturan.pasti or diaktifkan) else ()

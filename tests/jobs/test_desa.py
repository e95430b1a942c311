"""The village itself: whole it has no finding, and everybody is selaras."""

from __future__ import annotations

from jobs.desa import WARGA, Desa
from jobs.ruang import Ruang


def test_it_finds_nothing_in_a_whole_village(ruang: Ruang) -> None:
    ruang.kerjakan(Desa())
    assert ruang.temuan(notes=True) == set()
    rekap = ruang.rekap()
    assert rekap.seimbang is True
    assert rekap.total == rekap.keadaan["selaras"] == len(WARGA) * 6

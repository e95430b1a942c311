"""Broken periods, one fault at a time."""

from __future__ import annotations

from typing import Any

import pytest

from selaras.latihan.district import buat
from selaras.latihan.kunci import kunci
from selaras.latihan.rujukan import referensi_periode


def periode(rusak: str | None) -> list[dict[str, Any]]:
    return referensi_periode(buat(14, 300, 2024, 1, periode_rusak=rusak))


def angka(rusak: str) -> list[Any]:
    return [p["angka_periodik"] for p in periode(rusak)]


def test_p1_lacks_the_fourth_triwulan() -> None:
    assert angka("P1") == [1, 2, 3, None]


def test_p2_mixes_monthly_and_quarterly() -> None:
    assert {p["tipe_periodik"] for p in periode("P2") if p["tipe_periodik"]} == {"bulanan", "triwulanan"}


def test_p3_has_one_number_twice() -> None:
    assert angka("P3").count(3) == 2


def test_p4_leaves_a_month_out() -> None:
    assert [p["periode_awal"] for p in periode("P4")][:2] == ["01-01", "01-05"]


@pytest.mark.parametrize(
    ("rusak", "final", "tahun"), [("P5", 0, set()), ("P5:ganda", 2, {None}), ("P5:tahun", 1, {2024})]
)
def test_p5_has_no_final_period_two_or_one_with_a_year(rusak: str, final: int, tahun: set[int | None]) -> None:
    semua = [p for p in periode(rusak) if p["jenis_periode"] == "final"]
    assert len(semua) == final
    assert {p["tahun"] for p in semua} == tahun


@pytest.mark.parametrize("rusak", ["P1", "P2", "P3", "P4", "P5", "P5:ganda", "P5:tahun"])
def test_a_clean_district_with_one_fault_has_that_code_only(rusak: str) -> None:
    d = buat(14, 300, 2024, 1, bersih=True, periode_rusak=rusak)
    assert list(kunci(d, d.snapshot[0])["kendala"]) == [rusak[:2]]  # type: ignore[call-overload]
    assert len({p["id"] for p in periode(rusak)}) == len(periode(rusak))

"""Dates and moments as the files write them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.connectors.common.dates import iso, waktu
from selaras.kinerja._label import BULAN


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)))
def test_it_reads_every_day_in_every_notation(day: dt.date) -> None:
    bulan = BULAN[day.month - 1]
    for text in (
        day.isoformat(), f"{day:%Y/%m/%d}", f"{day:%d-%m-%Y}", f"{day.day}/{day.month}/{day.year}", f"{day:%d-%b-%Y}",
        f"{day:%d %B %Y}", f"{day.day} {bulan} {day.year}", f"{day.day}-{bulan[:3]}-{day.year}", f"{day} 23:59:59",
        f"{day}T00:00:00.000Z", f" {day:%d-%m-%Y} 07:30 WIB ",
    ):  # fmt: skip
        assert iso(text) == day.isoformat(), text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "31-02-2024",
        "2024-13-01",
        "00/01/2024",
        "1/2/24",
        "45292",
        "5 Foo 2024",
        "2024-01-01 25:00",
        "2024-01-01 pagi",
    ],
)
def test_it_reads_no_day_that_is_not_there(text: str) -> None:
    assert iso(text) is None


def test_it_reads_the_moment() -> None:
    assert waktu("06/01/2025 10:12") == dt.datetime(2025, 1, 6, 10, 12)

from __future__ import annotations

import datetime as dt
import doctest
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.ui import format, keadaan


@pytest.mark.parametrize("modul", [format, keadaan])
def test_it_keeps_the_promises_of_its_docstrings(modul):
    hasil = doctest.testmod(modul)
    assert hasil.attempted > 0
    assert hasil.failed == 0


@given(st.integers())
def test_it_loses_no_digit_of_a_whole_number(n):
    teks = format.angka(n)
    assert int(teks.replace(".", "")) == n
    assert all(len(k) == 3 for k in teks.lstrip("-").split(".")[1:])


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=2))
def test_it_writes_two_decimals_after_a_comma(n):
    bulat, pecahan = format.angka(n, 2).split(",")
    assert len(pecahan) == 2
    assert Decimal(f"{bulat.replace('.', '')}.{pecahan}") == n


@given(st.dates())
def test_it_names_day_month_and_year_of_any_date(hari):
    tanggal, bulan, tahun = format.tanggal(hari).split(" ")
    assert (int(tanggal), format.BULAN.index(bulan) + 1, int(tahun)) == (hari.day, hari.month, hari.year)


def test_it_moves_a_moment_to_wib_before_it_names_the_day():
    larut = dt.datetime(2024, 12, 31, 17, 0, tzinfo=dt.UTC)
    assert format.tanggal(larut) == "1 Januari 2025"
    assert format.waktu(larut) == "1 Januari 2025 pukul 00.00 WIB"


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_it_says_hundred_percent_only_when_everything_is_done(bagian, semua):
    persen = format.persen(bagian, semua)
    assert 0 <= persen <= 100
    assert (persen == 100) == (semua > 0 and bagian >= semua)
    assert (persen == 0) == (bagian == 0 or semua == 0)


@pytest.mark.parametrize("nilai", [True, "12a", "<b>", "1e9"])
def test_it_leaves_alone_what_is_no_number(nilai):
    assert format.angka(nilai) == str(nilai)

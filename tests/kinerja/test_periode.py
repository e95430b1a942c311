"""Periods: slots, their days, and the words that name them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.kinerja import periode, siklus

TIPE = (periode.BULANAN, periode.TRIWULANAN, periode.SEMESTER, periode.TAHUNAN)
SLOTS = [s for t in TIPE for s in periode.slots(t)]
TAHUN = st.integers(2000, 2099)


@given(tahun=TAHUN, tipe=st.sampled_from(TIPE))
def test_it_cuts_the_year_into_slots_without_gap_or_overlap(tahun: int, tipe: int) -> None:
    hari = date(tahun, 1, 1)
    for kode in periode.slots(tipe):
        awal, akhir = periode.rentang(tahun, kode)
        assert awal == hari
        assert periode.jatuh_tempo(tahun, kode) == akhir
        hari = akhir + timedelta(days=1)
    assert hari == date(tahun + 1, 1, 1)


@given(tahun=TAHUN, kode=st.sampled_from(SLOTS))
def test_it_reads_back_the_names_it_gives(tahun: int, kode: int) -> None:
    assert periode.parse_label(f"{periode.nama(kode)} Tahun {tahun}") == (tahun, kode)
    assert periode.parse_label(f"Periode : {periode.nama_panjang(kode)} {tahun}") == (tahun, kode)


@pytest.mark.parametrize(
    ("label", "tahun", "slot"),
    [
        ("Laporan Penilaian SKP Periode Triwulan 1 Tahun 2024", 2024, 201),
        ("Periode : Bulanan 12 Tahun 2026", 2026, 112),
        ("Periode : BULANAN 10 TAHUN 2026", 2026, 110),
        ("Bulanan 1 Tahun 2026", 2026, 101),
        ("Bulan Mei 2026", 2026, 105),
        ("Nopember 2025", 2025, 111),
        ("Laporan SKP Periode Tahun 2024", 2024, None),
        ("Laporan Penilaian SKP Tahunan Tahun 2024", 2024, 400),
        ("Final", None, 400),
        ("TW 3", None, 203),
        ("tw3 2024", 2024, 203),
        ("Triwulan ke-2 2024", 2024, 202),
        ("TRIWULAN IV - AKHIR", None, 204),
        ("Semester 2", None, 302),
        ("Semester I 2024", 2024, 301),
        ("Januari - Desember 2025", 2025, 400),
        ("01 Januari 2024 s.d. 31 Maret 2024", 2024, 201),
        ("Januari - Desember 2025/2026", None, 400),
        ("Januari - Februari 2025", 2025, None),
        ("Bulanan 13", None, None),
        ("Triwulan 5", None, None),
        ("Triwulan 12", None, None),
        ("Triwulan 1 s.d. Triwulan 2", None, None),
        ("Unor : ALL", None, None),
        ("", None, None),
    ],
)
def test_it_reads_the_labels_of_reports(label: str, tahun: int | None, slot: int | None) -> None:
    assert periode.parse_label(label) == (tahun, slot)


@pytest.mark.parametrize(("tipe", "angka"), [(2, 0), (2, 5), (2, None), (1, 13), (4, 2), (0, 1), (9, 1)])
def test_it_has_no_slot_for_a_number_that_is_not_there(tipe: int, angka: int | None) -> None:
    with pytest.raises(periode.PeriodeError):
        periode.slot(tipe, angka)


@pytest.mark.parametrize("kode", [0, 200, 205, 401, 500])
def test_it_has_no_name_for_a_slot_that_is_not_there(kode: int) -> None:
    with pytest.raises(periode.PeriodeError):
        periode.nama(kode)


@pytest.mark.parametrize(("text", "kode"), [("", "INCOMPLETE"), ("-", "INCOMPLETE"), ("mingguan", "UNKNOWN_PERIODE")])
def test_it_knows_no_other_tipe_periodik(text: str, kode: str) -> None:
    with pytest.raises(periode.PeriodeError) as galat:
        periode.parse_tipe(text)
    assert galat.value.kode == kode


@given(hari=st.dates(date(2024, 1, 1), date(2024, 12, 31)))
def test_it_reads_every_day_and_month(hari: date) -> None:
    assert periode.parse_hari_bulan(f"{hari:%d-%m}") == (hari.day, hari.month)


@pytest.mark.parametrize("text", ["", "31-04", "30-02", "00-01", "01-13", "2024-01-31", "x"])
def test_it_refuses_a_day_that_no_year_has(text: str) -> None:
    with pytest.raises(periode.PeriodeError):
        periode.parse_hari_bulan(text)


def test_it_judges_a_year_by_the_cycle_of_that_year() -> None:
    assert [siklus.untuk(t).slot_pmm for t in (2024, 2025, 2026)] == [(301, 302, 400), (400,), (400,)]
    assert siklus.untuk(2026).pasti
    assert not siklus.untuk(2027).pasti
    assert len(siklus.slot_ekinerja(2025, periode.BULANAN)) == 13
    with pytest.raises(periode.PeriodeError):
        siklus.slot_ekinerja(2024, periode.SEMESTER)
    with pytest.raises(siklus.SiklusError):
        siklus.slot_ekinerja(2023, periode.TRIWULANAN)


def test_it_never_assumes_what_a_semester_stands_for() -> None:
    assert siklus.triwulan_dari_semester(2024, 302, diaktifkan=False) == ()
    assert siklus.triwulan_dari_semester(2024, 302, diaktifkan=True) == (203, 204)
    assert siklus.triwulan_dari_semester(2024, 400, diaktifkan=True) == ()
    assert siklus.triwulan_dari_semester(2025, 302, diaktifkan=True) == ()

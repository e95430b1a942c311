"""Angka kredit: exact until printed, and for PNS only."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.kinerja import angka_kredit as ak
from selaras.kinerja import golongan, jenjang

PECAHAN = st.fractions(-1000, 1000, max_denominator=960)


@given(nilai=PECAHAN, desimal=st.integers(0, 4))
def test_it_prints_within_half_a_unit(nilai: Fraction, desimal: int) -> None:
    cetak = ak.cetak(nilai, desimal)
    assert abs(Fraction(cetak) - nilai) <= Fraction(1, 2 * 10**desimal)
    assert len(cetak.partition(".")[2]) == desimal
    assert cetak != "-0"


@given(
    nama=st.sampled_from(list(jenjang.JENJANG)),
    predikat=st.integers(1, 5),
    bulan=st.lists(st.integers(1, 12), min_size=1, max_size=4).filter(lambda b: sum(b) <= 12),
)
def test_it_counts_the_same_in_parts_as_at_once(nama: str, predikat: int, bulan: list[int]) -> None:
    bagian = [ak.hitung(nama, predikat, b) for b in bulan]
    assert ak.kumulatif(Fraction(0), bagian) == ak.hitung(nama, predikat, sum(bulan))


@pytest.mark.parametrize(
    ("bulan", "kode"),
    [
        *((0, "BULAN_RANGE"), (13, "BULAN_RANGE"), ("-3", "BULAN_RANGE")),
        *((2.5, "BULAN_NOT_INTEGER"), ("", "BULAN_NOT_INTEGER"), ("1/0", "BULAN_NOT_INTEGER")),
        *((float("inf"), "BULAN_NOT_INTEGER"), (True, "BULAN_NOT_INTEGER")),
    ],
)
def test_it_counts_whole_months_of_one_year(bulan: int | float | str, kode: str) -> None:
    with pytest.raises(ak.AngkaKreditError) as galat:
        ak.hitung("Ahli Pertama", "Baik", bulan)
    assert galat.value.kode == kode


def test_it_refuses_a_pppk_of_any_kind() -> None:
    with pytest.raises(ak.AngkaKreditError):
        ak.hitung("Ahli Pertama", 2, 12, jenis="PPPK paruh waktu")


def test_it_knows_no_integrasi_outside_golongan_iii_and_iv() -> None:
    for tanya in (ak.dasar, lambda g: ak.integrasi(g, 100)):
        with pytest.raises(ak.AngkaKreditError) as galat:
            tanya("II/a")
        assert galat.value.kode == "UNKNOWN_GOLONGAN"


@pytest.mark.parametrize(
    ("text", "kanonik"),
    [
        *(("III/A", "III/a"), ("IIIb", "III/b"), ("iv - e", "IV/e"), ("Pembina Tk. I (IV/b)", "IV/b")),
        *(("ix", "IX"), ("Gol. XI", "XI"), ("Golongan V", "V"), ("III.c", "III/c")),
    ],
)
def test_it_reads_a_golongan_in_every_spelling(text: str, kanonik: str) -> None:
    assert golongan.parse(text) == kanonik


@pytest.mark.parametrize("kanonik", [*golongan.PANGKAT, *golongan.PPPK])
def test_it_reads_every_canonical_golongan_as_itself(kanonik: str) -> None:
    assert golongan.parse(kanonik) == kanonik
    assert golongan.urutan(kanonik) >= 0
    assert (golongan.pangkat(kanonik) is None) is golongan.is_pppk(kanonik)


@pytest.mark.parametrize(
    ("text", "kode"),
    [("", "INCOMPLETE"), ("-", "INCOMPLETE"), ("III/e", "UNKNOWN_GOLONGAN"), ("IIX", "UNKNOWN_GOLONGAN")],
)
def test_it_refuses_a_golongan_that_is_none(text: str, kode: str) -> None:
    with pytest.raises(golongan.GolonganError) as galat:
        golongan.parse(text)
    assert galat.value.kode == kode


@pytest.mark.parametrize("nama", list(jenjang.JENJANG))
def test_it_reads_every_jenjang_inside_a_jabatan(nama: str) -> None:
    assert jenjang.parse(f"guru  {nama.upper()}").nama == nama
    assert jenjang.parse(nama).koefisien * 4 == jenjang.parse(nama).kebutuhan_pangkat


def test_it_finds_the_jenjang_of_a_golongan() -> None:
    assert [jenjang.dari_golongan(g).nama for g in ("III/a", "IV/c", "IX", "XIII")] == [
        *("Ahli Pertama", "Ahli Madya", "Ahli Pertama", "Ahli Madya")
    ]
    for tanya in (jenjang.dari_golongan, jenjang.parse):
        with pytest.raises(jenjang.JenjangError):
            tanya("I/a")

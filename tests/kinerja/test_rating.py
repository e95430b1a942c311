"""Ratings and predikat: read in every known spelling, never guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.kinerja import predikat, rating, sebaran

HASIL = st.sampled_from(list(rating.HASIL))
PERILAKU = st.sampled_from(list(rating.PERILAKU))


def spell(draw: st.DrawFn, nama: str) -> str:
    pisah = draw(st.sampled_from([" ", "  ", "\u00a0"]))
    return draw(st.sampled_from([str.upper, str.lower, str.title]))(nama.replace(" ", pisah))


@given(data=st.data(), kode=HASIL)
def test_it_reads_a_rating_however_it_is_cased_and_spaced(data: st.DataObject, kode: rating.Rating) -> None:
    text = spell(data.draw, rating.nama(kode))  # type: ignore[arg-type]
    assert rating.parse(text) == rating.parse(text) == kode


@given(data=st.data(), kode=st.sampled_from(list(predikat.Predikat)))
def test_it_reads_a_predikat_however_it_is_cased_and_spaced(data: st.DataObject, kode: predikat.Predikat) -> None:
    text = spell(data.draw, predikat.nama(kode))  # type: ignore[arg-type]
    assert predikat.parse(text) == predikat.parse(text) == kode


@given(hasil=HASIL, perilaku=PERILAKU)
def test_it_has_a_predikat_for_every_pair(hasil: rating.Rating, perilaku: rating.Rating) -> None:
    kode = predikat.dari(hasil, perilaku)
    assert predikat.parse(predikat.nama(kode)) == kode
    assert (kode == 1) is (hasil == perilaku == rating.Rating.DIATAS)
    assert (kode in (4, 5)) is (perilaku == rating.Rating.DIBAWAH)


@given(a=HASIL, b=HASIL, perilaku=PERILAKU)
def test_it_never_gives_less_for_better_work(a: rating.Rating, b: rating.Rating, perilaku: rating.Rating) -> None:
    if a < b:
        assert predikat.dari(a, perilaku) <= predikat.dari(b, perilaku)


def test_it_uses_the_matrix_of_the_day_and_the_first_one_before_it() -> None:
    assert predikat.dari(1, 1, per=date(2024, 1, 1)) == predikat.dari(1, 1, per=date(2020, 1, 1)) == 1


@pytest.mark.parametrize("text", ["", " ", "-", "\u2014", "Belum dinilai"])
def test_it_says_that_a_rating_is_missing(text: str) -> None:
    for parse in (rating.parse, predikat.parse):
        with pytest.raises(rating.RatingError) as galat:
            parse(text)
        assert galat.value.kode == "INCOMPLETE"


@pytest.mark.parametrize("text", ["Bagus Sekali", "?", "4", "1", "Atas", "Melebihi ekspektasi", "Istimewa"])
def test_it_refuses_words_it_does_not_know(text: str) -> None:
    with pytest.raises(rating.RatingError, match="tidak dikenal"):
        rating.parse(text)
    with pytest.raises(predikat.PredikatError, match="tidak dikenal"):
        predikat.parse(text)


@pytest.mark.parametrize("kode", [0, 4, 6])
def test_it_refuses_codes_it_does_not_know(kode: int) -> None:
    with pytest.raises(rating.RatingError):
        rating.nama(kode)
    with pytest.raises(rating.RatingError):
        predikat.dari(kode, 1)
    for tanya in (predikat.nama, predikat.persen_ak):
        with pytest.raises(predikat.PredikatError):
            tanya(kode + 10)


def test_it_remembers_only_so_many_spellings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rating, "BATAS_INGATAN", 0)
    monkeypatch.setattr(predikat, "BATAS_INGATAN", 0)
    assert rating.parse("s e s u a i") == 2
    assert predikat.parse("b a i k") == 2


def test_it_gives_no_advice_about_nobody_and_none_for_an_unknown_scale() -> None:
    assert sebaran.periksa("Baik", {}) == ()
    with pytest.raises(sebaran.CapaianError):
        sebaran.periksa("Sangat Baik", {1: 1})

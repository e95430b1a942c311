from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.ledger.keadaan import KEADAAN
from selaras.ui import grafik
from selaras.ui.grafik import Batang
from selaras.ui.langkah import STATUS, Langkah, susun

BAGIAN = st.lists(st.tuples(st.sampled_from(KEADAAN), st.integers(0, 10**6)), min_size=1, max_size=8)


@given(st.lists(BAGIAN, min_size=1, max_size=20))
def test_it_draws_every_number_on_one_scale_and_never_beyond_the_edge(data):
    batang = [Batang("x", bagian=tuple(bagian)) for bagian in data]
    terpanjang = max(b.jumlah for b in batang)
    for baris in grafik.susun(batang):
        ruas = baris["ruas"]
        assert sum(r.nilai for r in ruas) == baris["batang"].jumlah
        ujung = sum(float(r.lebar) for r in ruas)
        assert ujung <= 100 + 0.005 * len(ruas)
        if baris["batang"].jumlah == terpanjang > 0:
            assert ujung == pytest.approx(100, abs=0.05)


def test_it_sets_the_pieces_end_to_end():
    (baris,) = grafik.susun([Batang("x", bagian=(("siap", 1), ("menunggu", 0), ("selaras", 3)))])
    assert [(r.x, r.lebar) for r in baris["ruas"]] == [("0.00", "25.00"), ("25.00", "75.00")]


def test_it_survives_a_chart_of_nothing_but_zeros():
    assert [b["ruas"] for b in grafik.susun([Batang("a"), Batang("b", bagian=(("siap", 0),))])] == [[], []]
    assert grafik.susun([]) == []


def test_it_explains_only_the_colours_that_occur():
    data = [Batang("a", bagian=(("siap", 0), ("selaras", 2))), Batang("b", 7)]
    assert [satu.kunci for satu in grafik.legenda(data)] == ["selaras"]


def test_it_takes_steps_as_values_or_dicts_and_knows_no_other_status():
    hasil = susun([Langkah("Satu", "selesai"), {"judul": "Dua"}])
    assert [satu["kata"] for satu in hasil] == ["Selesai", "Belum"]
    with pytest.raises(KeyError):
        susun([Langkah("Tiga", "hijau")])
    assert len({kata for _, kata, _ in STATUS.values()}) == len(STATUS)

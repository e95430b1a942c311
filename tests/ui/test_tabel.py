from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import mark_safe
from hypothesis import given
from hypothesis import strategies as st

from selaras.ui.tabel import badan
from ui.dokumen import Dokumen

KOLOM = (("nama", "Nama"), ("nilai", 'Nilai <"x">'))


@dataclass
class Guru:
    nama: str
    nilai: object = None


@given(st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_it_shows_every_value_as_text_whatever_it_contains(data):
    dokumen = Dokumen.baca(f"<table>{badan(KOLOM, [{'nama': a, 'nilai': b} for a, b in data])}</table>")
    assert dokumen.terbuka == []
    assert {u.nama for u in dokumen.unsur} <= {"table", "tr", "th", "td", "span"}
    assert [_rapi(u.teks) for u in dokumen.semua("th")] == [_rapi(a) for a, _ in data]
    assert [_rapi(u.teks) for u in dokumen.semua("td")] == [_rapi(b) for _, b in data]


def test_it_takes_objects_keeps_safe_cells_and_shows_none_as_a_dash():
    html = badan(KOLOM, [Guru("A", mark_safe("<b>1</b>")), Guru("B"), Guru("C", 0)])
    assert [u.teks for u in Dokumen.baca(html).semua("td")] == ["1", "-", "0"]
    assert html.count("<b>") == 1


def test_it_repeats_an_escaped_heading_in_every_cell():
    (sel,) = Dokumen.baca(badan(KOLOM, [Guru("A")])).semua("td")
    assert sel.sifat["data-label"] == 'Nilai <"x">'


def _rapi(teks: str) -> str:
    """What an HTML parser is free to change: it never sees a NUL or a lone carriage return as such."""
    return teks.replace("\r\n", "\n").replace("\r", "\n")

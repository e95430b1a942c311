"""What every connector has to do: one suite, run against a good file of every kind."""

from __future__ import annotations

import datetime as dt
import random
import re
from pathlib import Path

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from connectors.contoh import CONTOH, Contoh, baca, konteks, lewat_csv
from selaras.connectors.ports import Lines, Outside, Record, Reject, Table
from selaras.connectors.registry import CONNECTORS, by_name, recognise
from selaras.galat import DataError

HEX = re.compile(r"[0-9a-f]{32}")
semua = pytest.mark.parametrize("contoh", CONTOH, ids=lambda c: c.id)
tabel = pytest.mark.parametrize("contoh", [c for c in CONTOH if c.bentuk == "table"], ids=lambda c: c.id)
bukan_baris = pytest.mark.parametrize("contoh", [c for c in CONTOH if c.bentuk != "lines"], ids=lambda c: c.id)


def isi(rows: list[Record | Reject | Outside]) -> list[object]:
    """Return the records without their line numbers."""
    return [row._replace(line=0) if isinstance(row, Record) else row for row in rows]


@semua
def test_it_is_recognised_by_exactly_one_connector(contoh: Contoh) -> None:
    source = contoh.sumber()
    assert [c.name for c in CONNECTORS if c.recognises(source)] == [contoh.connector]
    assert recognise(source) is contoh.conn


@semua
def test_it_turns_every_good_row_into_a_whole_record(contoh: Contoh) -> None:
    rows = baca(contoh, contoh.sumber())
    assert len(rows) == len(contoh.rows)
    for row in rows:
        assert isinstance(row, Record), row
        assert HEX.fullmatch(row.native)
        assert HEX.fullmatch(row.raw_hash)
        assert row.core is None or HEX.fullmatch(row.core)
        assert isinstance(orjson.loads(row.rest or "{}"), dict)
        for day in (row.mulai, row.selesai, row.tanggal):
            assert day is None or dt.date.fromisoformat(day).isoformat() == day
        assert all(value is None or type(value) in (int, str, bool) for value in row[3:])
        assert row.kind in contoh.conn.capabilities.kinds


@semua
def test_it_gives_different_keys_to_different_things(contoh: Contoh) -> None:
    keys = [(r.tahun, r.kind, r.native, r.slot) for r in baca(contoh, contoh.sumber()) if isinstance(r, Record)]
    assert len(set(keys)) == len(keys)


@bukan_baris
def test_it_reads_an_empty_table_as_no_rows(contoh: Contoh) -> None:
    if contoh.bentuk == "table":
        assert baca(contoh, contoh.sumber([])) == []
    else:
        assert baca(contoh, contoh.sumber([])) == []
        assert contoh.conn.coverage(contoh.sumber([]), contoh.conn.heading(contoh.sumber([]))) is not None


@bukan_baris
def test_it_names_the_missing_column_the_file_and_what_to_do(contoh: Contoh) -> None:
    for column in contoh.wajib:
        source = contoh.sumber(kolom=[name for name in contoh.kolom if name != column])
        assert recognise(source) in (contoh.conn, None)
        with pytest.raises(DataError) as caught:
            baca(contoh, source)
        assert caught.value.di_mana is not None
        assert contoh.berkas in caught.value.di_mana
        assert "Kolom wajib" in caught.value.kalimat
        assert caught.value.langkah


@bukan_baris
def test_it_recognises_its_table_without_most_required_columns(contoh: Contoh) -> None:
    known = [recognise(contoh.sumber(kolom=[k for k in contoh.kolom if k != column])) for column in contoh.wajib]
    assert sum(c is contoh.conn for c in known) * 2 >= len(known)


@bukan_baris
def test_it_does_not_mind_extra_and_shuffled_columns(contoh: Contoh) -> None:
    kolom = [*contoh.kolom, "catatan_kami"]
    random.Random(7).shuffle(kolom)
    rows = [row | {"catatan_kami": "boleh"} for row in contoh.rows]
    source = contoh.sumber(rows, kolom)
    assert recognise(source) is contoh.conn
    assert isi(baca(contoh, source)) == isi(baca(contoh, contoh.sumber()))


@tabel
def test_it_reads_upper_case_headers_through_the_real_reader(contoh: Contoh, tmp_path: Path) -> None:
    (source,) = lewat_csv(contoh, tmp_path, [name.upper().replace("_", " ") for name in contoh.kolom])
    assert recognise(source) is contoh.conn
    assert isi(baca(contoh, source)) == isi(baca(contoh, contoh.sumber()))


@semua
def test_it_keeps_a_damaged_row_whole_with_every_reason_at_once(contoh: Contoh) -> None:
    (row,) = baca(contoh, contoh.sumber([contoh.spoilt()]))
    assert isinstance(row, Reject)
    assert set(row.codes) == contoh.kode
    assert row.kind in contoh.conn.capabilities.kinds
    for text in filter(None, contoh.rusak.values()):
        assert text in row.raw.values()
    for name, text in contoh.rusak.items():
        assert text in row.reason or name in row.reason or name in ("nik", "nuptk")


@semua
def test_it_skips_a_file_that_is_already_stored(contoh: Contoh) -> None:
    first = [row for row in baca(contoh, contoh.sumber()) if isinstance(row, Record)]
    again = konteks(row.raw_hash for row in first)
    assert baca(contoh, contoh.sumber(), again) == []
    assert again.same == len(contoh.rows)
    assert len(again.known) == 0


@semua
def test_it_shows_a_row_that_stands_twice_in_one_file(contoh: Contoh) -> None:
    rows = [contoh.rows[0], contoh.rows[0]]
    first, second = baca(contoh, contoh.sumber(rows))
    assert isinstance(first, Record)
    assert isinstance(second, Record)
    assert first._replace(line=0) == second._replace(line=0)
    again = konteks([first.raw_hash])
    assert len(baca(contoh, contoh.sumber(rows), again)) == again.same == 1


@semua
def test_it_accounts_for_every_row(contoh: Contoh) -> None:
    rows = [*contoh.rows, contoh.spoilt(), contoh.rows[0]]
    known = baca(contoh, contoh.sumber())[0]
    assert isinstance(known, Record)
    context = konteks([known.raw_hash])
    assert len(baca(contoh, contoh.sumber(rows), context)) + context.same == len(rows)


@tabel
def test_it_rejects_a_row_that_is_longer_than_the_header(contoh: Contoh) -> None:
    source = contoh.sumber()
    assert isinstance(source, Table)
    (line, cells), *_ = source.rows
    long = Table(
        source.berkas, "", 0, source.preamble, source.header, source.header_line,
        [(line, [*cells, "", "tumpah"]), (line + 1, [*cells, "", " "]), (line + 2, list(cells)[:1])],
    )  # fmt: skip
    tumpah, kosong, *_ = baca(contoh, long)  # the third says nothing in a template
    assert isinstance(tumpah, Reject)
    assert tumpah.codes == ("B1",)
    assert "tumpah" in tumpah.raw["sel_berlebih"]
    assert isinstance(kosong, Record)


@semua
def test_it_declares_what_it_covers(contoh: Contoh) -> None:
    heading = contoh.conn.heading(contoh.sumber())
    for item in contoh.conn.coverage(contoh.sumber(), heading):
        assert item.kind in contoh.conn.capabilities.kinds
        assert not (item.places and item.from_rows)


CELL = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["", "-", "2024-02-30", "1.9E+17", "198501012010012999", "Baik", "x" * 300, "\x00", "'1985", "∞", "٣", "\ud800"]
    ),
)


@semua
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_it_survives_any_cells(contoh: Contoh, data: st.DataObject) -> None:
    rows = [row | data.draw(st.dictionaries(st.sampled_from(contoh.kolom), CELL, max_size=6)) for row in contoh.rows]
    context = konteks()
    try:
        got = baca(contoh, contoh.sumber(rows), context)
    except DataError:
        return
    assert len(got) + context.blank == len(rows)
    for row in got:
        if isinstance(row, Reject):
            assert row.codes
            assert row.reason.startswith("Baris ")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.binary(max_size=40), st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["jenis", "nip", "nomor"]), inner),
    max_leaves=6,
).map(orjson.dumps)), max_size=6))  # fmt: skip
def test_it_survives_any_lines(raws: list[bytes]) -> None:
    source = Lines("kacau.ndjson", list(enumerate(raws, start=1)))
    connector = by_name("pmm_interchange")
    rows = list(connector.records(source, connector.heading(source), konteks()))
    assert len(rows) == len(raws)
    assert all(isinstance(row, Reject) for row in rows)
    assert connector.recognises(source) in (True, False)


def test_it_knows_connectors_by_name_and_lists_them_when_it_does_not() -> None:
    names = [connector.name for connector in CONNECTORS]
    assert len(set(names)) == len(names) == 10
    assert [by_name(name).name for name in names] == names
    with pytest.raises(DataError, match="ekinerja_laporan_skp"):
        by_name("entah")


def test_it_says_none_for_what_nobody_knows() -> None:
    assert recognise(Table("foto.csv", "", 0, (), ("a", "b"), 1, [])) is None
    assert recognise(Table("asing.pdf", "", 0, (), (), 0, ())) is None


def test_it_asks_when_several_claim_a_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("selaras.connectors.registry.CONNECTORS", (CONNECTORS[0], CONNECTORS[0]))
    with pytest.raises(DataError, match="--jenis"):
        recognise(CONTOH[0].sumber())

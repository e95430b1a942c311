"""Workbooks: cells as text, sheets, and those that would harm a reader."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from connectors.berkas.builders import (
    HEAD_XML,
    NIP,
    PEGAWAI,
    cells,
    ods,
    raw_workbook,
    sources,
    table,
    workbook,
)
from selaras.connectors.ports import Table
from selaras.galat import DataError


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (f" {NIP}\xa0", NIP),
        ("Sari  Dewi", "Sari  Dewi"),
        (2024.0, "2024"),
        (0.5, "0.5"),
        (999999999999999, "999999999999999"),
        (197712242005033001, "1.97712242005033E+17"),
        (True, "1"),
        (False, "0"),
        (dt.date(2024, 3, 31), "2024-03-31"),
        ("=1+1", "=1+1"),
        ("-", "-"),
    ],
)
def test_it_gives_cells_as_text(tmp_path: Path, value: Any, text: str) -> None:
    assert cells(table(tmp_path, "a.xlsx", workbook({"S": [["nip", "nama"], [value, "x"]]}))) == [[text, "x"]]


def test_it_yields_every_sheet_with_its_place_and_skips_empty_and_hidden_helper_sheets(tmp_path: Path) -> None:
    data = workbook({"pegawai": PEGAWAI, "kosong": [], "daftar": [["Baik"]], "skp": PEGAWAI, "x": [["?"]]}, ["daftar"])
    found = [source for source in sources(tmp_path, "pmm.xlsx", data) if isinstance(source, Table)]
    assert [(t.sheet, t.sheet_index, bool(t.header)) for t in found] == [
        ("pegawai", 0, True),
        ("skp", 3, True),
        ("x", 4, False),
    ]
    assert cells(found[1]) == cells(found[0]) == PEGAWAI[1:]


def test_it_counts_rows_as_the_spreadsheet_shows_them(tmp_path: Path) -> None:
    rows: list[list[Any]] = [[], [], ["", "nip", "nama"], [], ["", "1", "a"], [], ["", "2", "b"]]
    found = table(tmp_path, "a.xlsx", workbook({"S": rows}))
    assert (found.header_line, list(found.rows)) == (3, [(5, ["1", "a"]), (7, ["2", "b"])])


def test_it_says_that_a_workbook_is_empty(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="berkas kosong"):
        sources(tmp_path, "a.xlsx", workbook({"a": [], "b": []}))


def test_it_reads_a_workbook_written_by_hand(tmp_path: Path) -> None:
    row = '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><v>1</v></c></row>'
    assert cells(table(tmp_path, "a.xlsx", raw_workbook(HEAD_XML + row, "<si><t>x</t></si>"))) == [["x", "1"]]


def test_it_lets_two_readers_of_one_sheet_run_side_by_side(tmp_path: Path) -> None:
    rows = [["nip", "nama"], *([str(i), "x" * 50] for i in range(5000))]
    found = table(tmp_path, "a.xlsx", workbook({"S": rows}))
    assert all(a == b for a, b in zip(found.rows, found.rows, strict=True))


def test_it_reads_a_spreadsheet_of_libreoffice(tmp_path: Path) -> None:
    assert cells(table(tmp_path, "a.ods", ods(PEGAWAI))) == PEGAWAI[1:]

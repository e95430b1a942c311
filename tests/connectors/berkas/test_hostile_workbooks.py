"""Workbooks that would harm a reader: bombs, locks, truncation. The child process takes the harm."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

from connectors.berkas.builders import (
    HEAD_XML,
    PEGAWAI,
    cells,
    compound_file,
    lying_about_size,
    ods,
    put,
    raw_workbook,
    sources,
    table,
    workbook,
    zipped,
)
from selaras.connectors.berkas import limits, open_sources
from selaras.connectors.berkas import workbook as workbooks
from selaras.galat import DataError


@pytest.mark.parametrize(
    "data",
    [
        compound_file("EncryptedPackage"),
        compound_file("Workbook") + b"\x09\x08\x10\0" + b"\0" * 16 + b"\x2f\0\x36\0" + b"\0" * 500,
    ],
)
def test_it_refuses_a_workbook_locked_with_a_password(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(DataError, match="dikunci kata sandi"):
        sources(tmp_path, "a.xlsx", data)


def test_it_refuses_an_old_word_document(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="rusak atau terpotong"):
        sources(tmp_path, "a.doc", compound_file("WordDocument"))


@pytest.mark.parametrize("keep", [30, 500, 2000, 4000])
def test_it_refuses_truncated_workbooks(tmp_path: Path, keep: int) -> None:
    with pytest.raises(DataError, match="rusak atau terpotong"):
        sources(tmp_path, "a.xlsx", workbook({"S": PEGAWAI})[:keep])


def test_it_does_not_expand_entities(tmp_path: Path) -> None:
    levels = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))
    prolog = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha"><!ENTITY f SYSTEM "file:///etc/passwd">{levels}]>'
    row = '<row r="2"><c r="A2" t="inlineStr"><is><t>&l11;&f;</t></is></c><c r="B2"><v>1</v></c></row>'
    try:
        text = str(cells(table(tmp_path, "a.xlsx", raw_workbook(HEAD_XML + row, prolog=prolog))))
    except DataError as error:
        text = str(error)
    assert "root:" not in text
    assert len(text) < 1000


def test_it_survives_two_cells_at_the_ends_of_the_sheet(tmp_path: Path) -> None:
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    with pytest.raises(DataError, match="CSV"):
        sources(tmp_path, "a.xlsx", raw_workbook(HEAD_XML + far))


def test_it_names_csv_as_the_way_for_sheets_that_are_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_CELLS", 8)
    with pytest.raises(
        DataError, match=r"lembar S: .* lebih dari 8 sel\. Pengirim berkas: simpan lembar itu sebagai CSV"
    ):
        sources(tmp_path, "a.xlsx", workbook({"S": PEGAWAI}))


def test_it_survives_one_long_text_that_stands_in_a_million_cells(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{i}"><c r="A{i}" t="s"><v>0</v></c></row>' for i in range(2, 300_000))
    with pytest.raises(DataError, match="terlalu besar"):
        sources(tmp_path, "a.xlsx", raw_workbook(HEAD_XML + rows, f"<si><t>{'x' * 32_000}</t></si>"))


def test_it_refuses_a_bomb_by_its_directory(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="mekar melebihi batas"):
        sources(tmp_path, "a.xlsx", raw_workbook(HEAD_XML + " " * (40 * limits.MIB)))


def test_it_survives_a_bomb_that_lies_about_its_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CHILD_BYTES", 256 * limits.MIB)
    bomb = raw_workbook(HEAD_XML, f"<si><t>{'x' * (400 * limits.MIB)}</t></si>")
    with pytest.raises(DataError, match="rusak"):
        sources(tmp_path, "a.xlsx", lying_about_size(bomb, 1000))


def test_it_stops_waiting_for_a_workbook_that_never_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: Any, **options: Any) -> None:
        raise subprocess.TimeoutExpired("anak", options["timeout"])

    monkeypatch.setattr(workbooks.subprocess, "run", never)
    with pytest.raises(DataError, match="terlalu besar atau rusak"):
        sources(tmp_path, "a.xlsx", workbook({"S": PEGAWAI}))


def test_it_survives_a_row_that_is_repeated_without_end(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="CSV"):
        sources(tmp_path, "a.ods", ods([*PEGAWAI, ["x"] * 5], 2_000_000_000))


def test_it_refuses_a_workbook_in_a_zip_that_does_not_fit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_WORKBOOK_BYTES", 1000)
    with pytest.raises(DataError, match="mekar melebihi batas"):
        sources(tmp_path, "s.zip", zipped({"a.xlsx": workbook({"S": PEGAWAI})}))


@pytest.mark.parametrize("name", ["a.xlsx", "s.zip"])
def test_it_says_that_the_disk_has_no_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    def full(**_: Any) -> None:
        raise OSError(28, "No space left on device")

    data = workbook({"S": PEGAWAI})
    path = put(tmp_path, name, data if name == "a.xlsx" else zipped({"a.xlsx": data}))
    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    with pytest.raises(DataError, match="tempat sementara di komputer ini penuh"):
        list(open_sources(path))


def test_it_says_that_no_child_process_could_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "tiada"))
    with pytest.raises(DataError, match="gagal dibaca"):
        sources(tmp_path, "a.xlsx", workbook({"S": PEGAWAI}))


def test_it_understands_a_child_that_ran_out_of_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = subprocess.CompletedProcess([], 0, b"", b'\n{"galat": "berat"}\n')
    monkeypatch.setattr(workbooks.subprocess, "run", lambda *_, **__: done)
    with pytest.raises(DataError, match="terlalu besar"):
        sources(tmp_path, "a.xlsx", workbook({"S": PEGAWAI}))

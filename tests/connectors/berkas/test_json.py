"""JSON documents and NDJSON."""

from __future__ import annotations

from pathlib import Path

import pytest

from connectors.berkas.builders import sources
from selaras.connectors.berkas import limits
from selaras.connectors.ports import Document, Lines
from selaras.galat import DataError

ONE = '{"jenis": "skp", "nip": "1"}'


@pytest.mark.parametrize(
    "text",
    [f"{ONE}\n{ONE}\n", f"\ufeff{ONE}\n\n{ONE}", ONE, f"\n{ONE}\r\n", '{"a": 1}\n{"b": 2}', f"{{rusak\n{ONE}\n{ONE}\n"],
)
def test_it_takes_one_object_a_line_for_ndjson(tmp_path: Path, text: str) -> None:
    [source] = sources(tmp_path, "a.txt", text)
    assert isinstance(source, Lines)


def test_it_gives_raw_lines_with_their_numbers_without_bom_and_blank_lines(tmp_path: Path) -> None:
    [source] = sources(tmp_path, "a.ndjson", f"\ufeff{ONE}\n\n  \n{{rusak\n")
    assert isinstance(source, Lines)
    assert list(source.rows) == [(1, ONE.encode()), (4, b"{rusak")]


def test_it_gives_utf16_lines_as_utf8(tmp_path: Path) -> None:
    [source] = sources(tmp_path, "a.ndjson", f"{ONE}\n{ONE}\n".encode("utf-16"))
    assert isinstance(source, Lines)
    assert list(source.rows) == [(1, ONE.encode()), (2, ONE.encode())]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_it_parses_documents_in_any_encoding(tmp_path: Path, codec: str) -> None:
    [source] = sources(tmp_path, "x.txt", '{"rows":\n[{"nama": "René"},\n{"jenis": "x"}\n]}'.encode(codec))
    assert isinstance(source, Document)
    assert source.data == {"rows": [{"nama": "René"}, {"jenis": "x"}]}


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, '{"data": [1, 2', "[1,]", '{"a": 1} x'])
def test_it_refuses_depth_bombs_and_broken_json(tmp_path: Path, text: str) -> None:
    with pytest.raises(DataError, match="bukan JSON yang utuh"):
        sources(tmp_path, "a.json", text)


def test_it_refuses_documents_that_do_not_fit_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_JSON_BYTES", limits.MIB)
    with pytest.raises(DataError, match="lebih besar dari 1 MB"):
        sources(tmp_path, "a.json", "[" + "1," * limits.MIB + "1]")


def test_it_refuses_an_endless_line_of_ndjson(tmp_path: Path) -> None:
    [source] = sources(tmp_path, "a.ndjson", f'{ONE}\n{ONE}\n{{"a": "{"x" * 2_000_000}"}}\n')
    assert isinstance(source, Lines)
    with pytest.raises(DataError, match="baris 3"):
        list(source.rows)

"""Whatever the table, it is read back equal; whatever the bytes, only a sentence comes out."""

from __future__ import annotations

import contextlib
import csv
import io
import zipfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from connectors.berkas.builders import PEGAWAI, cells, put, raw_workbook, table, workbook, zipped
from selaras.connectors.berkas import open_sources
from selaras.connectors.berkas.delimited import fit
from selaras.connectors.berkas.vocabulary import KNOWN
from selaras.connectors.ports import Document
from selaras.galat import DataError

SLOW = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
MANY = settings(SLOW, max_examples=300)

# Values that are no header names, no numbering of columns and no rows of their own inside a quoted cell.
LETTERS = st.characters(codec="cp1252", exclude_categories=["Cc", "Cs"])
VALUES = st.text(LETTERS, max_size=8).map(lambda text: f"~{text}~\n~" if "é" in text else f"~{text}~")


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    """A header of known names in any order and case, and rows."""
    names = draw(st.lists(st.sampled_from(sorted(KNOWN)), min_size=2, max_size=9, unique=True))
    dress = draw(st.sampled_from([str.upper, str.title, lambda name: name.replace("_", " "), lambda name: f" {name} "]))
    rows = draw(st.lists(st.lists(VALUES, min_size=len(names), max_size=len(names)), max_size=12))
    return [[dress(name) for name in names], *rows]


@MANY
@given(
    rows=tables(),
    delimiter=st.sampled_from(",;\t|"),
    codec=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    end=st.sampled_from(["\n", "\r\n"]),
)
def test_it_reads_any_table_back(
    tmp_path: Path, rows: list[list[str]], delimiter: str, codec: str, quoting: Any, end: str
) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator=end).writerows(rows)
    data = out.getvalue().encode(codec)
    if codec == "cp1252":  # bytes that are UTF-8 as well can not be told apart
        with contextlib.suppress(UnicodeDecodeError):
            rows = list(csv.reader(io.StringIO(data.decode("utf-8"), newline=""), delimiter=delimiter))
    found = table(tmp_path, "a.csv", data)
    assert found.header == tuple(name.strip().lower().replace(" ", "_") for name in rows[0])
    assert cells(found) == rows[1:]


@MANY
@given(text=st.text(st.sampled_from('ab ,"\n\r\x0b\u2028'), max_size=40), end=st.sampled_from(["\n", "\r\n"]))
def test_it_reads_any_text_as_the_csv_module_does(tmp_path: Path, text: str, end: str) -> None:
    found = table(tmp_path, "a.csv", f"nip,nama,npsn{end}{text}{end}".encode())
    try:
        got = cells(found)
    except DataError:
        assert '"' in text
        return
    assert got == [list(fit(row, 3)) for row in csv.reader(io.StringIO(text + end, newline="")) if any(row)]


def consume(path: Path) -> None:
    """Read everything that a file holds; let nothing but `DataError` pass as an error."""
    with contextlib.suppress(DataError):
        for source in open_sources(path):
            if not isinstance(source, Document):
                for _ in source.rows:
                    pass


MAGIC = st.sampled_from(
    [b"", b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe", b"{", b"nip,nama\n"]
)


@MANY
@given(magic=MAGIC, data=st.binary(max_size=4000))
def test_it_raises_nothing_but_sentences_for_any_bytes(tmp_path: Path, magic: bytes, data: bytes) -> None:
    consume(put(tmp_path, "x", magic + data))


@SLOW
@given(at=st.floats(0, 1), change=st.binary(min_size=1, max_size=6), whole=st.sampled_from(["xlsx", "zip"]))
def test_it_raises_nothing_but_sentences_for_damaged_containers(
    tmp_path: Path, at: float, change: bytes, whole: str
) -> None:
    data = bytearray(
        workbook({"S": PEGAWAI}) if whole == "xlsx" else zipped({"a.csv": "nip,nama\n1,a\n", "b.json": "[1]"})
    )
    start = int(at * (len(data) - len(change)))
    data[start : start + len(change)] = change
    consume(put(tmp_path, "x", bytes(data)))


@SLOW
@given(xml=st.text(st.sampled_from('<>/="& rcvstAZ19:x!-[]'), max_size=80))
def test_it_raises_nothing_but_sentences_for_broken_sheet_xml(tmp_path: Path, xml: str) -> None:
    data = raw_workbook(f'<row r="1"><c r="A1"><v>1</v></c></row>{xml}')
    assert zipfile.is_zipfile(io.BytesIO(data))
    consume(put(tmp_path, "x.xlsx", data))

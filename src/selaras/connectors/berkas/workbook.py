"""Workbooks (XLSX, XLSM, XLS, XLSB, ODS): unpacked by a child process, read from a nameless temporary file.

Values only: macros are never run, formulas give the value that was saved with them, and a cell that starts
with `=` is just text.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import IO, Any, Final

import orjson

from selaras.connectors.berkas import complaints, complaints_packed, limits
from selaras.connectors.berkas import header as headers
from selaras.connectors.berkas.spool import Rows, Spool
from selaras.connectors.ports import Table

_CHILD: Final = Path(__file__).with_name("workbook_child.py")


def read(name: str, stream: IO[bytes]) -> Iterator[Table]:
    """Yield a table for every sheet that holds something. Raises `DataError`."""
    try:
        spool = Spool(tempfile.TemporaryFile(prefix="selaras-"))  # noqa: SIM115 - the spool closes it
    except OSError as error:
        raise complaints_packed.no_room(name) from error
    sheets = [sheet for sheet in _unpack(name, stream, spool) if sheet["baris"]]
    if not sheets:
        raise complaints.empty(name)
    tables = [(_table(name, spool, sheet), bool(sheet["sembunyi"])) for sheet in sheets]
    shown = [table for table, hidden in tables if table.header or not hidden]  # hidden helper lists are not data
    yield from shown or [table for table, _ in tables]


def _unpack(name: str, stream: IO[bytes], spool: Spool) -> list[dict[str, Any]]:
    numbers = (limits.MAX_CELLS, limits.CHILD_BYTES, limits.CHILD_SECONDS)
    command = [sys.executable, "-I", str(_CHILD), *map(str, numbers)]
    try:
        done = subprocess.run(
            command, stdin=stream, stdout=spool.file, stderr=subprocess.PIPE, timeout=limits.CHILD_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise complaints_packed.too_heavy(name) from error
    except OSError as error:  # no more processes
        raise complaints.unreadable(name, error.strerror or type(error).__name__) from error
    return _answer(name, done.returncode, done.stderr)


def _answer(name: str, code: int, stderr: bytes) -> list[dict[str, Any]]:
    try:
        answer = orjson.loads(stderr.strip().rpartition(b"\n")[2]) if code == 0 else {}
    except orjson.JSONDecodeError:
        answer = {}
    if "lembar" in answer and "galat" not in answer:
        return list(answer["lembar"])
    match answer.get("galat"):
        case "sandi":
            raise complaints_packed.locked(name)
        case "sel":
            raise complaints_packed.too_many_cells(name, str(answer["lembar"]))
        case "berat":
            raise complaints_packed.too_heavy(name)
        case "rusak":
            raise complaints.damaged(name, "buku kerja")
    raise complaints_packed.too_heavy(name) if code < 0 else complaints.damaged(name, "buku kerja")


def _table(name: str, spool: Spool, sheet: dict[str, Any]) -> Table:
    start, end = int(sheet["awal"]), int(sheet["akhir"])
    raw = islice(spool.lines(start, end), limits.HEADER_ROWS + 2)
    head: list[headers.Row] = [(line, cells) for line, cells in map(orjson.loads, raw)]
    found = headers.find(head)
    title, index = str(sheet["nama"]), int(sheet["nomor"])
    if found is None:
        return Table(name, title, index, headers.titles(head), (), 0, Rows(spool, start, end, 0, 0))
    rows = Rows(spool, start, end, len(found.names), found.last_line)
    return Table(name, title, index, found.preamble, found.names, found.line, rows)

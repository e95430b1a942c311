"""Runs alone in a process of its own: unpack a workbook from standard input, write its rows to standard output.

A hostile workbook can make any reader allocate without end (one cell at A1, one at XFD1048576). Here that ends
this process, under limits it sets itself, and never the one that holds the ledger. Output: one JSON array a row,
`[line, [cell, ...]]`; the last line on standard error is a JSON object with the sheets or with what went wrong.
Nothing of Selaras is imported, so that it starts quickly and needs no path.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import sys
from collections.abc import Sequence
from typing import Any, BinaryIO

import orjson
import python_calamine as calamine

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PACKAGE = re.escape("EncryptedPackage".encode("utf-16-le"))
_LOCK = re.compile(_PACKAGE + rb"|\x09\x08\x10\x00.{16}(?:\x86\x00\x00\x00)?\x2f\x00", re.DOTALL)
_EXACT = 1e15  # spreadsheets keep 15 digits


def cell_text(value: object) -> str:
    """Give a cell as text.

    >>> cell_text(2024.0), cell_text(0.5), cell_text(197712242005033001.0), cell_text(True), cell_text(None)
    ('2024', '0.5', '1.97712242005033E+17', '1', '')
    """
    if isinstance(value, str):
        return value.replace("\xa0", " ").strip()
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        return _number_text(value)
    if isinstance(value, dt.datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return "" if value is None else str(value)


def _number_text(value: float) -> str:
    if abs(value) >= _EXACT:
        mantissa, _, exponent = f"{value:.14E}".partition("E")
        return f"{mantissa.rstrip('0').rstrip('.')}E{exponent}" if exponent else str(value)
    return str(int(value)) if value.is_integer() else repr(value)


def limit_self(size: int, seconds: int) -> None:
    """Bind this process to so much memory, output and processor time, where the system can."""
    try:
        import resource
    except ImportError:  # Windows: the size checks made before still hold
        return
    for what, limit in (
        (resource.RLIMIT_AS, size),
        (resource.RLIMIT_FSIZE, size),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        resource.setrlimit(what, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))


def write_sheet(sheet: Any, out: BinaryIO, at: int) -> tuple[int, int]:
    """Write the filled rows of a sheet; give their number and the position after them."""
    count = 0
    for line, row in enumerate(sheet.iter_rows(), 1):
        cells = [cell_text(value) for value in row]
        if any(cells):
            count += 1
            at += out.write(orjson.dumps((line, cells), option=orjson.OPT_APPEND_NEWLINE))
    return count, at


def unpack(source: BinaryIO, out: BinaryIO, max_cells: int) -> dict[str, object]:
    """Write all sheets and describe them; raises `CalamineError`."""
    sheets: list[dict[str, object]] = []
    at = 0
    book = calamine.CalamineWorkbook.from_filelike(source)
    for index, meta in enumerate(book.sheets_metadata):
        if meta.typ is not calamine.SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_index(index)
        if sheet.height * sheet.width > max_cells:
            return {"galat": "sel", "lembar": meta.name}
        start = at
        rows, at = write_sheet(sheet, out, at)
        hidden = meta.visible is not calamine.SheetVisibleEnum.Visible
        sheets.append(
            {"nama": meta.name, "nomor": index, "baris": rows, "awal": start, "akhir": at, "sembunyi": hidden}
        )
    out.flush()
    return {"lembar": sheets}


def is_locked(source: BinaryIO) -> bool:
    """Say whether a workbook has a password: calamine calls such a file one of an unknown format.

    XLSX is then an OLE container with the stream EncryptedPackage ([MS-OFFCRYPTO] 2.3); XLS has a FILEPASS record
    after its first one ([MS-XLS] 2.4.117). Both stand within one sector, so blocks need not overlap.
    """
    source.seek(0)
    is_ole = source.read(len(_OLE)) == _OLE
    source.seek(0)
    found = is_ole and any(_LOCK.search(block) for block in iter(lambda: source.read(1 << 16), b""))
    source.seek(0)
    return found


def run(arguments: Sequence[str]) -> dict[str, object]:
    """Do the work under limits and say how it went."""
    max_cells, size, seconds = map(int, arguments)
    limit_self(size, seconds)
    try:
        with io.FileIO(0, "rb", closefd=False) as raw, io.BufferedReader(raw) as source:
            if is_locked(source):
                return {"galat": "sandi"}
            return unpack(source, sys.stdout.buffer, max_cells)
    except calamine.CalamineError as error:
        return {"galat": "rusak", "sebab": str(error)[:500]}
    except (MemoryError, OSError, OverflowError) as error:
        return {"galat": "berat", "sebab": type(error).__name__}


if __name__ == "__main__":
    sys.stderr.buffer.write(b"\n" + orjson.dumps(run(sys.argv[1:])) + b"\n")

"""The rows of a workbook in a nameless temporary file: written once, read as often as needed, never whole in memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import IO

import orjson

from selaras.connectors.berkas import limits
from selaras.connectors.berkas.delimited import fit


class Spool:
    """The rows that the child wrote. It lives as long as a table that reads from it."""

    def __init__(self, file: IO[bytes]) -> None:
        """Take a temporary file without a name: nothing is left behind, whatever happens."""
        self.file = file

    def __del__(self) -> None:
        """Close the file."""
        self.file.close()

    def lines(self, at: int, end: int) -> Iterator[bytes]:
        """Yield the lines between two positions; several may be read at once."""
        tail = b""
        while at < end:
            self.file.seek(at)
            block = self.file.read(min(limits.BLOCK_BYTES, end - at))
            if not block:
                return
            at += len(block)
            *whole, tail = (tail + block).split(b"\n")
            yield from whole


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one sheet below its header; can be iterated again."""

    spool: Spool
    start: int
    end: int
    width: int
    after: int

    def __iter__(self) -> Iterator[tuple[int, Sequence[str]]]:
        """Yield (row number as the spreadsheet shows it, cells)."""
        for raw in self.spool.lines(self.start, self.end):
            line, cells = orjson.loads(raw)
            if line > self.after:
                row = cells if len(cells) == self.width else fit(cells, self.width)
                if any(row):
                    yield line, row

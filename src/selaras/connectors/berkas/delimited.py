"""CSV and its relatives: comma, semicolon, tab, pipe; pasted rows; any of the encodings people have.

Cells are given as they stand in the file, outer spaces included.
Without a known header the rows come whole. Rows stream from the file, in constant memory.
"""

from __future__ import annotations

import csv
import io
import re
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Final

from selaras.connectors.berkas import complaints, encoding, limits
from selaras.connectors.berkas import header as headers
from selaras.connectors.berkas.blob import Blob
from selaras.connectors.ports import Table

_KEY: Final = re.compile(r"\d{16}|[0-9a-f]{8}-[0-9a-f]{4}-", re.IGNORECASE)  # NIP, NIK, NUPTK or an id
_DELIMITERS: Final = ",;\t|"
_PLAIN: Final = 100_000  # characters: a longer line may hold a cell that csv refuses
_END: Final = f"\x03{secrets.token_hex(8)}"  # fed after the last line: an open quote would swallow it


def read(blob: Blob, sample: bytes) -> Table:
    """Make a table of delimited text. The header is empty when none was found."""
    codec = encoding.sniff(sample)
    text = sample.decode(codec, encoding.errors_for(codec))
    found, delimiter, head = _best(text)
    if found is None:
        return Table(blob.name, "", 0, headers.titles(head), (), 0, Rows(blob, codec, delimiter, 0, 0))
    rows = Rows(blob, codec, delimiter, len(found.names), found.last_line)
    return Table(blob.name, "", 0, found.preamble, found.names, found.line, rows, blob.size)


def _best(text: str) -> tuple[headers.Header | None, str, list[headers.Row]]:
    """Try every delimiter: the one whose header has the most known names wins, then the one with most columns."""
    tries = [(headers.find(head), delimiter, head) for delimiter in _DELIMITERS if (head := _head(text, delimiter))]
    return max(tries, key=lambda t: (t[0].score if t[0] else 0, max(len(c) for _, c in t[2])), default=(None, ",", []))


def _head(text: str, delimiter: str) -> list[headers.Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: list[headers.Row] = []
    start = 1
    try:
        for cells in islice(reader, limits.HEADER_ROWS + 2):
            rows.append((start, cells))
            start = reader.line_num + 1
    except csv.Error:
        return rows
    return rows


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows below the header; every iteration reads the file anew."""

    blob: Blob
    codec: str
    delimiter: str
    width: int
    after: int

    def __iter__(self) -> Iterator[tuple[int, Sequence[str]]]:
        """Yield (line where the row starts, cells). Raises `DataError` where the file is damaged."""
        width, delimiter = self.width, self.delimiter
        with encoding.open_text(self.blob, self.codec) as text:
            lines = chain(text, (_END,))
            line = self._skip_header(lines)
            for raw in lines:
                start = line = line + 1
                if '"' not in raw and len(raw) < _PLAIN:  # nearly all: a third of the time of csv.reader
                    cells = raw.rstrip("\r\n").split(delimiter)
                else:
                    cells, more = self._quoted(raw, lines, start)
                    line += more
                if len(cells) == width:
                    if any(cells):
                        yield start, cells
                elif any(cells) and cells[0] != _END:
                    yield start, fit(cells, width)

    def _skip_header(self, lines: Iterator[str]) -> int:
        """Read to the end of the header; return the line it ends on."""
        reader = csv.reader(lines, delimiter=self.delimiter)
        try:
            while reader.line_num < self.after and next(reader, None) is not None:
                pass
        except csv.Error as error:
            raise complaints.open_quote(self.blob.name, 1) from error
        return reader.line_num

    def _quoted(self, raw: str, lines: Iterator[str], start: int) -> tuple[list[str], int]:
        """Give the cells of a row with quotes, and how many lines it has beside its first."""
        reader = csv.reader(chain((raw,), lines), delimiter=self.delimiter)
        try:
            cells = next(reader)
        except csv.Error as error:
            raise complaints.open_quote(self.blob.name, start) from error
        open_end = _END in cells[-1] and cells != [_END]  # a lone quote at the very end encloses nothing
        if open_end or (reader.line_num > 1 and self._swallows(cells)):
            raise complaints.open_quote(self.blob.name, start)
        return cells, reader.line_num - 1

    def _swallows(self, cells: Sequence[str]) -> bool:
        """Say whether a cell of several lines holds what looks like rows: a quote that closed on a later row."""
        inner = (part for cell in cells if "\n" in cell for part in cell.split("\n")[1:])
        commas = self.width - 2  # the part before the quote closes may miss one
        return commas > 0 and any(part.count(self.delimiter) >= commas and _KEY.search(part) for part in inner)


def fit(cells: Sequence[str], width: int) -> Sequence[str]:
    """Bring a ragged row to the header's width; surplus cells with content stay, so that the row can be rejected.

    >>> fit(["a"], 2), fit(["a", "b", ""], 2), fit(["a", "b", "c"], 2)
    (['a', ''], ['a', 'b'], ['a', 'b', 'c'])
    """
    if len(cells) <= width:
        return [*cells, *[""] * (width - len(cells))]
    return cells if any(cell.strip() for cell in cells[width:]) else cells[:width]

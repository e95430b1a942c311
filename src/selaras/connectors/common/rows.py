"""One row at a time, from a table or a JSON list alike, with every reason why it may not become a record."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import TypeVar

from selaras.connectors.common.columns import Columns
from selaras.connectors.common.dates import iso
from selaras.connectors.common.documents import daftar, kolom_daftar
from selaras.connectors.common.keys import hasher
from selaras.connectors.common.text import isi, nama_kolom, teks_json
from selaras.connectors.ports import Context, Document, Kind, Reject, Source, Table
from selaras.galat import DataError

T = TypeVar("T")
_RAHASIA = ("password", "kata_sandi", "rekening", "ibu_kandung")  # dropped at the edge, also from rejects


@lru_cache(maxsize=4096)
def rahasia(column: str) -> bool:
    """Say whether a column is dropped at the edge whatever it holds."""
    return any(word in column for word in _RAHASIA)


class Row:
    """Known columns as text, and the faults found so far.

    `row["nip"]` is the cell without blanks ('' when empty or absent, '-' counts as empty).
    """

    __slots__ = ("_raw", "cells", "codes", "line", "raw_hash", "reasons", "sheet")

    def __init__(
        self, line: int, sheet: int, cells: Mapping[str, str], raw_hash: str, raw: Callable[[], dict[str, str]]
    ) -> None:
        """Hold the row; `raw` gives the whole row by its own names, for a reject."""
        self.line = line
        self.sheet = sheet
        self.cells = cells
        self.raw_hash = raw_hash
        self.codes: list[str] = []
        self.reasons: list[str] = []
        self._raw = raw

    def __getitem__(self, name: str) -> str:
        """Return the cell without blanks; '' when empty or absent."""
        return isi(self.cells.get(name, ""))

    def fault(self, code: str, reason: str) -> None:
        """Add a reason; the row goes on being read so that it shows all of them."""
        if code not in self.codes:
            self.codes.append(code)
        self.reasons.append(reason)

    def tanggal(self, name: str, *, wajib: bool = False) -> str | None:
        """Return the day in this column as ISO text; an impossible day is a fault, an empty one only when required."""
        text = self[name]
        if not text:
            if wajib:
                self.fault("B1", f"kolom {name} kosong")
            return None
        day = iso(text)
        if day is None:
            self.fault("B1", f"kolom {name} bukan tanggal yang mungkin: «{text}»")
        return day

    def nilai(self, name: str, parse: Callable[[str], T], code: str = "R4") -> T | None:
        """Return the parsed cell; None when empty; an unknown text is a fault that shows text and column."""
        text = self[name]
        if not text:
            return None
        try:
            return parse(text)
        except ValueError:
            self.fault(code, f"kolom {name} berisi «{text}» yang tidak dikenal")
            return None

    def reject(
        self,
        kind: Kind | None,
        *,
        nip: str | None = None,
        nama: str | None = None,
        tahun: int | None = None,
        slot: int | None = None,
    ) -> Reject:
        """Return the row as a reject with all its faults in one sentence."""
        reason = f"Baris {self.line}: {'; '.join(self.reasons)}."
        return Reject(
            self.line, self.sheet, tuple(self.codes), reason, self._raw(), nip or None, nama or None, tahun, kind, slot
        )


def header_of(source: Source) -> Sequence[str]:
    """Return the column names of a table or of a JSON list; nothing for NDJSON."""
    if isinstance(source, Table):
        return source.header
    return kolom_daftar(source.data) if isinstance(source, Document) else ()


def require(source: Source, columns: Columns, langkah: str) -> None:
    """Raise `DataError` that names the missing columns, the file and what to do."""
    missing = columns.missing(header_of(source))
    if missing and not (isinstance(source, Document) and not daftar(source.data)):
        raise DataError(f"Kolom wajib tidak ada: {', '.join(missing)}.", di_mana=tempat(source), langkah=langkah)


def tempat(source: Source) -> str:
    """Return file and sheet as a person knows them."""
    sheet = source.sheet if isinstance(source, Table) else ""
    return f"{source.berkas}, lembar {sheet}" if sheet else source.berkas


def rows_of(source: Source, columns: Columns, context: Context, *salt: str) -> Iterator[Row | Reject]:
    """Yield the rows that are not already known; a row longer than its header is a reject.

    The raw hash is over the known columns in their fixed order, so shuffled or extra columns do not change it;
    `salt` is what else makes equal cells mean different things (connector, period of the report).
    """
    if isinstance(source, Table):
        yield from _table_rows(source, columns, context, salt)
    elif isinstance(source, Document):
        yield from _document_rows(source, columns, context, salt)
    else:
        raise DataError("Berkas NDJSON hanya untuk format tukar PMM.", di_mana=source.berkas)


def _table_rows(source: Table, columns: Columns, context: Context, salt: tuple[str, ...]) -> Iterator[Row | Reject]:
    names, hash_of_row, take = columns.names, hasher(*salt), context.known.take
    for line, values, cells in canonical(source, columns):
        if values is None:
            yield too_long(source, line, cells)
            continue
        raw_hash = hash_of_row(values)
        if take(raw_hash):
            context.same += 1
            continue
        yield row_of_table(source, line, names, values, cells, raw_hash.hex())


def canonical(source: Table, columns: Columns) -> Iterator[tuple[int, tuple[str, ...] | None, Sequence[str]]]:
    """Yield (line, known columns in their fixed order, all cells); None for the known ones when the row is too long."""
    bound, width = columns.bind(source.header), len(source.header)
    take, whole = itemgetter(*[bound.get(name, width) for name in columns.names]), len(bound) == len(columns.names)
    for line, cells in source.rows:
        excess = len(cells) - width
        if whole and not excess:
            yield line, take(cells), cells
        elif excess > 0 and any(isi(cell) for cell in cells[width:]):
            yield line, None, cells
        else:
            yield line, take([*cells[:width], *[""] * (1 - min(excess, 0))]), cells


def row_of_table(
    source: Table, line: int, names: Sequence[str], values: Sequence[str], cells: Sequence[str], raw_hash: str
) -> Row:
    """Return the row of a table whose known columns are already in order."""
    known = dict(zip(names, values, strict=True))
    return Row(line, source.sheet_index, known, raw_hash, _raw_of(source.header, cells))


def _raw_of(header: Sequence[str], cells: Sequence[str]) -> Callable[[], dict[str, str]]:
    def raw() -> dict[str, str]:
        named = zip(header, cells, strict=False)
        return {name: cell for name, cell in named if cell and not rahasia(name)}

    return raw


def too_long(source: Table, line: int, cells: Sequence[str]) -> Reject:
    """Return a row with more filled cells than the header has columns."""
    width = len(source.header)
    raw = _raw_of(source.header, cells)()
    raw["sel_berlebih"] = " | ".join(cells[width:])
    reason = f"Baris {line}: ada {len(cells)} sel padahal kepala tabel hanya {width} kolom."
    return Reject(line, source.sheet_index, ("B1",), reason, raw, nama=raw.get("nama"))


def _document_rows(
    source: Document, columns: Columns, context: Context, salt: tuple[str, ...]
) -> Iterator[Row | Reject]:
    names, hash_of_row, take = columns.names, hasher(*salt), context.known.take
    keys: tuple[object, ...] = ()
    header: tuple[str, ...] = ()
    for line, item in enumerate(daftar(source.data), start=1):
        if not isinstance(item, dict):
            yield Reject(line, 0, ("B1",), f"Baris {line}: bukan objek JSON.", {"isi": repr(item)[:200]})
            continue
        if tuple(item) != keys or not header:  # the objects of a list mostly have the same keys
            keys, header = tuple(item), tuple(nama_kolom(str(key)) for key in item)
            bound = columns.bind(header)
            in_order = itemgetter(*[bound.get(name, len(header)) for name in names])
        cells = (*map(teks_json, item.values()), "")
        values = in_order(cells)
        raw_hash = hash_of_row(values)
        if take(raw_hash):
            context.same += 1
            continue
        known = dict(zip(names, values, strict=True))
        yield Row(line, 0, known, raw_hash.hex(), _raw_of(header, cells))

"""The stream of a source cut into chunks: encoded for COPY, with what only Python sees for free."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from operator import attrgetter

from selaras.connectors.ports import Kind, Outside, Record, Reject
from selaras.intake.encode import Part, part

FIRST, MOST = 2_500, 25_000  # rows: the first chunk is small, so that the server soon has something to do
BLOCK = 500  # rows that are held as tuples before they are encoded
_KEY, _SAID = attrgetter("native", "slot"), attrgetter("kind", "tahun")


@dataclass(slots=True)
class Chunk:
    """Encoded records and the rows that became none.

    roster    its rows of a roster once more
    read      rows of the source, whatever became of them
    records   rows that became records; `child` of them are detail lines
    repeated  natives that more than one row of the chunk shows under one slot: candidates for G1 and G2
    said      (kind, year) of its records
    """

    parts: list[Part] = field(default_factory=list)
    roster: list[Part] = field(default_factory=list)
    others: list[Reject | Outside] = field(default_factory=list)
    read: int = 0
    records: int = 0
    child: int = 0
    repeated: list[str] = field(default_factory=list)
    said: set[tuple[int, int]] = field(default_factory=set)

    def take(self, records: list[Record]) -> None:
        """Take in a block."""
        self.parts.append(part(records))
        self.records += len(records)
        said = Counter(map(_SAID, records))
        self.said.update(said)
        self.child += sum(n for (kind, _), n in said.items() if kind == Kind.RHK)
        if any(kind == Kind.PEGAWAI for kind, _ in said):
            self.roster.append(part([row for row in records if row.kind == Kind.PEGAWAI]))


def cut(rows: Iterator[Record | Reject | Outside]) -> Iterator[Chunk]:
    """Cut the stream; the last chunk may be short or empty."""
    size = FIRST
    while True:
        chunk = _chunk(rows, size)
        yield chunk
        if chunk.read < size:
            return
        size = min(2 * size, MOST)


def _chunk(rows: Iterator[Record | Reject | Outside], size: int) -> Chunk:
    chunk = Chunk()
    keys: list[tuple[str, int]] = []
    while block := list(islice(rows, min(BLOCK, size - chunk.read))):
        chunk.read += len(block)
        records = [row for row in block if isinstance(row, Record)]
        if len(records) < len(block):
            chunk.others += [row for row in block if not isinstance(row, Record)]
        if records:
            chunk.take(records)
        keys += map(_KEY, records)
    chunk.repeated = _repeated(keys)
    return chunk


def _repeated(keys: list[tuple[str, int]]) -> list[str]:
    if len(set(keys)) == len(keys):
        return []
    return [native for (native, _), times in Counter(keys).items() if times > 1]

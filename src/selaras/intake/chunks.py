"""The stream of a source cut into chunks: encoded for COPY, with what only Python sees for free."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from itertools import islice
from operator import attrgetter

from selaras.connectors.ports import Kind, Outside, Record, Reject
from selaras.intake.encode import Part, part

FIRST, MOST = 2_500, 25_000  # rows: the first chunk is small, so that the server soon has something to do
FEW = 2_500  # natives whose rows are set apart
BLOCK = 500  # rows that are held as tuples before they are encoded
_KEY, _SAID = attrgetter("native", "slot"), attrgetter("kind", "tahun")


@dataclass(slots=True)
class Chunk:
    """Encoded records and the rows that became none.

    roster    its rows of a roster once more
    read      rows of the source, whatever became of them
    records   rows that became records; `child` of them are detail lines
    repeated  natives that more than one row shows under one slot: candidates for G1 and G2
    twice     the rows of such natives, apart from the others
    said      (kind, year) of its records
    """

    parts: list[Part] = field(default_factory=list)
    roster: list[Part] = field(default_factory=list)
    others: list[Reject | Outside] = field(default_factory=list)
    read: int = 0
    records: int = 0
    child: int = 0
    repeated: list[str] = field(default_factory=list)
    twice: Chunk | None = None
    said: set[tuple[int, int]] = field(default_factory=set)

    def take(self, records: list[Record]) -> None:
        """Take in a block."""
        self.parts.append(part(records))
        self.records += len(records)
        said = set(map(_SAID, records))
        self.said |= said
        kinds = {kind for kind, _ in said}
        if Kind.RHK in kinds:
            self.child += sum(row.kind == Kind.RHK for row in records)
        if Kind.PEGAWAI in kinds:
            self.roster.append(part([row for row in records if row.kind == Kind.PEGAWAI]))

    def set_apart(self, natives: list[str]) -> None:
        """Put the rows of a few natives that come twice apart, and with them all that a roster says of their people."""
        if len(natives) > FEW:
            self.repeated = natives
            return
        wanted = _with_people(self.roster, set(natives))  # the last row of a person wins: they stay together
        picked, self.parts = _divided(self.parts, wanted)
        _, self.roster = _divided(self.roster, wanted)
        self.twice = Chunk(parts=picked, repeated=natives, records=sum(len(one.akun) for one in picked))
        self.records -= self.twice.records
        self.child -= sum(one.count(Kind.RHK) for one in picked)


def _divided(parts: list[Part], wanted: set[str]) -> tuple[list[Part], list[Part]]:
    """Return the rows with one of these keys, and the others."""
    picked, others = [], []
    for one in parts:
        if not wanted.isdisjoint(one.native):
            few, one = one.divided(wanted)
            picked.append(few)
        others.append(one)
    return picked, others


def _with_people(roster: list[Part], natives: set[str]) -> set[str]:
    """Add the other keys under which a roster shows the same people."""
    rows = [row for one in roster for row in zip(one.akun, one.native, strict=True)]
    people = {akun for akun, native in rows if native in natives}
    return natives | {native for akun, native in rows if akun in people}


def cut(rows: Iterator[Record | Reject | Outside]) -> Generator[Chunk]:
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
    if natives := _repeated(keys):
        chunk.set_apart(natives)
    return chunk


def _repeated(keys: list[tuple[str, int]]) -> list[str]:
    if len(set(keys)) == len(keys):
        return []
    return [native for (native, _), times in Counter(keys).items() if times > 1]

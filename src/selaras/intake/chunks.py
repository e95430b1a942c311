"""The stream of a source cut into chunks: encoded for COPY, with what only Python sees for free."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from operator import attrgetter

from selaras.connectors.ports import Outside, Record, Reject
from selaras.intake import encode

FIRST, MOST = 2_500, 25_000  # rows: the first chunk is small, so that the server soon has something to do
BLOCK = 500  # rows that are held as tuples before they are encoded
_KEY, _SAID = attrgetter("native", "slot"), attrgetter("kind", "tahun")


@dataclass(frozen=True, slots=True)
class Chunk:
    """Encoded records and the rows that became none.

    repeated  natives that more than one row of the chunk shows under one slot: candidates for G1 and G2
    said      (kind, year) of its records
    """

    body: bytes
    others: list[Reject | Outside]
    read: int
    repeated: list[str]
    said: set[tuple[int, int]]


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
    body, read = BytesIO(), 0
    others: list[Reject | Outside] = []
    keys: list[tuple[str, int]] = []
    said: set[tuple[int, int]] = set()
    while block := list(islice(rows, min(BLOCK, size - read))):
        read += len(block)
        records = [row for row in block if isinstance(row, Record)]
        if len(records) < len(block):
            others += [row for row in block if not isinstance(row, Record)]
        body.write(encode.body(records))
        keys += map(_KEY, records)
        said.update(map(_SAID, records))
    return Chunk(body.getvalue(), others, read, _repeated(keys), said)


def _repeated(keys: list[tuple[str, int]]) -> list[str]:
    if len(set(keys)) == len(keys):
        return []
    return [native for (native, _), times in Counter(keys).items() if times > 1]

"""The stream of a source cut into chunks: encoded for COPY, with what only Python sees for free."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from selaras.connectors.ports import Outside, Record, Reject
from selaras.intake import encode

FIRST, MOST = 2_500, 25_000  # rows: the first chunk is small, so that the server soon has something to do


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
    lines: list[str] = []
    others: list[Reject | Outside] = []
    keys: set[tuple[str, int]] = set()
    repeated: list[str] = []
    said: set[tuple[int, int]] = set()
    for read, row in enumerate(rows, 1):
        if isinstance(row, Record):
            lines.append(encode.line(row))
            _, _, tahun, kind, native, slot = row[:6]
            if (native, slot) in keys:
                repeated.append(native)
            keys.add((native, slot))
            said.add((kind, tahun))
        else:
            others.append(row)
        if read >= size:
            break
    return Chunk(encode.body(lines), others, len(lines) + len(others), repeated, said)

"""The chunks of a source: the next one is made while the caller takes this one in."""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager

from selaras.connectors.ports import Connector, Context, Document, Heading, Source
from selaras.intake import apart, chunks
from selaras.intake.chunks import Chunk

LARGE = 8_000_000  # bytes: the process takes 0.15 s to start, in which half of a smaller file is read
SWITCH = 0.0002  # seconds that the parser keeps the interpreter while the merging thread waits for it


def chunks_of(connector: Connector, source: Source, heading: Heading, context: Context) -> Generator[Chunk]:
    """Yield the chunks of a source; `context` is complete after the last one. Raises `DataError`."""
    large = not isinstance(source, Document) and source.size >= LARGE
    made = apart.chunks_of if large else _chunks_of
    yield from ahead(made(connector, source, heading, context))


def ahead(made: Generator[Chunk]) -> Generator[Chunk]:
    """Yield what another thread makes, one chunk ahead."""
    with closing(made), _willing_to_share(), ThreadPoolExecutor(max_workers=1) as pool:
        coming = pool.submit(next, made, None)
        while chunk := coming.result():
            coming = pool.submit(next, made, None)
            yield chunk


def _chunks_of(connector: Connector, source: Source, heading: Heading, context: Context) -> Generator[Chunk]:
    return chunks.cut(connector.records(source, heading, context))


@contextmanager
def _willing_to_share() -> Iterator[None]:
    """Let the merging thread go on soon after it asks: with the usual 5 ms, its COPY took five times as long."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH)
    try:
        yield
    finally:
        sys.setswitchinterval(before)

"""From a file to what it holds: tables, lines of JSON, or a JSON document."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, BinaryIO

from selaras.connectors.berkas import (
    archive,
    complaints,
    complaints_packed,
    delimited,
    jsontext,
    kind,
    limits,
    workbook,
)
from selaras.connectors.berkas.blob import Blob
from selaras.connectors.berkas.kind import Kind
from selaras.connectors.berkas.paths import on_disk
from selaras.connectors.ports import Document, Lines, Source, Table
from selaras.galat import DataError


def open_sources(path: Path) -> Iterator[Table | Lines | Document]:
    """Yield what a file holds, recognised by its content.

    A table without a known header comes with `header=()`, so that the caller can say so. Rows stream and can be
    iterated again; iterating them may raise `DataError` too (a damaged line far down). In a ZIP all readable members
    come first, then one `DataError` names the others; a member of a foreign kind comes as a table without header.
    """
    blob = on_disk(path)
    sample = blob.sample()
    if kind.of(blob.name, sample) is not Kind.ZIP:
        yield from _single(blob, sample)
        return
    with blob.open() as stream:
        shape, label = archive.shape(blob.name, stream)
        if shape is not archive.Shape.FILES:
            yield from _packed(blob, stream, shape, label)
            return
    yield from _members(blob.name, path)


def _members(name: str, path: Path) -> Iterator[Source]:
    """Yield the sources of every member that can be read; then complain about the others."""
    refused: list[DataError] = []
    for member in archive.members(name, path):
        try:
            yield from _single(member, member.sample())
        except DataError as error:
            refused.append(error)
    if refused:
        raise complaints_packed.some_members(name, refused)


def _single(blob: Blob, sample: bytes) -> Iterator[Source]:
    """Yield the sources of one file that is not a ZIP of files."""
    match kind.of(blob.name, sample):
        case Kind.TEXT:
            yield delimited.read(blob, sample)
        case Kind.NDJSON:
            yield jsontext.read_lines(blob, sample)
        case Kind.JSON:
            yield jsontext.read_document(blob)
        case Kind.FOREIGN:
            yield from _foreign(blob, kind.label(sample))
        case Kind.OLE:
            with _seekable(blob) as stream:
                yield from workbook.read(blob.name, stream)
        case Kind.ZIP:
            with _seekable(blob) as stream:
                shape, label = archive.shape(blob.name, stream)
                yield from _packed(blob, stream, shape, label)


def _packed(blob: Blob, stream: IO[bytes], shape: archive.Shape, label: str) -> Iterator[Source]:
    match shape:
        case archive.Shape.WORKBOOK:
            yield from workbook.read(blob.name, stream)
        case archive.Shape.FOREIGN:
            yield from _foreign(blob, label)
        case archive.Shape.FILES:
            raise complaints_packed.nested(blob.name)


def _foreign(blob: Blob, label: str) -> Iterator[Source]:
    if not blob.member:
        raise complaints.unknown_kind(blob.name, label)
    yield Table(blob.name, "", 0, (), (), 0, ())


@contextlib.contextmanager
def _seekable(blob: Blob) -> Iterator[IO[bytes]]:
    """Open a blob that can be read from any place: a member is copied to a nameless temporary file first."""
    with blob.open() as stream:
        if not blob.member:
            yield stream
            return
        with _copy(blob, stream) as copy:
            yield copy


def _copy(blob: Blob, stream: BinaryIO) -> IO[bytes]:
    try:
        copy = tempfile.TemporaryFile(prefix="selaras-")  # noqa: SIM115 - the caller closes it
        while block := blob.read(stream, limits.SNIFF_BYTES):
            copy.write(block)
            if copy.tell() > limits.MAX_WORKBOOK_BYTES:
                raise complaints_packed.bomb(blob.name, limits.MAX_WORKBOOK_BYTES)
        copy.flush()
    except OSError as error:
        raise complaints_packed.no_room(blob.name) from error
    return copy

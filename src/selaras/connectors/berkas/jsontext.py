"""JSON documents and NDJSON (one JSON object a line)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

import orjson

from selaras.connectors.berkas import complaints, encoding, limits
from selaras.connectors.berkas.blob import Blob, guarded
from selaras.connectors.ports import Document, Lines

_LOOK = 50  # lines looked at
_BOM = b"\xef\xbb\xbf"


def is_ndjson(text: str) -> bool:
    """Say whether the start of a text is NDJSON: an object on line 1 and a second line, or `jenis` in objects."""
    whole = text.lstrip("\ufeff").split("\n", _LOOK)[:_LOOK]
    objects = [_object(line) for line in whole if line.strip()]
    if objects and objects[0] is not None:
        return len(objects) > 1 or "jenis" in objects[0]
    return sum("jenis" in found for found in objects if found) > 1  # its first line is damaged


def _object(line: str) -> dict[str, object] | None:
    try:
        found = orjson.loads(line.encode("utf-8", "replace"))
    except orjson.JSONDecodeError:
        return None
    return found if isinstance(found, dict) else None


def read_lines(blob: Blob, sample: bytes) -> Lines:
    """Make an NDJSON source: raw lines, BOM and blank lines dropped."""
    return Lines(blob.name, LineRows(blob, encoding.sniff(sample)), blob.size)


@dataclass(frozen=True, slots=True)
class LineRows:
    """The lines of an NDJSON file; every iteration reads the file anew."""

    blob: Blob
    codec: str

    def __iter__(self) -> Iterator[tuple[int, bytes]]:
        """Yield (1-based line, bytes without line end)."""
        with self._open() as stream:
            line = stream.readline().removeprefix(_BOM).strip()
            if line:
                yield 1, line
            for number, raw in enumerate(stream, 2):
                if line := raw.strip():
                    yield number, line

    def _open(self) -> io.BufferedReader | io.BytesIO:
        if not self.codec.startswith("utf-16"):
            return guarded(self.blob)
        return io.BytesIO(_whole(self.blob).encode())


def read_document(blob: Blob) -> Document:
    """Parse a JSON document. Raises `DataError` when it is none."""
    with blob.open() as stream:
        data = blob.read(stream, limits.MAX_JSON_BYTES + 1)
    if len(data) > limits.MAX_JSON_BYTES:
        raise complaints.json_too_large(blob.name)
    try:
        return Document(blob.name, orjson.loads(data.removeprefix(_BOM)))
    except orjson.JSONDecodeError:
        return Document(blob.name, _parse_again(blob.name, encoding.decode(data)))


def _parse_again(name: str, text: str) -> object:
    """Parse what is not UTF-8: UTF-16 or Windows-1252."""
    try:
        return orjson.loads(text.encode("utf-8", "replace"))
    except orjson.JSONDecodeError as error:
        raise complaints.bad_json(name, error.lineno, error.colno) from error


def _whole(blob: Blob) -> str:
    with blob.open() as stream:
        data = blob.read(stream, limits.MAX_JSON_BYTES + 1)
    if len(data) > limits.MAX_JSON_BYTES:
        raise complaints.json_too_large(blob.name)
    return encoding.decode(data)

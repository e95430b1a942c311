"""Telling what a file is by its content. Its name is never asked."""

from __future__ import annotations

import enum
from typing import Final

from selaras.connectors.berkas import complaints, encoding, jsontext

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN: Final = (
    (b"%PDF", "PDF"),
    (b"\xff\xd8\xff", "gambar JPG"),
    (b"\x89PNG", "gambar PNG"),
    (b"GIF8", "gambar GIF"),
    (b"RIFF", "gambar atau suara"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"\x1f\x8b", "GZIP"),
    (b"BZh", "BZIP2"),
    (b"\xfd7zXZ", "XZ"),
    (b"\x28\xb5\x2f\xfd", "ZSTD"),
    (b"SQLite format 3\0", "basis data SQLite"),
    (b"{\\rtf", "RTF"),
    (b"\x7fELF", "program"),
    (b"MZ\x90", "program"),
)
_CONTROLS: Final = frozenset(range(32)) - set(b"\0\t\n\x0b\x0c\r\x1a\x1b")


class Kind(enum.Enum):
    """What a file is, as far as its first bytes tell."""

    ZIP = enum.auto()
    OLE = enum.auto()
    JSON = enum.auto()
    NDJSON = enum.auto()
    TEXT = enum.auto()
    FOREIGN = enum.auto()


def of(name: str, sample: bytes) -> Kind:
    """Tell the kind from the first bytes; raises `DataError` for empty files and web pages."""
    if not sample.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise complaints.empty(name)
    if sample.startswith(_ZIP):
        return Kind.ZIP
    if sample.startswith(_OLE):
        return Kind.OLE
    return Kind.FOREIGN if label(sample) else _of_text(name, sample)


def label(sample: bytes) -> str:
    """Name a foreign kind by its first bytes; '' when it is none that is known."""
    return next((label for magic, label in _FOREIGN if sample.startswith(magic)), "")


def _of_text(name: str, sample: bytes) -> Kind:
    codec = encoding.sniff(sample)
    text = sample.decode(codec, encoding.errors_for(codec)).lstrip("\ufeff \t\r\n")
    if _is_binary(text[:4096]):
        return Kind.FOREIGN
    if text.startswith("<"):
        raise complaints.web_page(name)
    if "{" in text and jsontext.is_ndjson(text):
        return Kind.NDJSON
    return Kind.JSON if text.startswith(("{", "[")) else Kind.TEXT


def _is_binary(text: str) -> bool:
    strange = sum(ord(ch) in _CONTROLS or ch == "\ufffd" for ch in text)
    return strange * 50 > len(text) or text.count("\0") * 4 > len(text)

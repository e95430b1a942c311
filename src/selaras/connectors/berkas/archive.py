"""ZIP containers: what they hold, and whether unpacking them is safe. Judged from the directory, before reading.

Nothing is ever unpacked to a place named by the archive: member names are shown to people and go nowhere else.
"""

from __future__ import annotations

import enum
import struct
import zipfile
import zlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import IO, BinaryIO, Final, cast

from selaras.connectors.berkas import complaints, complaints_packed, limits
from selaras.connectors.berkas.blob import Blob
from selaras.connectors.berkas.paths import is_noise

_OPEN_ERRORS: Final = (
    zipfile.BadZipFile,
    NotImplementedError,
    ValueError,
    OSError,
    struct.error,
    OverflowError,
    EOFError,
)
_METHODS: Final = frozenset((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
_WORKBOOK: Final = frozenset(("xl/workbook.xml", "xl/workbook.bin", "content.xml"))
_FOREIGN: Final = {
    "word/document.xml": "dokumen Word",
    "ppt/presentation.xml": "PowerPoint",
    "META-INF/MANIFEST.MF": "program Java",
}


class Shape(enum.Enum):
    """What a ZIP is."""

    WORKBOOK = enum.auto()
    FOREIGN = enum.auto()
    FILES = enum.auto()


def open_zip(name: str, source: Path | IO[bytes]) -> zipfile.ZipFile:
    """Open a ZIP; raises `DataError` when its directory is damaged."""
    try:
        return zipfile.ZipFile(source)
    except _OPEN_ERRORS as error:
        raise complaints.damaged(name, "ZIP atau buku kerja") from error


def shape(name: str, source: IO[bytes]) -> tuple[Shape, str]:
    """Tell what a ZIP is, with a label for people when it is foreign. Raises `DataError` when it is unsafe."""
    source.seek(0)
    with open_zip(name, source) as archive:
        names = set(archive.namelist())
        if label := next((label for part, label in _FOREIGN.items() if part in names), ""):
            return Shape.FOREIGN, label
        found = Shape.WORKBOOK if names & _WORKBOOK else Shape.FILES
        limit = limits.MAX_WORKBOOK_BYTES if found is Shape.WORKBOOK else limits.MAX_ARCHIVE_BYTES
        check(name, archive.infolist(), limit)
        if "mimetype" in names and not _is_spreadsheet(name, archive):
            return Shape.FOREIGN, "dokumen OpenDocument"
        return found, ""


def _is_spreadsheet(name: str, archive: zipfile.ZipFile) -> bool:
    try:
        with archive.open("mimetype") as stream:
            return b"spreadsheet" in stream.read(200)
    except (*_OPEN_ERRORS, zlib.error) as error:
        raise complaints.damaged(name, "buku kerja") from error


def check(name: str, members: list[zipfile.ZipInfo], limit: int) -> None:
    """Refuse archives that are locked, bombs, too many, or packed in a way nobody's spreadsheet packs."""
    if not members:
        raise complaints.empty(name)
    if len(members) > limits.MAX_MEMBERS:
        raise complaints_packed.too_many_members(name)
    if any(member.flag_bits & 1 for member in members):
        raise complaints_packed.locked(name)
    if any(member.compress_type not in _METHODS for member in members):
        raise complaints_packed.odd_packing(name)
    size = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if size > limit or (size > limits.RATIO_FREE_BYTES and size > packed * limits.MAX_RATIO):
        raise complaints_packed.bomb(name, limit)


def members(name: str, path: Path) -> Iterator[Blob]:
    """Yield the files in a ZIP, by name, as blobs that share one open archive."""
    archive = open_zip(name, path)
    found = 0
    for info in sorted(archive.infolist(), key=lambda member: member.filename):
        parts = [part for part in info.filename.replace("\\", "/").split("/") if part not in ("", ".", "..")]
        if info.is_dir() or not parts or any(is_noise(part) for part in parts):
            continue
        found += 1
        shown = "".join(ch if ch.isprintable() else "?" for ch in info.filename)
        yield Blob(f"{name}/{shown}", partial(_open_member, archive, info), member=True)
    if not found:
        raise complaints.empty(name)


def _open_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> BinaryIO:
    return cast(BinaryIO, archive.open(info))

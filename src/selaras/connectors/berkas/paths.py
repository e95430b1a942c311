"""Which files a person meant when naming files and folders, and how a file is known again."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final

from selaras.connectors.berkas import complaints, limits
from selaras.connectors.berkas.blob import Blob

_NOISE: Final = frozenset(("thumbs.db", "desktop.ini", "__macosx"))


def is_noise(name: str) -> bool:
    """Say whether a file or folder name is none of the person's making: hidden, a lock, a system file.

    >>> is_noise("~$laporan.xlsx"), is_noise(".DS_Store"), is_noise("laporan.xlsx")
    (True, True, False)
    """
    return name.startswith((".", "~$", "~lock")) or name.casefold() in _NOISE


def walk(paths: Iterable[Path]) -> list[Path]:
    """Give the files behind files and folders: folders recursively and sorted, each file once, noise left out.

    A file that is named itself is kept whatever its name. Raises `DataError` for what does not exist.
    """
    found: dict[Path, None] = {}
    for path in paths:
        found.update(dict.fromkeys(_below(path) if path.is_dir() else [_existing(path)]))
    return list(found)


def _existing(path: Path) -> Path:
    if not os.path.lexists(path):
        raise complaints.missing(str(path))
    return path


def _below(folder: Path) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir())
    except PermissionError as error:
        raise complaints.forbidden(str(folder)) from error
    except OSError as error:
        raise complaints.unreadable(str(folder), error.strerror or type(error).__name__) from error
    for entry in entries:
        if is_noise(entry.name):
            continue
        if entry.is_dir():
            if not entry.is_symlink():  # a link to a folder above would never end
                yield from _below(entry)
        else:
            yield entry


def on_disk(path: Path) -> Blob:
    """Make a blob of a regular file; raises `DataError` for anything else."""
    name = path.name or str(path)
    try:
        if path.is_dir():
            raise complaints.is_folder(name)
        if path.exists() and not path.is_file():
            raise complaints.not_regular(name)
        size = path.stat().st_size if path.exists() else 0
    except PermissionError as error:
        raise complaints.forbidden(name) from error
    except OSError as error:
        raise complaints.unreadable(name, error.strerror or type(error).__name__) from error
    return Blob(name, partial(_open, path), size=size)


def _open(path: Path) -> BinaryIO:
    return path.open("rb")


def digest(path: Path) -> bytes:
    """Give the fingerprint of a file's bytes: SHA-256 over the SHA-256 of each half. Raises `DataError`.

    In constant memory. Processors have SHA-256 built in, and two of them work out one half each.
    """
    blob = on_disk(path)
    middle = blob.size // 2
    with ThreadPoolExecutor(2) as readers:
        halves = readers.map(partial(_digest_between, blob), (0, middle), (middle, blob.size))
        return hashlib.sha256(b"".join(halves)).digest()


def _digest_between(blob: Blob, start: int, end: int) -> bytes:
    state = hashlib.sha256()
    with blob.open() as stream:
        stream.seek(start)
        while block := blob.read(stream, min(limits.SNIFF_BYTES, end - stream.tell())):
            state.update(block)
    return state.digest()

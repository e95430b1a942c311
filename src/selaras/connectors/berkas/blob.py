"""Bytes with a name: a file on disk or a member of a ZIP, opened anew for every pass over it."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from selaras.connectors.berkas import complaints, limits

READ_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError)


@dataclass(frozen=True, slots=True)
class Blob:
    """A named source of bytes.

    member  it lies inside a ZIP: not seekable, nothing nested
    size    bytes of a file on disk, which any process can open; 0 for a member
    """

    name: str
    opener: Callable[[], BinaryIO]
    member: bool = False
    size: int = 0

    def open(self) -> BinaryIO:
        """Open at the first byte; raises `DataError`."""
        try:
            return self.opener()
        except FileNotFoundError as error:
            raise complaints.missing(self.name) from error
        except PermissionError as error:
            raise complaints.forbidden(self.name) from error
        except OSError as error:
            raise complaints.unreadable(self.name, error.strerror or type(error).__name__) from error
        except ValueError as error:  # a name with a NUL in it
            raise complaints.missing(self.name) from error
        except (RuntimeError, *READ_ERRORS) as error:  # RuntimeError: zipfile's word for a member with a password
            raise complaints.damaged(self.name, "ZIP") from error

    def read(self, stream: BinaryIO, size: int) -> bytes:
        """Read at most `size` bytes from a stream of this blob; raises `DataError`."""
        try:
            return stream.read(size)
        except OSError as error:
            raise complaints.unreadable(self.name, error.strerror or type(error).__name__) from error
        except READ_ERRORS as error:
            raise complaints.damaged(self.name, "ZIP") from error

    def sample(self) -> bytes:
        """Give the first `SNIFF_BYTES`."""
        with self.open() as stream:
            return self.read(stream, limits.SNIFF_BYTES)


class Guarded(io.RawIOBase):
    """A raw stream that watches lines and NUL bytes block by block, so that the row loops need not.

    Raises `DataError` for a line longer than `MAX_LINE_BYTES` before it is ever held in memory.
    """

    def __init__(self, blob: Blob, *, nul_is_damage: bool) -> None:
        """Open the blob; `nul_is_damage` is False for UTF-16, where NUL is half of every letter."""
        super().__init__()
        self._blob = blob
        self._stream = blob.open()
        self._nul_is_damage = nul_is_damage
        self._lines = 0
        self._run = 0

    def readable(self) -> bool:
        """Say yes: `io.BufferedReader` asks."""
        return True

    def close(self) -> None:
        """Close the stream below as well."""
        if not self.closed:
            self._stream.close()
        super().close()

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # narrower than the base
        """Fill the buffer with one watched block."""
        block = self._blob.read(self._stream, len(buffer))
        self._watch(block)
        buffer[: len(block)] = block
        return len(block)

    def _watch(self, block: bytes) -> None:
        if self._nul_is_damage and (at := block.find(b"\0")) >= 0:
            raise complaints.null_bytes(self._blob.name, self._lines + block.count(b"\n", 0, at) + 1)
        last = max(block.rfind(b"\n"), block.rfind(b"\r"))
        self._run = self._run + len(block) if last < 0 else len(block) - last - 1
        self._lines += block.count(b"\n")
        if self._run > limits.MAX_LINE_BYTES:
            raise complaints.long_line(self._blob.name, self._lines + 1)


def guarded(blob: Blob, *, nul_is_damage: bool = True) -> io.BufferedReader:
    """Open a blob for reading lines under guard."""
    return io.BufferedReader(Guarded(blob, nul_is_damage=nul_is_damage), limits.BLOCK_BYTES)

"""Telling the encoding of text: UTF-8 with or without BOM, UTF-16, else Windows-1252.

The first `SNIFF_BYTES` decide. A file that turns out not to be clean UTF-8 later keeps being read as UTF-8, and
only the bytes that are not UTF-8 are taken as Windows-1252 (a row typed into Excel and pasted into the file);
bytes that mean nothing there either become U+FFFD, so that they stay visible.
"""

from __future__ import annotations

import codecs
import io
from typing import Final

from selaras.connectors.berkas import limits
from selaras.connectors.berkas.blob import Blob, guarded

_FALLBACK: Final = "selaras-windows-1252"
_BOMS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(_FALLBACK, _as_windows)


def sniff(sample: bytes) -> str:
    """Name the codec of a text by its first bytes.

    >>> sniff("Sari Dewi".encode()), sniff("é".encode("cp1252")), sniff("Sari Dewi".encode("utf-16-be"))
    ('utf-8', 'cp1252', 'utf-16-be')
    """
    for bom, name in _BOMS:
        if sample.startswith(bom):
            return name
    for name, zeros in (("utf-16-le", sample[1:2000:2]), ("utf-16-be", sample[0:2000:2])):
        if len(zeros) > 1 and zeros.count(0) * 2 > len(zeros):
            return name
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample, final=len(sample) < limits.SNIFF_BYTES)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def errors_for(encoding: str) -> str:
    """Name the error handler that goes with a codec."""
    return "replace" if encoding.startswith("utf-16") else _FALLBACK


def decode(data: bytes) -> str:
    """Decode a whole text that is held in memory, or the start of one."""
    encoding = sniff(data)
    return data.decode(encoding, errors_for(encoding))


def open_text(blob: Blob, encoding: str) -> io.TextIOWrapper:
    """Open a blob as guarded text with its own line ends."""
    raw = guarded(blob, nul_is_damage=not encoding.startswith("utf-16"))
    return io.TextIOWrapper(raw, encoding=encoding, errors=errors_for(encoding), newline="")

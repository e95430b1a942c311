"""Rows on their way into SQL: one JSON text per statement, whatever their number."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from selaras.galat import DataError

_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")  # the escape itself, not a text that shows one


def bungkus(rows: Sequence[Mapping[str, Any]]) -> str:
    """Return the rows as JSON. Raises `DataError` for text that no database can hold (NUL, half a character)."""
    try:
        text = orjson.dumps(rows, default=str).decode()
    except (TypeError, ValueError):
        text = ""
    if not text or _NUL.search(text):
        raise DataError("Isi yang dikirim memuat karakter yang tidak dapat disimpan.", langkah="Perbaiki isinya.")
    return text


def tersimpan(text: str) -> bool:
    r"""Say whether a database can hold this text.

    >>> tersimpan("Ibu Siti"), tersimpan("a\x00"), tersimpan("\ud800")
    (True, False, False)
    """
    try:
        return b"\x00" not in text.encode()
    except UnicodeEncodeError:
        return False

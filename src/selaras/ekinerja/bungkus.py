"""Rows on their way into SQL: one JSON text per statement, whatever their number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from selaras.galat import DataError


def bungkus(rows: Sequence[Mapping[str, Any]]) -> str:
    """Return the rows as JSON. Raises `DataError` for text that no database can hold (NUL, half a character)."""
    try:
        text = orjson.dumps(rows, default=str).decode()
    except (TypeError, ValueError):
        text = "\\u0000"
    if "\\u0000" in text:
        raise DataError("Isi yang dikirim memuat karakter yang tidak dapat disimpan.", langkah="Perbaiki isinya.")
    return text

r"""Text of cells and JSON values. Nothing is repaired here: only blanks, '-' and letter case of headers go.

>>> isi(" - "), isi("\u00a0SDN 1 "), nama_kolom("  Tanggal  Lahir ")
('', 'SDN 1', 'tanggal_lahir')
>>> teks_json(None), teks_json(True), teks_json(2024.0), teks_json([1])
('', '1', '2024', '')
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

import orjson

KOSONG: Final = frozenset({"", "-", "--"})
_SELA = re.compile(r"[\s_]+")
_TANPA: Final[tuple[object, ...]] = (None, "", [])
_YA = frozenset({"1", "1.0", "true", "ya", "y", "yes", "t"})
_TIDAK = frozenset({"0", "0.0", "false", "tidak", "t.", "n", "no", "f"})


def isi(text: str) -> str:
    """Return the text without blanks around it (NBSP too); '-' is the empty value of these reports."""
    text = text.strip()
    return "" if text in KOSONG else text


@lru_cache(maxsize=4096)  # every connector asks about the same few headers
def nama_kolom(text: str) -> str:
    """Return a header cell the way `Table.header` has it."""
    return _SELA.sub("_", text.strip().lower())


def teks_json(value: object) -> str:
    """Return a JSON value as the text a cell would hold; lists and objects give ''."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, int | float):
        return str(value)
    return ""


def ya_tidak(text: str) -> bool | None:
    """Return True or False for 1/0, ya/tidak, true/false in any case; None for anything else."""
    text = text.lower()
    if text in _YA:
        return True
    return False if text in _TIDAK else None


def jenis_kelamin(text: str) -> str | None:
    """Return 'L' or 'P' for L/P, M/F and the words for them; None when unknown."""
    return {
        "l": "L", "m": "L", "laki-laki": "L", "laki laki": "L", "pria": "L", "male": "L",
        "p": "P", "f": "P", "w": "P", "perempuan": "P", "wanita": "P", "female": "P",
    }.get(text.lower())  # fmt: skip


def tahun_dari(text: str) -> int | None:
    """Return a calendar year between 2000 and 2100, else None."""
    text = text.removesuffix(".0")
    return int(text) if len(text) == 4 and text.isascii() and text.isdigit() and "2000" <= text <= "2100" else None


def rest_json(values: dict[str, object]) -> str | None:
    """Return JSON text of what is known (None, '' and empty lists dropped); None when nothing is."""
    known = {k: v for k, v in values.items() if v or v not in _TANPA}
    return json_teks(known) if known else None


def json_teks(values: Mapping[str, object]) -> str:
    """Return JSON text; what is no Unicode (a lone surrogate) becomes '?'.

    >>> json_teks({"nama": "S\\ud800ri"})
    '{"nama":"S?ri"}'
    """
    try:
        return orjson.dumps(values).decode()
    except TypeError:
        clean = {k: v.encode("utf-8", "replace").decode() if isinstance(v, str) else v for k, v in values.items()}
        return orjson.dumps(clean).decode()

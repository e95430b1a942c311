"""Records as COPY text: the fastest way from Python tuples into PostgreSQL that was measured here.

One format for the whole row with `NULL 'None'` costs a quarter of psycopg's `write_row` on 20 columns; the slow path
escapes the few rows that hold a backslash, a tab or a line break. Whose a row is and where stays open: the staging
table takes both as the source names them, the ledger as numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, compress
from operator import attrgetter

from selaras.connectors.ports import Record

COPY_OPTIONS = "(FORMAT text, NULL 'None')"
NONE = "None"
_TABS = len(Record._fields) - 1
_OPEN = "\x00"  # stands where akun and place come in; no text of PostgreSQL holds it
_AT = Record._fields.index("akun")  # place follows it
_KIND = Record._fields.index("kind")
_ROW = "\t".join(f"{_OPEN}%.0s" if n in (_AT, _AT + 1) else "%s" for n in range(_TABS + 1)) + "\n"
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\x00": None})
_SPECIAL = "\\\t\n\r"
_akun, _place, _native = map(attrgetter, ("akun", "place", "native"))


@dataclass(frozen=True, slots=True)
class Part:
    r"""Encoded rows of a chunk.

    akun, place  of every row as the source names them, `NONE` for none
    native       key of every row

    >>> row = Record(1, 0, 2024, 3, 'a' * 32, 201, 'b' * 32, None, 'A\tB', None, *[None] * 9, r'{"x":"\\n"}')
    >>> part([row]).staged().count(b'\t') == len(row) - 1
    True
    """

    text: str
    akun: list[str]
    place: list[str]
    native: list[str]

    def staged(self) -> bytes:
        """Return the rows for the staging table."""
        return self.filled(_escaped(self.akun), _escaped(self.place))

    def staged_of(self, wanted: set[str]) -> bytes:
        """Return the rows of these accounts for the staging table."""
        lines = self.staged().splitlines(keepends=True)
        return b"".join(line for line, akun in zip(lines, self.akun, strict=True) if akun in wanted)

    def count(self, kind: int) -> int:
        """Count the rows of a kind."""
        return sum(line.split("\t", _KIND + 1)[_KIND] == str(int(kind)) for line in self.text.split("\n")[:-1])

    def divided(self, natives: set[str]) -> tuple[Part, Part]:
        """Return the rows with one of these keys, and the others."""
        lines = self.text.split("\n")[:-1]
        chosen = [native in natives for native in self.native]
        return self._of(lines, chosen), self._of(lines, [not one for one in chosen])

    def _of(self, lines: list[str], chosen: list[bool]) -> Part:
        text = "".join(f"{line}\n" for line in compress(lines, chosen))
        return Part(text, *(list(compress(column, chosen)) for column in (self.akun, self.place, self.native)))

    def filled(self, akun: Iterable[str], place: Iterable[str]) -> bytes:
        """Return the rows with what stands for account and place."""
        rows = len(self.akun)
        whole = [""] * (4 * rows + 1)
        whole[::2] = self.text.split(_OPEN)
        whole[1::4], whole[3::4] = akun, place
        return "".join(whole).encode("utf-8")


def part(records: Sequence[Record]) -> Part:
    """Encode records."""
    text = (_ROW * len(records)) % tuple(chain.from_iterable(records))
    if _broken(text, len(records)):
        text = "".join(map(_line, records))
    return Part(text, _texts(map(_akun, records)), _texts(map(_place, records)), list(map(_native, records)))


def _line(record: Record) -> str:
    values = [str(value).translate(_ESCAPES) for value in record]
    values[_AT : _AT + 2] = _OPEN, _OPEN
    return "\t".join(values) + "\n"


def _texts(values: Iterable[str | None]) -> list[str]:
    texts = list(map(str, values))
    return [text.replace(_OPEN, "") for text in texts] if _OPEN in "".join(texts) else texts


def _escaped(texts: list[str]) -> list[str]:
    whole = "".join(texts)
    return [text.translate(_ESCAPES) for text in texts] if any(one in whole for one in _SPECIAL) else texts


def _broken(text: str, rows: int) -> bool:
    """Say whether a value holds what must be escaped."""
    return (
        text.count("\t") != rows * _TABS
        or text.count("\n") != rows
        or text.count(_OPEN) != 2 * rows
        or "\\" in text
        or "\r" in text
    )

"""Finding the header of a table by its content, wherever it stands and however it is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from selaras.connectors.berkas import limits
from selaras.connectors.berkas.vocabulary import KNOWN

Row = tuple[int, Sequence[str]]

_GAP = re.compile(r"[\s._\-]+")
_ENOUGH = 2  # known names that make a row a header


@dataclass(frozen=True, slots=True)
class Header:
    """A header that was found: its names, its line, and the line of the last row that belongs to it."""

    names: tuple[str, ...]
    line: int
    last_line: int
    score: int
    preamble: tuple[tuple[str, ...], ...]


def normalise(cell: str) -> str:
    """Bring a header cell to one spelling.

    >>> normalise("  NIP BARU "), normalise("No. KK"), normalise("Jenis-PTK *")
    ('nip_baru', 'no_kk', 'jenis_ptk')
    """
    return _GAP.sub("_", cell.replace("\ufeff", "").strip().casefold()).strip("_*")


def filled(cells: Sequence[str]) -> tuple[str, ...]:
    """Give the cells of a title row without the empty ones."""
    return tuple(cell for cell in (raw.strip() for raw in cells) if cell)


def titles(rows: Sequence[Row]) -> tuple[tuple[str, ...], ...]:
    """Give rows as a preamble: empty cells and empty rows dropped."""
    return tuple(kept for kept in (filled(cells) for _, cells in rows) if kept)


def find(rows: Sequence[Row]) -> Header | None:
    """Find the row with the most known names; None when no row has at least two."""
    scores = [_score(cells) for _, cells in rows[: limits.HEADER_ROWS]]
    best = max(scores, default=0)
    if best < _ENOUGH:
        return None
    at = scores.index(best)
    line, cells = rows[at]
    names, last = [normalise(cell) for cell in cells], at
    if at + 1 < len(rows) and _is_second_row(names, rows[at + 1][1]):
        names, last = _merge(names, rows[at + 1][1]), at + 1
    if last + 1 < len(rows) and _is_numbering(rows[last + 1][1]):
        last += 1
    return Header(_unique(names), line, rows[last][0], best, titles(rows[:at]))


def _score(cells: Sequence[str]) -> int:
    return len({normalise(cell) for cell in cells if len(cell) < 60} & KNOWN)


def _groups(names: Sequence[str]) -> set[int]:
    """Columns under a merged cell: the blank ones and the named one that starts the group."""
    blank = {i for i, name in enumerate(names) if not name}
    return blank | {i - 1 for i in blank if i}


def _is_second_row(names: Sequence[str], below: Sequence[str]) -> bool:
    """Say whether the next row holds the sub-names of merged header cells, and nothing but them."""
    under = {i for i, cell in enumerate(below) if cell.strip()}
    blank = {i for i, name in enumerate(names) if not name} & under
    words = all(not any(ch.isdigit() for ch in below[i]) for i in under)
    return bool(blank) and len(under) > 1 and 0 not in under and under <= _groups(names) and words


def _merge(names: Sequence[str], below: Sequence[str]) -> list[str]:
    merged, group = [], ""
    for i, name in enumerate(names):
        group = name or group
        sub = normalise(below[i]) if i < len(below) else ""
        merged.append(f"{group}_{sub}".strip("_") if sub else name)
    return merged


def _is_numbering(cells: Sequence[str]) -> bool:
    """Say whether a row only numbers the columns: 1 2 3 ... or (1) (2) (3)."""
    numbers = [cell.strip("() ") for cell in filled(cells)]
    return len(numbers) > _ENOUGH and numbers == [str(i) for i in range(1, len(numbers) + 1)]


def _unique(names: Sequence[str]) -> tuple[str, ...]:
    """Cut empty names at the end; a name that comes again gets `_2`, `_3`: the first one keeps its name."""
    kept = list(names)
    while kept and not kept[-1]:
        kept.pop()
    seen: set[str] = set()
    for i, name in enumerate(kept):
        new, turn = name, 1
        while new and new in seen:
            turn += 1
            new = f"{name}_{turn}"
        seen.add(new)
        kept[i] = new
    return tuple(kept)

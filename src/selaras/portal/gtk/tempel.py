"""Reading a list that was copied out of Ruang GTK: rows with tabs, or one cell below the other.

Nothing is guessed: a value is taken only in a spelling that is known, a name only when it is one of the school's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from selaras.kinerja import predikat, rating

LONGEST = 60_000
_CELLS = re.compile(r"\t|;|\||\s{2,}")
_NOT_A_NAME = re.compile(r"[^a-z ]+")
_TOLD = "\0"  # of the stranger whose values come now nothing more is said
_WORDS = 2  # of a name that must be there before a line is taken for somebody unknown


@dataclass(slots=True)
class Terbaca:
    """The values of one person as they were read."""

    hasil: int | None = None
    perilaku: int | None = None
    predikat: int | None = None


@dataclass(slots=True)
class Tempelan:
    """What a pasted list says: by key of the person, and sentences about what could not be placed."""

    orang: dict[str, Terbaca] = field(default_factory=dict)
    galat: list[str] = field(default_factory=list)


def baca(teks: str, dikenal: Mapping[str, tuple[str, str]]) -> Tempelan:
    """Read a pasted list. `dikenal`: key -> (name, NIP) of the people of the school."""
    found, current, reported = Tempelan(), "", ""
    by_word = _lookup(dikenal, found)
    for number, cell, first, row in _cells(teks[:LONGEST]):
        if first and row:
            current, reported = "", ""
        who = _siapa(cell, by_word)
        if who:
            current, reported = who, ""
            continue
        value = _nilai(cell)
        if value is None:
            # A name that the school does not have, after the values of the one before: what follows is not his.
            done = not current or (current in found.orang and not row)
            if done and len(_plain(cell).split()) >= _WORDS and reported in ("", _TOLD):
                current, reported = "", cell
            continue
        if not current:
            if reported != _TOLD:
                name = f"«{reported[:60]}»" if reported else "Nama orangnya"
                found.galat.append(f"Baris {number}: {name} tidak ada di daftar sekolah ini; nilainya tidak diambil.")
                reported = _TOLD
            continue
        _put(found, current, value, number, dikenal[current][0])
    return found


def _cells(text: str) -> Iterator[tuple[int, str, bool, bool]]:
    """Yield line number, cell, whether it is the first of its line, and whether the line is a row of several cells.

    A row of several cells names its person itself.
    """
    for number, line in enumerate(text.splitlines(), 1):
        cells = [cell.strip() for cell in _CELLS.split(line.strip()) if cell.strip()]
        if len(cells) > 1 and cells[0].rstrip(".").isdigit() and len(cells[0]) < 5:
            cells = cells[1:]  # the number of the row
        for place, cell in enumerate(cells):
            yield number, cell, place == 0, len(cells) > 1


def _lookup(known: Mapping[str, tuple[str, str]], found: Tempelan) -> dict[str, str]:
    """Return name and NIP -> key; two people with one name can be told apart by the NIP only."""
    by_word: dict[str, str] = {}
    twice = set()
    for key, (name, number) in known.items():
        plain = _plain(name)
        if by_word.setdefault(plain, key) != key:
            twice.add(plain)
        by_word[number] = key
    for plain in twice:
        del by_word[plain]
        found.galat.append("Ada dua orang bernama sama di sekolah ini: isi nilai mereka di bawah, atau sertakan NIP.")
    return by_word


def _plain(text: str) -> str:
    """Return a name as it is compared: without titles after a comma, case and signs.

    >>> _plain("Dra. SITI Aminah, S.Pd."), _plain("Siti  Aminah")
    ('dra siti aminah', 'siti aminah')
    """
    return " ".join(_NOT_A_NAME.sub(" ", text.partition(",")[0].lower().replace("'", "")).split())


def _siapa(cell: str, by_word: Mapping[str, str]) -> str:
    digits = re.sub(r"\D", "", cell)
    if len(digits) == 18 and digits in by_word:
        return by_word[digits]
    return by_word.get(_plain(cell), "") if _plain(cell) else ""


def _nilai(cell: str) -> tuple[str, int] | None:
    for kind, parse in (("rating", rating.parse), ("predikat", predikat.parse)):
        try:
            return kind, int(parse(cell))
        except ValueError:
            continue
    return None


def _put(found: Tempelan, key: str, value: tuple[str, int], number: int, name: str) -> None:
    kind, code = value
    row = found.orang.setdefault(key, Terbaca())
    if kind == "predikat" and row.predikat is None:
        row.predikat = code
    elif kind == "rating" and row.hasil is None:
        row.hasil = code
    elif kind == "rating" and row.perilaku is None:
        row.perilaku = code
    else:
        found.galat.append(f"Baris {number}: {name} muncul dengan nilai lebih dari satu kali; yang pertama dipakai.")

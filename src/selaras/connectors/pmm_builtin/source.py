"""The PMM side of a year as lines of the interchange format, so that intake, link and check read it like any file.

While it is read somebody may write: a row that changed on the way comes again, and its last word counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import orjson

from selaras.connectors.pmm_builtin.channel import Channel, Row
from selaras.connectors.ports import Lines, Source
from selaras.galat import TryAgain

_OWN = frozenset({"aktif"})  # what the interchange format does not know


class PmmBuiltin:
    """The built-in PMM side."""

    name = "pmm_builtin"
    title = "PMM bawaan"

    def __init__(self, channel: Channel) -> None:
        """Take the way to it."""
        self._channel = channel

    def observe(self, tahun: int) -> Iterator[Source]:
        """Read the whole PMM side of a year; nothing when it is empty. Raises what the channel raises."""
        found: dict[tuple[str, str], bytes] = {}
        for page in self._channel.pages(tahun):
            _take_over(found, page)
        if found:
            yield Lines(f"{self.title}: {tahun}", list(enumerate(found.values(), start=1)))


def _take_over(found: dict[tuple[str, str], bytes], page: Sequence[Row]) -> None:
    for row in page:
        try:
            key, isi = (str(row["jenis"]), str(row["id"])), dict(row["isi"])
            gone = bool(row["ditarik"])
        except (KeyError, TypeError, ValueError):
            raise TryAgain("Jawaban PMM bawaan tidak terbaca.", langkah="Ulangi sebentar lagi.") from None
        found.pop(key, None)
        if not gone and _of_a_school(isi):
            found[key] = _line(isi)


def _of_a_school(isi: dict[str, Any]) -> bool:
    """Say whether the row belongs to a school: officers of the dinas have an account, but no plan of a teacher."""
    return isi.get("jenis") != "pegawai" or bool(isi.get("npsn"))


def _line(isi: dict[str, Any]) -> bytes:
    """Return the row in one spelling whatever the channel, so that an unchanged one is recognised by its hash."""
    return orjson.dumps({name: value for name, value in isi.items() if name not in _OWN}, option=orjson.OPT_SORT_KEYS)

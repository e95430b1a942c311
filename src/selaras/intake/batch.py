"""One batch on its way in, and what became of its rows."""

from __future__ import annotations

from dataclasses import dataclass, field

from selaras.connectors.ports import Side


@dataclass(slots=True)
class Counts:
    """What became of every row of a batch; the CHECK constraint of `batch` adds them up."""

    read: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    duplicate: int = 0
    child: int = 0
    outside: int = 0
    rejected: int = 0
    gone: int = 0


@dataclass(slots=True)
class Batch:
    """A batch that is being read."""

    id: int
    instansi: int
    side: Side
    per: str  # ISO date
    whole: bool  # declares what it is complete for: remember every key seen
    dated: bool = False  # the file itself says of which day it is: then it never overwrites newer data
    counts: Counts = field(default_factory=Counts)
    merged: bool = False  # an earlier chunk has been merged already
    staged: bool = False  # the staging table has been filled
    analysed: int = 0  # rows that the staging table held when its statistics were taken
    fresh: bool = True  # what came so far was mostly new
    listed: int = 0  # more than 0 when rows of a roster were stored
    disputed: bool = False  # a key with two contents (G2) was met
    said: set[tuple[int, int]] = field(default_factory=set)  # (kind, year) of the records
    people: dict[str, str] = field(default_factory=dict)  # number of each account met, as text
    sites: dict[str, str] = field(default_factory=dict)  # what `record` holds for each place met, and for the batch

    @property
    def params(self) -> dict[str, object]:
        """Parameters that every query of this room takes."""
        return {
            "batch": self.id,
            "instansi": self.instansi,
            "side": int(self.side),
            "per": self.per,
            "batas": self.per if self.dated else "infinity",
        }

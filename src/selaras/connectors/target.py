"""What a writable target speaks: keys in, what it holds out; sealed writes in, one answer each out.

A *target* is the e-Kinerja side that an instansi is bound to, when it can be written. The stages know this module and
nothing else of it. Every failure of a call is one of these, by what to do next:

`TryAgain`   nothing was written for certain (no connection, 429, 503): send again later, `after` seconds if it said so
`Postponed`  the target is in its maintenance window: nothing was written; the plan rests until then
`Uncertain`  the call may have taken effect (no answer, half an answer, 500): read before anything else
`Stop`       a person has to act first (token expired or refused)
`DataError`  the call itself was wrong (400): a fault of ours, nothing was written
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple, Protocol

from selaras.connectors.ports import Kind, Source


class Key(NamedTuple):
    """Where a thing stands on the target, in words that both sides know.

    kind   SKP or PENILAIAN
    npsn   school of the SKP
    mulai  first day of the SKP (ISO); None for a rating: it belongs to the SKP of that person, year and school
    slot   0 for an SKP, else tipe*100+angka
    """

    kind: Kind
    nip: str
    tahun: int
    npsn: str
    mulai: str | None
    slot: int


@dataclass(frozen=True, slots=True)
class Held:
    """What the target holds under a key: versi 0 and core None when it holds nothing (or withdrew it)."""

    key: Key
    versi: int
    core: str | None  # 32 hex digits over the compared fields, as `Record.core`
    row: Mapping[str, str] | None  # the row of the report that shows it: what intake reads


@dataclass(frozen=True, slots=True)
class Write:
    """One sealed operation on its way. `isi` None: withdraw, for the reason given; nothing is ever deleted."""

    kunci: str  # idempotency key, 32 hex digits: the same key twice takes effect once
    key: Key
    versi: int  # the version that the target must still hold; 0: it must hold nothing
    isi: Mapping[str, object] | None
    alasan: str | None = None


class Outcome(IntEnum):
    """What the target made of one write."""

    STORED = 1
    SAME = 2  # this idempotency key was answered before: nothing was done twice
    REFUSED = 3  # a precondition of the target: `kode` and `pesan` say which
    MOVED = 4  # it holds another version than was sealed


@dataclass(frozen=True, slots=True)
class Answer:
    """The target's answer to one write."""

    kunci: str
    outcome: Outcome
    versi: int | None = None
    kode: str | None = None
    pesan: str | None = None


class Target(Protocol):
    """A writable e-Kinerja. Siblings have identical shape; one conformance suite runs against each."""

    name: str
    title: str
    batch: int  # most writes in one call

    def look(self, keys: Sequence[Key]) -> list[Held]:
        """Read what is held under these keys, in their order, in as many calls as it takes."""
        ...

    def send(self, writes: Sequence[Write]) -> list[Answer]:
        """Send at most `batch` writes in one call; one answer for each, in their order."""
        ...

    def observe(self, tahun: int) -> Iterator[Source]:
        """Read the whole reports of a year as the report API gives them: periods, SKP, ratings per period, log."""
        ...

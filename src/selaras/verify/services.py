"""Reading the target back: what was answered counts only once it has been seen.

The rows that were seen go into the ledger in the same transaction that lets the entries go: at no moment is an entry
neither held by an operation nor up to date.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count
from typing import NamedTuple

import psycopg
from psycopg.rows import dict_row
from psycopg.types.json import Jsonb

from selaras.apply import words
from selaras.apply.operations import LAPSED, SEEN, Operation, again, operation_of
from selaras.apply.pace import Pace
from selaras.apply.settling import stored
from selaras.connectors.target import Held, Target
from selaras.ledger.queries import Queries
from selaras.verify.compare import Seen, compare

AT_ONCE = 2000  # operations in one transaction
LOCK = 7_350_003  # class of the advisory lock that keeps two readers of one plan apart
_sql = Queries(__file__)


@dataclass(slots=True)
class Verified:
    """How many operations were read back, how many stood as they were sent, how many did not."""

    dibaca: int = 0
    cocok: int = 0
    beda: int = 0


class Shown(NamedTuple):
    """What the target holds for an entry."""

    entry: int
    held: Held


@dataclass(frozen=True, slots=True)
class _Verdict:
    operation: Operation
    held: Held
    seen: Seen
    equal: bool

    @property
    def sebab(self) -> str | None:
        names = ", ".join(self.seen.beda)
        if self.equal:
            return f"Tersimpan, tetapi e-Kinerja menampilkan {names} yang lain." if names else None
        write = self.operation.write
        if self.held.versi == write.versi or (write.versi == 0 and self.held.row is None):
            return "e-Kinerja menjawab diterima, tetapi tidak menyimpan apa pun."
        wanted = None if write.isi is None else self.operation.source_core
        return words.third(self.operation.target_core, wanted, self.held.core)


def read_back(
    connection: psycopg.Connection,
    target: Target,
    plan_id: int,
    *,
    run: int,
    now: Callable[[], dt.datetime],
    take: Callable[[Sequence[Shown]], None],
    pace: Pace | None = None,
    progress: Callable[[Verified], None] = lambda verified: None,
) -> Verified:
    """Read everything that was answered and not yet seen, compare it, write the evidence. Commits part by part.

    take  is given what was seen, inside the transaction that lets the entries go, and takes it into the ledger
    What the target raises goes through; what was read before stays written.
    """
    found, after = Verified(), 0
    for _ in count():
        part = _unseen(connection, plan_id, after)
        if not part:
            return found
        after = part[-1].seq
        if pace:
            pace.wait(connection)
        held = target.look([operation.write.key for operation in part])
        verdicts = [_judge(operation, one) for operation, one in zip(part, held, strict=True)]
        again(connection, lambda verdicts=verdicts: _store(connection, plan_id, verdicts, run, now(), take))  # type: ignore[misc]  # mypy knows no default
        found.dibaca += len(verdicts)
        found.cocok += sum(verdict.equal for verdict in verdicts)
        found.beda = found.dibaca - found.cocok
        progress(found)
    return found


def _unseen(connection: psycopg.Connection, plan: int, after: int) -> list[Operation]:
    params = {"plan": plan, "sesudah": after, "n": AT_ONCE}
    with connection.cursor(row_factory=dict_row) as cursor:
        rows = cursor.execute(_sql("unseen"), params).fetchall()
    connection.commit()
    return [operation_of(row) for row in rows]


def _judge(operation: Operation, held: Held) -> _Verdict:
    seen = compare(operation.write.isi, operation.write.key.mulai, held)
    return _Verdict(operation, held, seen, equal=stored(operation, held) and not seen.inti)


def _store(
    connection: psycopg.Connection,
    plan: int,
    verdicts: Sequence[_Verdict],
    run: int,
    now: dt.datetime,
    take: Callable[[Sequence[Shown]], None],
) -> None:
    params = {
        "id": [verdict.operation.id for verdict in verdicts],
        "status": [SEEN if verdict.equal else LAPSED for verdict in verdicts],
        "sebab": [verdict.sebab for verdict in verdicts],
        "core": [verdict.held.core for verdict in verdicts],
        "kolom": [Jsonb(list(verdict.seen.kolom)) for verdict in verdicts],
        "terlihat": [Jsonb(dict(verdict.seen.terlihat)) for verdict in verdicts],
        "cocok": [verdict.equal and not verdict.seen.beda for verdict in verdicts],
        "run": run,
        "now": now,
    }
    with connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(%s, %s)", (LOCK, plan))
        connection.execute(_sql("verdict"), params)
        take([Shown(verdict.operation.entry, verdict.held) for verdict in verdicts])
    connection.commit()


def withdrawn(
    connection: psycopg.Connection, shown: Sequence[Shown], *, instansi: int, run: int, berkas: str, now: dt.datetime
) -> int:
    """Withdraw from the ledger what the target was seen to hold no more. In the transaction of the caller."""
    gone = [one.entry for one in shown if one.held.row is None]
    if not gone:
        return 0
    names = {"entry": gone, "instansi": instansi, "run": run, "berkas": berkas, "now": now, "per": now.date()}
    return connection.execute(_sql("withdrawn"), {**names, "digest": b""}).rowcount

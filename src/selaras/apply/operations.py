"""Operations of a plan: claimed by one conditional UPDATE, resolved by another; the caller commits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, LiteralString, NamedTuple, TypeVar
from uuid import UUID

import psycopg
from psycopg.rows import dict_row
from psycopg.types.json import Jsonb
from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_random

from selaras.apply import words
from selaras.connectors.ports import Kind
from selaras.connectors.target import Key, Write
from selaras.ledger.queries import Queries

LOCK = 7_350_002  # class of the advisory locks that say that a worker lives; the object is its run
SEALED, INTENT, ANSWERED, SEEN, REFUSED, LAPSED, UNKNOWN = 0, 1, 2, 3, 7, 8, 9
_sql = Queries(__file__)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Operation:
    """A sealed operation in the hands of a worker."""

    id: int
    seq: int
    entry: int
    write: Write
    source_core: str | None  # as sealed
    target_core: str | None


class Result(NamedTuple):
    """What became of one operation."""

    id: int
    status: int
    jawaban: dict[str, Any] | None = None
    sebab: str | None = None


class School(NamedTuple):
    """A part of a plan: the operations of one school, of none when `id` is None."""

    id: int | None


class Claim(NamedTuple):
    """What one claim brought: operations to send, and how many lapsed on the way."""

    operations: list[Operation]
    lapsed: int


class Standing(NamedTuple):
    """How a plan stands for one worker."""

    sealed: int
    mine: int  # unknown ones of this worker or of the dead: to be read
    others: int  # in flight with workers that live
    jeda: str | None
    closed: bool


def claim(
    connection: psycopg.Connection, *, plan: int, run: int, n: int, now: dt.datetime, part: School | None = None
) -> Claim:
    """Take up to n operations whose entry still stands as sealed; those that moved lapse with those that need them."""
    params = {"plan": plan, "pekerja": run, "n": n, "now": now, "sekolah": part.id if part else None}
    with connection.cursor(row_factory=dict_row) as cursor:
        rows = cursor.execute(_sql("claim").format(bagian=_part(part)), params).fetchall()
    lapsed = [row for row in rows if row["sebab"] is not None]
    if lapsed:
        told = [(_why(row), row["id"]) for row in lapsed]
        with connection.cursor() as cursor:
            cursor.executemany("UPDATE operation SET sebab = %s WHERE id = %s", told)
    return Claim([operation_of(row) for row in rows if row["sebab"] is None], len(lapsed))


def resolve(
    connection: psycopg.Connection, results: Sequence[Result], *, run: int, now: dt.datetime
) -> list[tuple[int, int]]:
    """Write down what became of operations of this worker. Returns (status, how many), lapsed dependents included."""
    params = {
        "id": [result.id for result in results],
        "status": [result.status for result in results],
        "jawaban": [Jsonb(result.jawaban) if result.jawaban else None for result in results],
        "sebab": [result.sebab for result in results],
        "pekerja": run,
        "now": now,
    }
    return [(status, n) for status, n in connection.execute(_sql("resolve"), params)]


def adopt(connection: psycopg.Connection, *, plan: int, run: int, now: dt.datetime) -> list[Operation]:
    """Take over whatever nobody living has in hand and whose effect is not known."""
    params = {"plan": plan, "pekerja": run, "now": now, "kelas": LOCK}
    with connection.cursor(row_factory=dict_row) as cursor:
        return [operation_of(row) for row in cursor.execute(_sql("adopt"), params)]


def orphans(connection: psycopg.Connection, *, plan: int, run: int, now: dt.datetime) -> int:
    """Let operations lapse whose entry is gone."""
    return connection.execute(_sql("orphans"), {"plan": plan, "pekerja": run, "now": now}).rowcount


def standing(connection: psycopg.Connection, *, plan: int, run: int, part: School | None = None) -> Standing:
    """Count what is left of a plan, or of a part of it."""
    params = {"plan": plan, "pekerja": run, "kelas": LOCK, "sekolah": part.id if part else None}
    row = connection.execute(_sql("standing").format(bagian=_part(part)), params).fetchone()
    return Standing(*row) if row else Standing(0, 0, 0, None, closed=True)


def again(connection: psycopg.Connection, work: Callable[[], T]) -> T:
    """Do the work of one transaction, once more when another transaction (a derivation, say) stood in its way."""
    retrying = Retrying(
        retry=retry_if_exception_type((psycopg.errors.DeadlockDetected, psycopg.errors.SerializationFailure)),
        wait=wait_random(0, 0.2),
        stop=stop_after_attempt(5),
        before_sleep=lambda state: connection.rollback(),
        reraise=True,
    )
    return retrying(work)


def operation_of(row: dict[str, Any]) -> Operation:
    """Read a row of the table as what is sent."""
    mulai = row["mulai"].isoformat() if row["mulai"] else None
    key = Key(Kind(row["kind"]), row["nip"], row["tahun"], row["npsn"], mulai, row["slot"])
    write = Write(row["kunci"].hex, key, row["versi"], row["baru"], row["alasan"])
    return Operation(row["id"], row["seq"], row["entry_id"], write, core(row["source_core"]), core(row["target_core"]))


def core(stored: UUID | None) -> str | None:
    """Give a stored hash as the connectors write it."""
    return stored.hex if stored else None


def results(operations: Iterable[Operation], status: int, sebab: str | None = None) -> list[Result]:
    """Give the same result to all."""
    return [Result(operation.id, status, None, sebab) for operation in operations]


def _part(part: School | None) -> LiteralString:
    if part is None:
        return ""
    return "AND o.sekolah_id IS NULL" if part.id is None else "AND o.sekolah_id = %(sekolah)s"


def _why(row: dict[str, Any]) -> str:
    if row["sebab"] != "bergeser":
        return words.LAPSED[row["sebab"]]
    return words.moved(
        (core(row["source_core"]), core(row["kini_pmm"])), (core(row["target_core"]), core(row["kini_ekinerja"]))
    )

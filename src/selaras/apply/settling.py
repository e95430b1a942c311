"""An operation whose effect is not known is read, never sent again blindly."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

import psycopg

from selaras.apply import words
from selaras.apply.operations import LAPSED, SEALED, SEEN, Operation, Result, adopt, again, resolve
from selaras.apply.pace import Pace
from selaras.apply.tally import Tally
from selaras.connectors.target import Held, Target

AT_ONCE = 1000  # keys in one look


def settle_unknown(
    connection: psycopg.Connection,
    target: Target,
    plan: int,
    *,
    run: int,
    now: Callable[[], dt.datetime],
    pace: Pace,
    tally: Tally,
) -> int:
    """Read what nobody knows the effect of, and write down what was found. Returns how many there were. Commits."""
    found = again(connection, lambda: adopt(connection, plan=plan, run=run, now=now()))
    connection.commit()
    for start in range(0, len(found), AT_ONCE):
        part = found[start : start + AT_ONCE]
        pace.wait(connection)
        tally.calls += 1
        held = target.look([operation.write.key for operation in part])
        judged = [judge(operation, one) for operation, one in zip(part, held, strict=True)]
        for status, n in _written(connection, judged, run=run, now=now):
            tally.became(status, n)
    return len(found)


def _written(
    connection: psycopg.Connection, judged: Sequence[Result], *, run: int, now: Callable[[], dt.datetime]
) -> list[tuple[int, int]]:
    done = again(connection, lambda: resolve(connection, judged, run=run, now=now()))
    connection.commit()
    return done


def judge(operation: Operation, held: Held) -> Result:
    """Say what a look tells: nothing happened (it may be sent, under the same key), it was stored, or a third value."""
    if held.versi == operation.write.versi:
        return Result(operation.id, SEALED)
    if stored(operation, held):
        return Result(operation.id, SEEN, None, "Jawaban tidak diterima; dibaca ulang dan tersimpan.")
    wanted = None if operation.write.isi is None else operation.source_core
    return Result(operation.id, LAPSED, None, words.third(operation.target_core, wanted, held.core))


def stored(operation: Operation, held: Held) -> bool:
    """Say whether the target holds what was sent."""
    return held.core is None if operation.write.isi is None else held.core == operation.source_core

"""Carrying out a sealed plan. Every verb here commits what it did; see `worker` for the protocol.

After a crash nothing is repaired: whatever a dead worker had in hand is read before anything else is done.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import psycopg

from selaras.apply.gate import open_plan
from selaras.apply.operations import School
from selaras.apply.pace import Pace
from selaras.apply.settling import settle_unknown
from selaras.apply.tally import Tally
from selaras.apply.worker import Worker, alive
from selaras.config import clock
from selaras.connectors.target import Target
from selaras.galat import DataError, Stop
from selaras.plan.closing import plan_close
from selaras.plan.selectors import plan_get

__all__ = ["School", "close_plan", "finish_plan", "open_plan", "pause_plan", "resume_plan", "settle", "work"]


def quiet(tally: Tally) -> None:
    """Tell nobody."""
    del tally


def work(
    connection: psycopg.Connection,
    target: Target,
    plan_id: int,
    *,
    run: int,
    now: Callable[[], dt.datetime],
    pace: Pace,
    progress: Callable[[Tally], None] = quiet,
    batch: int | None = None,
    part: School | None = None,
) -> Tally:
    """Carry out a plan that `open_plan` let through, together with whoever else works on it.

    connection  of this worker alone; run: his number, unlike that of any other worker that lives
    batch       most operations in one call, never more than the target takes; part: only the operations of one school
    Returns what was done; `Tally.berhenti` says why it stopped before the end. Raises `Stop` when the run is in use.
    """
    size = min(batch or target.batch, target.batch)
    with alive(connection, run):
        connection.execute("UPDATE plan SET dibuka_run = coalesce(dibuka_run, %s) WHERE id = %s", (run, plan_id))
        connection.commit()
        return Worker(connection, target, plan_id, run, now, pace, progress, size, part).work()


def settle(
    connection: psycopg.Connection,
    target: Target,
    plan_id: int,
    *,
    run: int,
    now: Callable[[], dt.datetime] = clock.now,
    pace: Pace | None = None,
) -> Tally:
    """Read whatever is unknown or was left by a dead worker, and write down what was found. Sends nothing."""
    tally = Tally()
    with alive(connection, run):
        pace = pace or Pace(0, target.name)
        settle_unknown(connection, target, plan_id, run=run, now=now, pace=pace, tally=tally)
    return tally


def pause_plan(connection: psycopg.Connection, plan_id: int, *, oleh: str, alasan: str) -> None:
    """Pause a plan by a person's word: workers end after the call that is under way. In the caller's transaction.

    Raises `DataError` without a reason, or when the plan is closed or paused already.
    """
    if not alasan.strip():
        raise DataError("Alasan menjeda belum diisi.", langkah="Tulis apa yang ditunggu.")
    paused = connection.execute(
        "UPDATE plan SET jeda = %s WHERE id = %s AND jeda IS NULL AND ditutup IS NULL",
        (f"Dijeda {oleh}: {alasan.strip()}", plan_id),
    ).rowcount
    if not paused:
        raise DataError(f"Rencana nomor {plan_id} sudah dijeda atau sudah ditutup.")


def resume_plan(connection: psycopg.Connection, plan_id: int) -> str:
    """Let a paused plan go on: what lapsed and was refused so far is accepted. Returns why it had paused. Commits.

    Raises `DataError` when it is not paused.
    """
    plan = plan_get(connection, plan_id)
    if plan.ditutup or not plan.jeda:
        raise DataError(f"Rencana nomor {plan_id} tidak sedang dijeda.")
    connection.execute(
        "UPDATE plan SET jeda = NULL, dimaklumi = (SELECT count(*) FROM operation WHERE plan_id = %s "
        "AND status IN (7, 8)) WHERE id = %s",
        (plan_id, plan_id),
    )
    connection.commit()
    return plan.jeda


def close_plan(connection: psycopg.Connection, plan_id: int, *, alasan: str, now: dt.datetime) -> int:
    """Close a plan by a person's word: what was not sent lapses. Returns how many did. Commits.

    Raises `Stop` while something of it is unknown, `DataError` when it is closed already or no reason is given.
    """
    if not alasan.strip():
        raise DataError("Alasan menutup rencana belum diisi.", langkah='Tambahkan --tutup "...".')
    row = connection.execute(
        "SELECT count(*) FROM operation WHERE plan_id = %s AND status IN (1, 9)", (plan_id,)
    ).fetchone()
    if row and row[0]:
        raise Stop(
            f"{row[0]} operasi dari rencana nomor {plan_id} belum pasti.",
            langkah="Jalankan «selaras cocokkan», lalu tutup lagi.",
        )
    lapsed = plan_close(connection, plan_id, alasan=f"ditutup: {alasan.strip()}", now=now)
    connection.commit()
    return lapsed


def finish_plan(connection: psycopg.Connection, plan_id: int, *, now: dt.datetime) -> bool:
    """Close a plan that has nothing left to send or to settle; an expired one lapses first. Commits."""
    connection.execute(
        "UPDATE operation o SET status = 8, sebab = 'Rencana kedaluwarsa sebelum dikirim.', pada = %s FROM plan p "
        "WHERE p.id = o.plan_id AND p.id = %s AND o.status = 0 AND p.berlaku_sampai <= %s AND p.ditutup IS NULL",
        (now, plan_id, now),
    )
    closed = connection.execute(
        "UPDATE plan SET ditutup = %s WHERE id = %s AND ditutup IS NULL "
        "AND NOT EXISTS (SELECT FROM operation WHERE plan_id = %s AND status IN (0, 1, 9))",
        (now, plan_id, plan_id),
    ).rowcount
    connection.commit()
    return closed == 1

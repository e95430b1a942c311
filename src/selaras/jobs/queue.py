"""The queue: Procrastinate in the same PostgreSQL. A job is put into it in the transaction of whoever needs it.

Two kinds of lock, as Procrastinate has them. `kunci`: jobs with the same word never run at once. `tunggu`: of jobs with
the same word only one waits; whoever asks for it again is told that it waits already. Both name an instansi or a plan,
never a person. A job that has to come later is put in anew rather than retried: a retried job whose `tunggu` waits
already could not be put back, and would stand in the way for ever.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import psycopg
from procrastinate import App, SyncPsycopgConnector
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.manager import JobManager
from procrastinate.tasks import configure_task
from psycopg.pq import TransactionStatus

IMPOR, PROSES, SINKRON, KIRIM, COCOKKAN, DETAK = "impor", "proses", "sinkron", "kirim", "cocokkan", "detak"
DOKUMEN = "dokumen"
PENUH, RENCANA = "penuh", "rencana"  # with KIRIM: how far a sync goes
URGENT = 10

# Neither is ever opened: a job is put in on the caller's connection, also by a worker, whose app has a connector of its
# own for everything else.
app = App(connector=SyncPsycopgConnector())
_putting = JobManager(SyncPsycopgConnector())


def enqueue(
    connection: psycopg.Connection[Any],
    pekerjaan: str,
    *,
    kunci: str | None = None,
    tunggu: str | None = None,
    at: dt.datetime | None = None,
    priority: int = 0,
    **arguments: Any,
) -> int | None:
    """Put a job in, in the transaction of the connection: it exists when and only when the caller commits.

    Returns its number, None when one with the same `tunggu` waits already (the transaction stays usable).
    """
    deferrer = configure_task(
        name=pekerjaan,
        job_manager=_putting,
        queue=pekerjaan,
        lock=kunci,
        queueing_lock=tunggu,
        schedule_at=at,
        priority=priority if at is None else _by_time(at),
        connection=connection,
    )
    if connection.info.transaction_status == TransactionStatus.IDLE and not connection.autocommit:
        connection.execute("SELECT")  # begins the caller's transaction, so that the block below is a savepoint in it
    try:
        with connection.transaction():
            return deferrer.defer(**arguments)
    except AlreadyEnqueued:
        return None


def _by_time(at: dt.datetime) -> int:
    """Rank a job that has to wait: a waiting job holds up every later one of its lock unless that one ranks higher."""
    return -int(at.timestamp() // 60)


def enqueue_impor(
    connection: psycopg.Connection[Any], *, instansi: int, folder: str, tahun: int | None = None
) -> int | None:
    """Let a worker read a folder or file of reports, then link and check. The worker must see the same folder."""
    return enqueue(connection, IMPOR, kunci=books(instansi), tunggu=f"impor:{folder}", folder=folder, tahun=tahun)


def enqueue_proses(
    connection: psycopg.Connection[Any], *, instansi: int, tahun: int | None = None, amati: bool = False
) -> int | None:
    """Let a worker bring links, findings and states up to date; amati: after it has read the built-in applications."""
    waits = f"proses:{instansi}:{tahun}" + (":amati" if amati else "")
    return enqueue(connection, PROSES, kunci=books(instansi), tunggu=waits, tahun=tahun, amati=amati)


def enqueue_dokumen(connection: psycopg.Connection[Any], *, nomor: int, folder: str) -> int | None:
    """Let a worker make the papers of one request, into a folder that the pages see too."""
    return enqueue(connection, DOKUMEN, tunggu=f"dokumen:{nomor}", nomor=nomor, folder=folder)


def enqueue_sinkron(
    connection: psycopg.Connection[Any],
    *,
    instansi: int,
    slot: dt.datetime | None = None,
    at: dt.datetime | None = None,
    paksa: bool = False,
    macam: str = PENUH,
    plan: int | None = None,
    oleh: str | None = None,
) -> int | None:
    """Let a worker sync an instansi; `slot` is the moment of the schedule, `paksa` does not mind quiet hours.

    macam  PENUH: read, plan, send, read back; RENCANA: up to the sealed plan; KIRIM: send this `plan` as it was sealed
    oleh   who asks for it: stands in the books as who sealed the plan
    Returns the number in `sinkron`, None when this slot has had its sync or one waits already.
    """
    found = connection.execute(
        "INSERT INTO sinkron(instansi_id, slot, macam, plan_id, oleh) VALUES (%s, %s, %s, %s, %s) "
        "ON CONFLICT DO NOTHING RETURNING id",
        (instansi, slot, macam, plan, oleh),
    ).fetchone()
    if found is None:
        return None
    number = int(found[0])
    if put_sinkron(connection, instansi=instansi, sinkron=number, at=at, paksa=paksa, macam=macam) is not None:
        return number
    if slot is None:
        connection.execute("DELETE FROM sinkron WHERE id = %s", (number,))
    else:  # the slot is spent: what waits does its work
        connection.execute(
            "UPDATE sinkron SET selesai = now(), hasil = 'selesai', kalimat = %s WHERE id = %s",
            ("Sinkron lain sudah menunggu giliran; satu saja yang dijalankan.", number),
        )
    return None


def put_sinkron(
    connection: psycopg.Connection[Any],
    *,
    instansi: int,
    sinkron: int,
    at: dt.datetime | None = None,
    paksa: bool = False,
    percobaan: int = 0,
    macam: str = PENUH,
) -> int | None:
    """Put the job of a sync in, or in again for later."""
    return enqueue(
        connection,
        SINKRON,
        kunci=books(instansi),
        tunggu=f"sinkron:{instansi}{'' if macam == PENUH else f':{macam}'}{':paksa' if paksa else ''}",
        at=at,
        priority=URGENT if paksa else 0,
        sinkron=sinkron,
        paksa=paksa,
        percobaan=percobaan,
    )


def books(instansi: int) -> str:
    """Name the lock under which the books of an instansi are written by one job at a time."""
    return f"buku:{instansi}"

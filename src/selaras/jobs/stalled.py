"""Jobs that a dead worker left in `doing`: put back, as Procrastinate documents, with three things it leaves open.

Two workers may look at once: a job that one has put back and a third is running already must not be put back again, so
one looks at a time. A job whose `tunggu` waits a second time can not be put back: the waiting one does its work. A job
that has brought down every worker that took it is not given to another.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import psycopg
from procrastinate import JobContext
from procrastinate.exceptions import ConnectorException, UniqueViolation
from procrastinate.jobs import Job, Status
from procrastinate.manager import JobManager

from selaras.database import open_database
from selaras.jobs.attempts import MOST

log = logging.getLogger("selaras.pekerja")

BEAT = 10.0  # seconds between the signs of life of a worker
SILENT = 3  # beats without a sign of life: the worker is taken for dead
KEPT = 24 * 30  # hours that failed jobs are kept
HOUR, MINUTE = 3600, 60


async def free(context: JobContext) -> None:
    """Put back what dead workers left."""
    manager = context.app.job_manager
    after = float(context.additional_context.get("macet", BEAT * SILENT))
    async with _alone() as mine:
        for job in await manager.get_stalled_jobs(seconds_since_heartbeat=after) if mine else ():
            await _free(manager, job)


def hourly(timestamp: int) -> bool:
    """Say whether the beat of this moment does what is done once an hour: a machine may be off every night."""
    return timestamp % HOUR < MINUTE


async def forget_old(context: JobContext, timestamp: int) -> None:
    """Once an hour, forget jobs that ended long ago; what they did stands in the books."""
    if hourly(timestamp):
        await context.app.job_manager.delete_old_jobs(
            nb_hours=KEPT, include_failed=True, include_cancelled=True, include_aborted=True
        )


async def _free(manager: JobManager, job: Job) -> None:
    name = f"{job.task_name} #{job.id}"
    if job.attempts + 1 >= MOST:
        log.error("%s: GAGAL. Pekerja mati %s kali saat mengerjakannya; tidak dicoba lagi.", name, job.attempts + 1)
        return await manager.finish_job(job, Status.FAILED, delete_job=False)
    try:
        await manager.retry_job(job)
        log.warning("%s: pekerjanya mati; dikerjakan ulang.", name)
    except UniqueViolation:
        log.warning("%s: pekerjanya mati; pekerjaan yang sama sudah menunggu giliran.", name)
        await manager.finish_job(job, Status.FAILED, delete_job=False)
    except ConnectorException:
        log.info("%s: sudah selesai atau sudah diambil pekerja lain.", name)


@asynccontextmanager
async def _alone() -> AsyncIterator[bool]:
    """Tell whether this process is the one that looks; the lock goes with the connection."""
    dsn = await asyncio.to_thread(open_database)
    async with await psycopg.AsyncConnection.connect(dsn) as connection:
        cursor = await connection.execute("SELECT pg_try_advisory_xact_lock(hashtext('selaras.macet'))")
        row = await cursor.fetchone()
        yield bool(row and row[0])

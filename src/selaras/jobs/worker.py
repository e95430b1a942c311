"""The worker: takes jobs out of the queue until it is told to stop, and finishes what it has in hand."""

from __future__ import annotations

import asyncio
import signal
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import psycopg
from procrastinate import PsycopgConnector
from procrastinate.exceptions import ConnectorException
from psycopg.conninfo import make_conninfo

from selaras.config.migrations import migrate
from selaras.database import connect, open_database
from selaras.galat import TryAgain
from selaras.jobs import queue, tasks
from selaras.jobs.queue import app
from selaras.jobs.stalled import BEAT, SILENT
from selaras.ledger.queries import Queries

MINUTELY = "* * * * *"
POLL = 1.0  # seconds: nobody is told when a lock comes free, or a job is put back

_sql = Queries(__file__)


@dataclass(slots=True)
class Worker:
    """A worker of this process. `sekali`: do what can be done now, then end. `detak`: seconds between signs of life."""

    sekali: bool = False
    pekerja: int = 1
    detak: float = BEAT
    kode: list[int] = field(default_factory=list)  # of the jobs that failed

    def work(self) -> int:
        """Work. Returns the exit code: 0, or the gravest of the jobs that failed (3 before 1)."""
        dsn = open_database()
        migrate(dsn)
        conninfo = make_conninfo(dsn, application_name="selaras pekerja")
        connector = PsycopgConnector(conninfo=conninfo, min_size=1, max_size=self.pekerja + 3)
        self._beat_regularly()
        with app.replace_connector(connector):
            try:
                asyncio.run(self._run(dsn))
            except (ConnectorException, psycopg.OperationalError) as error:
                raise _cut_off() from error
        return max(self.kode, default=0)

    async def _run(self, dsn: str) -> None:
        async with app.open_async():
            _ask_for_beat(dsn)
            stopped = await self._until_told()
            while self.sekali and not stopped and _ready(dsn):
                stopped = await self._until_told()
        if not stopped and not self.sekali:
            raise _cut_off()

    async def _until_told(self) -> bool:
        """Run the worker. Returns True when a signal ended it; a second signal ends the process at once."""
        loop, stopped = asyncio.get_running_loop(), False
        work = asyncio.ensure_future(app.run_worker_async(**self._options()))

        def stop() -> None:
            nonlocal stopped
            stopped = True
            for number in (signal.SIGTERM, signal.SIGINT):
                loop.remove_signal_handler(number)
            work.cancel()  # Procrastinate takes it as: finish what is in hand

        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, stop)
        with suppress(asyncio.CancelledError):
            await work
        return stopped

    def _options(self) -> Any:
        return {
            "wait": not self.sekali,
            "concurrency": self.pekerja,
            "install_signal_handlers": False,
            "fetch_job_polling_interval": POLL,
            "delete_jobs": "successful",  # what they did stands in the books
            "update_heartbeat_interval": self.detak,
            "stalled_worker_timeout": self.detak * SILENT,
            "additional_context": {"kode": self.kode, "macet": self.detak * SILENT},
        }

    def _beat_regularly(self) -> None:
        if (tasks.detak.name, "") not in app.periodic_registry.periodic_tasks:
            cron = MINUTELY if self.detak >= BEAT else f"{MINUTELY} */{max(1, round(self.detak))}"
            app.periodic(cron=cron)(tasks.detak)


def _ask_for_beat(dsn: str) -> None:
    """Put in a first beat: what is due or stalled does not wait for the next minute."""
    with connect(dsn) as connection:
        queue.enqueue(connection, queue.DETAK, tunggu=queue.DETAK, timestamp=1)


def _ready(dsn: str) -> bool:
    """Tell whether a job could run now; beats do not count, they come by themselves."""
    with connect(dsn) as connection:
        return connection.execute(_sql("ready")).fetchone() is not None


def _cut_off() -> TryAgain:
    return TryAgain(
        "Pekerja berhenti karena basis data terputus; pekerjaan yang belum selesai tetap di antrean.",
        langkah="Jalankan lagi «selaras worker».",
    )

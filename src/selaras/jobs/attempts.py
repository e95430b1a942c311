"""One attempt at a job: what its end means for the queue, for the log, and for whoever waits for it."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg
from procrastinate import JobContext

from selaras.config import clock
from selaras.database import open_database
from selaras.galat import Postponed, SelarasError, TryAgain
from selaras.jobs.folder import Folder, opened, run
from selaras.jobs.process import STAGES, process
from selaras.jobs.progress import Progress, progress

log = logging.getLogger("selaras.pekerja")

MOST = 5  # attempts at what fails in passing; after that a person looks
PAUSE, LONGEST = 60.0, 3600.0  # seconds before the second attempt, and at most
CLOSED = 300.0  # seconds until a target that is closed and does not say for how long is asked again

Later = Callable[[Folder, dt.datetime, int], object]  # puts the job in again: (folder, moment, attempts so far)


@dataclass(slots=True)
class Work:
    """A job at work: the opened folder, the number of its run, where it tells how far it is."""

    folder: Folder
    run: int
    bar: Progress

    def derive(self, tahun: int) -> bool:
        """Link, check and derive, and say how far it is. Returns False when nothing has been read yet."""
        names = [name for name, _ in STAGES]

        def tell(name: str) -> None:
            self.bar.stage(name, len(names))
            self.bar(names.index(name))

        return process(self.folder, tahun=tahun, run=self.run, progress=tell)

    def said(self, sentence: str) -> str:
        """Keep what came of it for the list of runs, and return it for the log."""
        self.folder.connection.execute("UPDATE run SET kalimat = %s WHERE id = %s", (sentence, self.run))
        return sentence


@contextmanager
def at_work(context: JobContext, *, oleh: str | None = None) -> Iterator[Work]:
    """Open the folder for a job, as a command does: with a run of its own, and everybody sees how far it is.

    oleh  in whose name, None: in that of the machine
    """
    verb = context.job.task_name
    with opened() as folder, run(folder, verb, oleh=oleh) as number, watched(context, number) as bar:
        yield Work(folder, number, bar)


@contextmanager
def watched(context: JobContext, run: int) -> Iterator[Progress]:
    """Let everybody see how far a job is that works for a run."""
    with progress(open_database(), run=run, pekerjaan=context.job.task_name, job=context.job.id) as bar:
        yield bar


def attempt(
    context: JobContext,
    work: Callable[[], str],
    *,
    later: Later,
    percobaan: int,
    failed: Callable[[BaseException], object] = lambda error: None,
) -> None:
    """Do the work once. What fails in passing is put in again for later, everything else ends the job as failed.

    `work` returns the sentence that the log shows; `failed` is told of an end that nobody tries again. The exit code
    that the error stands for is kept in the context.
    """
    name = f"{context.job.task_name} #{context.job.id}"
    log.info("%s: mulai", name)
    try:
        sentence = work()
    except (TryAgain, psycopg.OperationalError) as error:
        if percobaan + 1 >= MOST and not isinstance(error, Postponed):
            _failed(context, name, error, failed)
            raise
        _again(name, error, later, percobaan)
    except Exception as error:
        _failed(context, name, error, failed)
        raise
    else:
        log.info("%s: %s", name, sentence)


def spoken(error: BaseException) -> str:
    """Say an error to people; what was not foreseen is named by its class alone: its text may hold identifiers."""
    if isinstance(error, SelarasError):
        return str(error)
    return f"Terjadi galat yang tidak terduga ({type(error).__name__}); data tetap seperti semula."


def _again(name: str, error: TryAgain | psycopg.OperationalError, later: Later, percobaan: int) -> None:
    after = getattr(error, "after", None)
    closed = isinstance(error, Postponed)
    wait = after or (CLOSED if closed else min(PAUSE * 2**percobaan, LONGEST))
    at = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=wait)
    with opened() as folder:
        later(folder, at, percobaan if closed else percobaan + 1)
        folder.connection.commit()
    log.info("%s: ditunda sampai %s. %s", name, f"{at.astimezone(clock.ZONE):%H:%M:%S}", spoken(error))


def _failed(context: JobContext, name: str, error: Exception, failed: Callable[[BaseException], object]) -> None:
    log.error("%s: GAGAL. %s", name, spoken(error))
    _codes(context).append(error.exit_code if isinstance(error, SelarasError) else 1)
    failed(error)


def _codes(context: JobContext) -> list[int]:
    found: list[int] = context.additional_context.setdefault("kode", [])
    return found

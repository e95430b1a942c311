"""One worker on one plan: claim, commit, send, write the answer down, commit; until nothing is left for it.

Several workers share a plan. Each holds a session lock named after its run as long as it lives, so that others can
tell an intent in flight from one that a dead worker left.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import psycopg
from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt, wait_random_exponential

from selaras.apply import answers, operations
from selaras.apply.operations import LOCK, REFUSED, SEALED, UNKNOWN, Operation, Result, School, again
from selaras.apply.pace import Pace
from selaras.apply.settling import settle_unknown
from selaras.apply.tally import Tally
from selaras.connectors.target import Target
from selaras.galat import DataError, Postponed, Stop, TryAgain, Uncertain
from selaras.ledger.queries import Queries

PAUSE_ROWS, PAUSE_SHARE = 20, 0.05  # lapsed and refused: more than the larger of both pauses the plan
TIRED = 6  # failures in a row after which the plan pauses
LONGEST = 300.0  # seconds that a worker waits because the target asks for it; longer, and it goes home
LONG_WAYS = ("seqscan", "mergejoin")  # ways to read that a claim never needs: it looks up few rows of a long table
IDLE = 240  # looks at a plan on which only others can go on
_sql = Queries(__file__)
_backoff = wait_random_exponential(multiplier=0.5, max=60)


@contextmanager
def alive(connection: psycopg.Connection, run: int) -> Iterator[None]:
    """Hold the lock that says that this worker lives. Raises `Stop` when another one uses its run."""
    row = connection.execute("SELECT pg_try_advisory_lock(%s, %s)", (LOCK, run)).fetchone()
    if not row or not row[0]:
        connection.rollback()
        raise Stop("Pekerja dengan nomor ini masih bekerja.", langkah="Tunggu sampai selesai, lalu ulangi.")
    for way in LONG_WAYS:
        connection.execute(f"SET enable_{way} = off".encode())
    connection.commit()
    try:
        yield
    finally:
        if not connection.closed and not connection.broken:
            connection.rollback()
            for way in LONG_WAYS:
                connection.execute(f"RESET enable_{way}".encode())
            connection.execute("SELECT pg_advisory_unlock(%s, %s)", (LOCK, run))
            connection.commit()


@dataclass(slots=True)
class Worker:
    """A worker, and how far it has come."""

    connection: psycopg.Connection
    target: Target
    plan: int
    run: int
    now: Callable[[], dt.datetime]
    pace: Pace
    progress: Callable[[Tally], None]
    batch: int
    part: School | None = None
    tally: Tally = field(default_factory=Tally)
    idle: int = 0

    def work(self) -> Tally:
        """Go on until nothing is left for this worker or a reason to stop has come; `berhenti` says which."""
        try:
            self._patiently(self._settle)
            while self._patiently(self._step):
                self.progress(self.tally)
        except Postponed as error:
            self.tally.berhenti = error
        except TryAgain as error:
            self._pause(f"e-Kinerja {TIRED} kali berturut-turut tidak menjawab dengan baik: {error.kalimat}")
            self.tally.berhenti = error
        except (Stop, DataError) as error:
            self.tally.berhenti = error
        self.progress(self.tally)
        return self.tally

    def _step(self) -> bool:
        """Do the next batch, or whatever else there is to do. False: nothing is left for this worker."""
        self.pace.open(self.now())
        claimed = again(self.connection, self._claim)
        self.connection.commit()
        self.tally.lapsed += claimed.lapsed
        if claimed.lapsed:
            self._check_pause()
        if claimed.operations:
            self.idle = 0
            self._send(claimed.operations)
            return True
        return bool(claimed.lapsed) or self._wait_for_others()

    def _claim(self) -> operations.Claim:
        return operations.claim(
            self.connection, plan=self.plan, run=self.run, n=self.batch, now=self.now(), part=self.part
        )

    def _send(self, claimed: Sequence[Operation]) -> None:
        """Send what is claimed and write down what came of it, whatever it was. Raises what the caller acts upon."""
        self.pace.wait(self.connection, len(claimed))
        self.tally.calls += 1
        try:
            told = self.target.send([operation.write for operation in claimed])
        except Uncertain as error:
            self._write(operations.results(claimed, UNKNOWN, error.kalimat))
            raise
        except (TryAgain, Stop) as error:
            self._write(operations.results(claimed, SEALED, error.kalimat))
            raise
        except DataError as error:
            self._not_understood(claimed, error)
            return
        self._write(answers.read(claimed, told))

    def _not_understood(self, claimed: Sequence[Operation], error: DataError) -> None:
        """Send fewer at a time until the one at fault stands alone: its neighbours are none the worse for it."""
        if len(claimed) > 1:
            self._write(operations.results(claimed, SEALED, error.kalimat))
            self.batch = len(claimed) // 2
            return
        self._write(operations.results(claimed, REFUSED, error.kalimat))
        raise error

    def _write(self, results: Sequence[Result]) -> None:
        def written() -> list[tuple[int, int]]:
            return operations.resolve(self.connection, results, run=self.run, now=self.now())

        counts = again(self.connection, written)
        self.connection.commit()
        for status, n in counts:
            self.tally.became(status, n)
        if any(status in (7, 8) and n for status, n in counts):
            self._check_pause()

    def _settle(self) -> bool:
        before = self.tally.lapsed
        found = settle_unknown(
            self.connection,
            self.target,
            self.plan,
            run=self.run,
            now=self.now,
            pace=self.pace,
            tally=self.tally,
        )
        self.tally.unknown = max(self.tally.unknown - found, 0)
        if self.tally.lapsed > before:
            self._check_pause()
        return found > 0

    def _wait_for_others(self) -> bool:
        """Nothing can be claimed: read what is unknown, else wait for those that have something in flight."""
        standing = operations.standing(self.connection, plan=self.plan, run=self.run, part=self.part)
        self.connection.commit()
        if standing.mine:
            return self._settle()
        if standing.jeda or standing.closed:
            raise Stop(
                f"Rencana {self.plan} berhenti: {standing.jeda or 'sudah ditutup.'}",
                langkah=f"Periksa sebabnya, lalu «selaras kirim --rencana {self.plan} --lanjut» atau --tutup ALASAN.",
            )
        if standing.sealed == 0:
            return False
        if operations.orphans(self.connection, plan=self.plan, run=self.run, now=self.now()):
            self.connection.commit()
            return True
        self.connection.commit()
        self.idle += 1
        if self.idle > IDLE:
            raise Postponed("Masih ada operasi yang dipegang proses lain; jalankan lagi sesudah proses itu selesai.")
        self.pace.sleep(random.uniform(0.05, 0.25))  # noqa: S311 - jitter, no secret
        return True

    def _patiently(self, work: Callable[[], bool]) -> bool:
        """Do it again after a pause while the target only asks for patience; a success begins the count anew."""
        retrying = Retrying(
            retry=retry_if_exception(lambda error: isinstance(error, TryAgain) and not isinstance(error, Postponed)),
            wait=self._patience,
            stop=stop_after_attempt(TIRED),
            sleep=self.pace.sleep,
            reraise=True,
        )
        return retrying(work)

    def _patience(self, state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        asked = (error.after or 0.0) if isinstance(error, TryAgain) else 0.0
        if asked > LONGEST:
            raise Postponed(f"e-Kinerja meminta menunggu {asked / 60:.0f} menit; jalankan lagi sesudah itu.")
        if asked:
            self.pace.hold(self.connection, asked)
        return max(asked, float(_backoff(state)))

    def _check_pause(self) -> None:
        limits = {"plan": self.plan, "rows": PAUSE_ROWS, "share": PAUSE_SHARE}
        self.connection.execute(_sql("pause"), limits)
        self.connection.commit()

    def _pause(self, sebab: str) -> None:
        self.connection.rollback()
        self.connection.execute(
            "UPDATE plan SET jeda = %s WHERE id = %s AND jeda IS NULL AND ditutup IS NULL", (sebab, self.plan)
        )
        self.connection.commit()

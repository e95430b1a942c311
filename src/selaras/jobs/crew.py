"""The workers of one command on one plan: threads, each with a connection, a target and a run of its own."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import reduce
from operator import add
from threading import Event, Lock

from psycopg.conninfo import make_conninfo

from selaras.apply.pace import Pace
from selaras.apply.services import School, work
from selaras.apply.tally import Tally
from selaras.config import clock
from selaras.connectors.target import Target
from selaras.database import connect
from selaras.galat import Postponed
from selaras.intake.services import RULES_VERSION
from selaras.jobs.folder import Folder, actor
from selaras.ledger import services as ledger


@dataclass(slots=True)
class Crew:
    """Whoever works on a plan for one command. `progress` is told the sum of what all have done."""

    folder: Folder
    opener: Callable[[], Target]
    pace: Pace
    plan: int
    progress: Callable[[Tally], None]
    tallies: dict[int, Tally] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)
    stop: Event = field(default_factory=Event)

    def send(self, workers: int) -> Tally:
        """Let so many workers carry out the plan, and add up what they did."""
        with ThreadPoolExecutor(max_workers=workers) as pool:
            futures = [pool.submit(self._worker, None) for _ in range(workers)]
            return self._sum(futures)

    def send_part(self, sekolah: int | None) -> Tally:
        """Carry out the operations of one school, None: of no school."""
        return self._worker(School(sekolah))

    def _sum(self, futures: list[Future[Tally]]) -> Tally:
        try:
            return reduce(add, [future.result() for future in futures])
        except BaseException:
            self.stop.set()  # the others end after the call that is under way
            raise

    def _worker(self, part: School | None) -> Tally:
        with connect(address(self.folder), application_name="selaras kirim") as connection:
            run = ledger.run_begin(
                connection,
                verb="kirim",
                actor=actor(),
                rules_version=RULES_VERSION,
                now=clock.now(),
                sasaran=f"rencana {self.plan}",
            )
            tally = work(
                connection,
                self.opener(),
                self.plan,
                run=run,
                now=clock.now,
                pace=self.pace,
                progress=lambda tally: self._tell(run, tally),
                part=part,
            )
            hasil = "selesai" if tally.berhenti is None else f"berhenti: {type(tally.berhenti).__name__}"
            ledger.run_end(connection, run, hasil=hasil, per=clock.today(), now=clock.now())
            return tally

    def _tell(self, run: int, tally: Tally) -> None:
        with self.lock:
            self.tallies[run] = tally
            self.progress(reduce(add, self.tallies.values(), Tally()))
        if self.stop.is_set():
            raise Postponed("Dihentikan; lanjutkan dengan perintah yang sama.")


def address(folder: Folder) -> str:
    """Give the address of the folder's database, for a connection of its own."""
    info = folder.connection.info
    return make_conninfo(info.dsn, password=info.password) if info.password else info.dsn

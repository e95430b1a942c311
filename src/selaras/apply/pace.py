"""How fast a target may be spoken to: one budget for all workers (GCRA), and hours in which it is left alone.

A call reserves the next slot by one UPDATE and sleeps until it has come. Slots lie `langkah` apart, a little random so
that workers do not march in step; who wakes up too late for his slot takes another one, so that calls never bunch.
"""

from __future__ import annotations

import datetime as dt
import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import psycopg

from selaras.galat import Postponed
from selaras.ledger.queries import Queries

SETTING = "laju"  # in instansi.pengaturan: {"operasi_per_detik": 200, "panggilan_per_detik": 2}
JITTER = 0.04  # of a step, on top: the budget is never passed, and reached to 98 %
LATE = 0.02  # seconds after its slot that a call may still go out
_sql = Queries(__file__)


def always_open(moment: dt.datetime) -> dt.datetime | None:
    """Know no quiet hours."""
    del moment
    return None


@dataclass(frozen=True, slots=True)
class Pace:
    """The budget of one target, and when it rests. None means no limit."""

    instansi: int
    connector: str
    operations: float | None = None  # a second
    calls: float | None = None  # a second
    quiet_until: Callable[[dt.datetime], dt.datetime | None] = always_open
    sleep: Callable[[float], None] = time.sleep

    def open(self, moment: dt.datetime) -> None:
        """Raise `Postponed` in quiet hours."""
        until = self.quiet_until(moment)
        if until:
            raise Postponed(f"Sedang jam tenang; pengiriman dilanjutkan sesudah {until:%H:%M}.")

    def wait(self, connection: psycopg.Connection, operations: int = 0) -> None:
        """Sleep until this call may go out. Commits: nobody waits for a sleeper."""
        step = self._step(operations)
        if step == 0:
            return
        while True:
            due = time.monotonic() + self._reserve(connection, step * (1 + random.random() * JITTER))  # noqa: S311 - jitter, no secret
            connection.commit()
            if due > time.monotonic():
                self.sleep(due - time.monotonic())
            if time.monotonic() - due <= max(LATE, step):
                return

    def hold(self, connection: psycopg.Connection, seconds: float) -> None:
        """Let every worker wait: the target asked for it. Commits."""
        if self._step(1):
            self._reserve(connection, seconds)
        connection.commit()

    def _step(self, operations: int) -> float:
        by_operations = operations / self.operations if self.operations else 0.0
        return max(by_operations, 1 / self.calls if self.calls else 0.0)

    def _reserve(self, connection: psycopg.Connection, step: float) -> float:
        names = {"instansi": self.instansi, "connector": self.connector, "langkah": dt.timedelta(seconds=step)}
        row = connection.execute(_sql("reserve"), names).fetchone()
        return float(row[0]) if row else 0.0


def pace_of(
    settings: Mapping[str, Any],
    *,
    instansi: int,
    connector: str,
    quiet_until: Callable[[dt.datetime], dt.datetime | None] = always_open,
) -> Pace:
    """Read the budget from the settings of an instansi.

    >>> pace_of({"laju": {"operasi_per_detik": 50}}, instansi=1, connector="x").operations
    50.0
    """
    kept = settings.get(SETTING) or {}
    operations, calls = kept.get("operasi_per_detik"), kept.get("panggilan_per_detik")
    return Pace(
        instansi,
        connector,
        float(operations) if operations else None,
        float(calls) if calls else None,
        quiet_until,
    )

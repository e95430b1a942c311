"""Real worker processes, and waiting for what they do."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

HARI = "2025-01-06"
START = "from selaras.cli.main import main; main()"


class Pekerja:
    """One `selaras worker` in a process of its own, beating every second."""

    def __init__(self, dsn: str, folder: Path, *words: str) -> None:
        env = {**os.environ, "DATABASE_URL": dsn, "SELARAS_DATA": str(folder), "SELARAS_HARI_INI": HARI}
        self.log = folder / f"pekerja-{time.monotonic_ns()}.log"
        folder.mkdir(parents=True, exist_ok=True)
        with self.log.open("wb") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-c", START, "worker", "--detak", "1", *words], env=env, stdout=out, stderr=out
            )

    def kirim(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    def tunggu(self, detik: float = 60) -> int:
        """Wait for its end and give its exit code (-9: killed)."""
        return self.process.wait(detik)

    @property
    def kata(self) -> str:
        return self.log.read_text(encoding="utf-8")


@contextmanager
def pekerja(dsn: str, folder: Path, *words: str) -> Iterator[Pekerja]:
    """Have a worker; it is gone after the block, however that ends."""
    one = Pekerja(dsn, folder, *words)
    try:
        yield one
    finally:
        if one.process.poll() is None:
            one.process.kill()
            one.process.wait(10)


def sampai(benar: Callable[[], Any], detik: float = 60) -> Any:
    """Wait until something holds and give it."""
    end = time.monotonic() + detik
    while time.monotonic() < end:
        found = benar()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f"not within {detik} s")


class Antrean:
    """Looking at the queue from outside, always as it stands committed."""

    def __init__(self, dsn: str) -> None:
        self.db = psycopg.connect(dsn, autocommit=True)

    def semua(self, query: str, *params: object) -> list[Any]:
        return self.db.execute(query, params or None).fetchall()  # type: ignore[arg-type]

    def satu(self, query: str, *params: object) -> Any:
        return self.semua(query, *params)[0]

    def pekerjaan(self) -> list[tuple[str, str]]:
        """Give (task, status) of what is in the queue, without beats."""
        return self.semua(
            "SELECT task_name, status::text FROM procrastinate_jobs WHERE task_name <> 'detak' ORDER BY id"
        )

    def menunggu_kunci(self) -> int:
        """Count sessions that wait for a lock that the test holds."""
        return int(
            self.satu(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
            )[0]
        )

    @contextmanager
    def tertahan(self, tabel: str) -> Iterator[None]:
        """Hold a table, so that whoever writes to it stands still exactly there."""
        with psycopg.connect(self.db.info.dsn, password=self.db.info.password or None) as holder:
            holder.execute(f"LOCK TABLE {tabel} IN EXCLUSIVE MODE".encode())
            yield
            holder.rollback()

"""How far a run has come, for everybody who asks: one small row, written at most once a second.

The row says nothing about whether the run still lives; a session lock does, and the server lets go of it with the
process, however that ends. The connection is one of its own, so that the row is seen while the run's transaction goes
on.
"""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from selaras.database import connect
from selaras.ledger.queries import Queries

LOCK = 7_350_001  # class of the advisory locks that say that a row's process lives; the object is its id
EVERY = 1.0  # seconds

_sql = Queries(__file__)


class Progress:
    """The progress of one run. Calling it is cheap: most calls write nothing."""

    def __init__(self, connection: psycopg.Connection, row: int) -> None:
        """Take a connection in autocommit that nobody else uses, and the row to write."""
        self._connection = connection
        self._row = row
        self._stage = ""
        self._written = 0.0

    def stage(self, tahap: str, jumlah: int | None = None) -> None:
        """Say that another stage begins, and of how many things it consists where that is known."""
        self._stage = tahap
        self._write(0, jumlah)

    def __call__(self, sudah: int, jumlah: int | None = None) -> None:
        """Say how much of the stage is done."""
        if time.monotonic() - self._written >= EVERY or sudah == jumlah:
            self._write(sudah, jumlah)

    def _write(self, sudah: int, jumlah: int | None) -> None:
        self._written = time.monotonic()
        values = {"id": self._row, "tahap": self._stage, "sudah": sudah, "jumlah": jumlah}
        self._connection.execute(_sql("progress_write"), values)


@contextmanager
def progress(dsn: str, *, run: int, pekerjaan: str, job: int | None = None) -> Iterator[Progress]:
    """Keep the progress of a run as long as the block lasts; a killed process leaves its row, without the lock."""
    with connect(dsn, autocommit=True, application_name="selaras kemajuan") as connection:
        connection.execute("DELETE FROM kemajuan WHERE job_id = %s OR diperbarui < now() - interval '1 day'", (job,))
        names = {"run": run, "job": job, "pekerjaan": pekerjaan, "mesin": socket.gethostname(), "pid": os.getpid()}
        row = connection.execute(_sql("progress_begin"), {**names, "kelas": LOCK}).fetchone()
        number = int(row[0]) if row else 0
        try:
            yield Progress(connection, number)
        finally:
            if not connection.closed:
                connection.execute("DELETE FROM kemajuan WHERE id = %s", (number,))

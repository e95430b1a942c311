"""The staging table of a session, filled anew for every chunk."""

from __future__ import annotations

from collections.abc import Iterable

import psycopg

from selaras.intake.batch import Batch
from selaras.intake.encode import COPY_OPTIONS


def fill(connection: psycopg.Connection, batch: Batch, bodies: Iterable[bytes]) -> None:
    """Put these rows in the place of those before."""
    with connection.cursor() as cursor:
        if batch.staged:
            cursor.execute("TRUNCATE stg")
        batch.staged = True
        with cursor.copy(f"COPY stg FROM STDIN {COPY_OPTIONS}") as copy:
            for body in bodies:
                copy.write(body)

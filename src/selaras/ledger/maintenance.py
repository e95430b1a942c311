"""What the planner needs to be told.

ANALYZE after every bulk write: its absence turned 5 s into 560 s in a trial. Within the transaction of an import there
are no statistics yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg import sql


def analyze(connection: psycopg.Connection, *tables: str) -> None:
    """Refresh the planner's statistics of tables that were just written in bulk."""
    for table in tables:
        connection.execute(sql.SQL("ANALYZE {}").format(sql.Identifier(table)))


@contextmanager
def row_by_row(connection: psycopg.Connection) -> Iterator[None]:
    """Look every row of a few up in the index: without statistics the planner would read all records for them."""
    for way in ("hashjoin", "mergejoin", "seqscan"):
        connection.execute(f"SET LOCAL enable_{way} = off".encode())
    yield
    for way in ("hashjoin", "mergejoin", "seqscan"):
        connection.execute(f"SET LOCAL enable_{way} = DEFAULT".encode())

"""A small pool of connections for whatever answers requests in threads."""

from __future__ import annotations

from typing import Any

import psycopg
from psycopg_pool import ConnectionPool

PATIENCE = 10.0  # seconds that a request waits for a connection


def open_pool(dsn: str, *, name: str, size: int) -> ConnectionPool[psycopg.Connection[tuple[Any, ...]]]:
    """Open a pool of at most `size` connections that PostgreSQL shows under this name; dead ones are replaced.

    One dead connection means that the server was restarted: all are replaced at once, since the pool waits longer and
    longer between one dead connection and the next.
    """

    def check(connection: psycopg.Connection[tuple[Any, ...]]) -> None:
        try:
            ConnectionPool.check_connection(connection)
        except psycopg.OperationalError:
            pool.drain()
            raise

    pool = ConnectionPool(
        dsn,
        min_size=1,
        max_size=size,
        timeout=PATIENCE,
        check=check,
        kwargs={"application_name": name},
        open=True,
    )
    return pool

"""A small pool of connections for whatever answers requests in threads."""

from __future__ import annotations

from typing import Any

import psycopg
from psycopg_pool import ConnectionPool

PATIENCE = 10.0  # seconds that a request waits for a connection


def open_pool(dsn: str, *, name: str, size: int) -> ConnectionPool[psycopg.Connection[tuple[Any, ...]]]:
    """Open a pool of at most `size` connections that PostgreSQL shows under this name; dead ones are replaced."""
    return ConnectionPool(
        dsn,
        min_size=1,
        max_size=size,
        timeout=PATIENCE,
        check=ConnectionPool.check_connection,
        kwargs={"application_name": name},
        open=True,
    )

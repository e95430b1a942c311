"""Counting attempts in PostgreSQL, so that all workers of the server count together. What is counted is kept hashed."""

from __future__ import annotations

import datetime as dt
import hashlib

import psycopg

_KEPT = dt.timedelta(days=1)


def attempt(connection: psycopg.Connection, *parts: str, most: int, within: dt.timedelta, now: dt.datetime) -> bool:
    """Count one attempt at what `parts` name, and say whether it is still among the first `most` of the time `within`.

    The caller commits before it checks anything, so that an attempt counts however the check ends.
    """
    row = connection.execute(
        "INSERT INTO ac_percobaan AS p(kunci, sejak, banyak) VALUES (%(key)s, %(now)s, 1) "
        "ON CONFLICT (kunci) DO UPDATE SET banyak = CASE WHEN p.sejak > %(since)s THEN p.banyak + 1 ELSE 1 END, "
        "sejak = CASE WHEN p.sejak > %(since)s THEN p.sejak ELSE %(now)s END RETURNING banyak",
        {"key": _key(parts), "now": now, "since": now - within},
    ).fetchone()
    return row is not None and row[0] <= most


def forget(connection: psycopg.Connection, *parts: str, now: dt.datetime) -> None:
    """Begin counting anew after a success, and drop what has become old."""
    connection.execute("DELETE FROM ac_percobaan WHERE kunci = %s OR sejak < %s", (_key(parts), now - _KEPT))


def _key(parts: tuple[str, ...]) -> bytes:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest()

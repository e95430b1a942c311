"""What a position was derived from, as one word: the same word again means that there is nothing to derive anew."""

from __future__ import annotations

import hashlib

import psycopg

from selaras.ledger.queries import Queries
from selaras.ledger.scope import Scope

_sql = Queries(__file__, "sql_keadaan")
_ROOT = Queries(__file__).folder.parent.parent


def stamp(connection: psycopg.Connection, scope: Scope) -> str:
    """Sum up data, decisions, settings, day and rules of a scope."""
    row = connection.execute(_sql("stamp"), scope.params).fetchone()
    return f"{scope.tahun}:{row[0] if row else ''}:{rules()}"


def last_stamp(connection: psycopg.Connection, scope: Scope) -> str | None:
    """Return the stamp of the last derivation of this year."""
    row = connection.execute(
        "SELECT cap FROM run WHERE cap LIKE %s ORDER BY id DESC LIMIT 1", (f"{scope.tahun}:%",)
    ).fetchone()
    return row[0] if row else None


def rules() -> str:
    """Digest the queries and catalogues themselves: a new version of Selaras derives anew."""
    mark = hashlib.blake2b(digest_size=8)
    for folder in ("link/sql", "check/sql", "check/sql_kerja", "ledger/sql_keadaan", "ledger/data"):
        for file in sorted((_ROOT / folder).glob("*.*")):
            mark.update(file.read_bytes())
    return mark.hexdigest()

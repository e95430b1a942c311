"""The ledger's own verbs: a run begins and ends, entries get their keadaan, the books are balanced."""

from __future__ import annotations

import datetime as dt

import psycopg

from selaras.ledger.maintenance import analyze
from selaras.ledger.queries import Queries, execute_each
from selaras.ledger.scope import Scope

_sql = Queries(__file__, "sql_keadaan")


def run_begin(
    connection: psycopg.Connection,
    *,
    verb: str,
    actor: str,
    rules_version: int,
    now: dt.datetime,
    sasaran: str | None = None,
) -> int:
    """Note that a command begins; committed at once, so that a killed command leaves its trace."""
    row = connection.execute(
        "INSERT INTO run(verb, actor, rules_version, started, sasaran) VALUES (%s, %s, %s, %s, %s) RETURNING id",
        (verb, actor, rules_version, now, sasaran),
    ).fetchone()
    connection.commit()
    if row is None:
        raise RuntimeError("INSERT ... RETURNING gave no row")
    return int(row[0])


def run_end(
    connection: psycopg.Connection,
    run: int,
    *,
    hasil: str,
    per: dt.date | None,
    now: dt.datetime,
    kalimat: str | None = None,
) -> None:
    """Note how a command ended, what people are told of it, and of which day its data are."""
    connection.execute(
        "UPDATE run SET ended = %s, hasil = %s, per = %s, kalimat = coalesce(%s, kalimat) WHERE id = %s",
        (now, hasil, per, kalimat, run),
    )
    connection.commit()


def derive(connection: psycopg.Connection, scope: Scope) -> None:
    """Derive the keadaan of every entry of the scope from the stored facts."""
    connection.execute(_sql("exclude"), scope.params)
    execute_each(connection, _sql("derive"), scope.params)
    analyze(connection, "entry")
    execute_each(connection, _sql("recorded"), scope.params)

"""The seal: one word for all that was sealed."""

from __future__ import annotations

import psycopg

from selaras.galat import DataError
from selaras.ledger.queries import Queries

_sql = Queries(__file__)


def digest(connection: psycopg.Connection, plan_id: int) -> str:
    """Sum up a plan as it is stored now. Equal to `plan.digest` as long as nobody touched it."""
    row = connection.execute(_sql("digest"), {"plan": plan_id}).fetchone()
    if row is None:
        raise DataError(f"Rencana nomor {plan_id} tidak ada.", langkah="Lihat rencana: selaras rencana --lihat.")
    return str(row[0])

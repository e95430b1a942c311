"""A number that was mended: the same NIK under a new NIP in a newer file of PMM takes the place of the old account.

PMM withdraws nothing by absence, since a school may send a part. But a row that the file no longer shows, while the
same NIK stands in it under another number, was mended: its account and records step back, the history keeps them.
"""

from __future__ import annotations

from collections.abc import Container

import psycopg

from selaras.intake.batch import Batch
from selaras.ledger.queries import Queries

_sql = Queries(__file__)


def retire(connection: psycopg.Connection, batch: Batch, unseen: Container[str]) -> int:
    """Let mended accounts step back. `unseen` holds the raw hashes of known rows that this file did not show."""
    found = connection.execute(_sql("mended"), batch.params).fetchall()
    old = [account for account, raw_hash in found if raw_hash in unseen]
    if old:
        connection.execute("UPDATE akun SET usang = true WHERE id = ANY(%s)", (old,))
        connection.execute(
            "UPDATE record SET gone_batch = %s WHERE akun_id = ANY(%s) AND gone_batch IS NULL", (batch.id, old)
        )
    return len(old)

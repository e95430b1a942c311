"""What was refused is not sent again until something changed, or a person says that it was dealt with.

A refusal is mostly about master data: waiting for the value itself to change would be waiting for ever.
"""

from __future__ import annotations

import psycopg

from selaras.galat import DataError
from selaras.ledger.queries import Queries
from selaras.ledger.scope import Scope

_sql = Queries(__file__)


def release(connection: psycopg.Connection, scope: Scope) -> None:
    """Let refusals go whose person, period, unit or head changed since. In the transaction of the caller."""
    connection.execute(_sql("release"), scope.params)


def handled(
    connection: psycopg.Connection, scope: Scope, *, oleh: str, alasan: str, sekolah: int | None, orang: int | None
) -> int:
    """Let refusals of a school or a person (None: of all) go because a person dealt with their cause.

    Returns the number of entries. In the transaction of the caller. Raises `DataError` without a reason.
    """
    if not alasan.strip():
        raise DataError("Apa yang sudah ditangani belum disebut.", langkah='Misalnya "periode sudah dibuat".')
    said = f"{oleh}: {alasan.strip()}"
    row = connection.execute(
        _sql("handled"), scope.params | {"sekolah": sekolah, "orang": orang, "alasan": said}
    ).fetchone()
    return int(row[0]) if row else 0

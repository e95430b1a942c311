"""Rows into a table by COPY, as mappings or as tuples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg import sql

from selaras.galat import DataError

Baris = Mapping[str, Any] | Sequence[Any]


def copy_rows(connection: psycopg.Connection[Any], table: str, fields: Sequence[str], rows: Iterable[Baris]) -> int:
    """Copy the rows into these columns, ANALYZE the table, and return how many there were.

    What a mapping lacks and what a shorter tuple leaves out is NULL.
    """
    number = 0
    names = sql.SQL(", ").join(map(sql.Identifier, fields))
    with (
        connection.cursor() as cursor,
        cursor.copy(sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), names)) as copy,
    ):
        for row in rows:
            copy.write_row(_cells(row, fields))
            number += 1
    connection.execute(sql.SQL("ANALYZE {}").format(sql.Identifier(table)))
    return number


@contextmanager
def rules_named() -> Iterator[None]:
    """Turn what the database refuses of rehearsal data into a `DataError` with rule and table, never the value."""
    try:
        yield
    except (psycopg.errors.IntegrityError, psycopg.errors.DataError) as error:
        diag = error.diag
        raise DataError(
            f"Data latihan tidak dapat dimuat: melanggar aturan {diag.constraint_name or diag.sqlstate} "
            f"pada tabel {diag.table_name or 'sementara'}.",
            langkah="Perbaiki data itu, lalu muat lagi.",
        ) from None


def _cells(row: Baris, fields: Sequence[str]) -> Sequence[Any]:
    if isinstance(row, Mapping):
        return [row.get(name) for name in fields]
    return [*row, *[None] * (len(fields) - len(row))]

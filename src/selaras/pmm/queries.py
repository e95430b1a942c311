"""Named SQL lives in files beside the modules; the room stands below `ledger`, so it reads them itself."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, LiteralString

import psycopg
from psycopg.rows import dict_row

Connection = psycopg.Connection[Any]
Row = dict[str, Any]


@cache
def sql(folder: str, name: str) -> LiteralString:
    """Return the text of `folder/name.sql` of this room."""
    return (Path(__file__).parent / folder / f"{name}.sql").read_text(encoding="utf-8")


def rows(connection: Connection, folder: str, name: str, params: Mapping[str, object]) -> list[Row]:
    """Run a named query and return its rows by column name."""
    with connection.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(sql(folder, name), params).fetchall()

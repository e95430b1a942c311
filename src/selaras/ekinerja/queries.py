"""Named SQL lives in files beside the modules; the room stands below `ledger`, so it reads them itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, LiteralString

import psycopg

_WAYS = ("hashjoin", "mergejoin", "seqscan")


@cache
def sql(folder: str, name: str) -> LiteralString:
    """Return the text of `folder/name.sql` of this room."""
    return (Path(__file__).parent / folder / f"{name}.sql").read_text(encoding="utf-8")


@contextmanager
def row_by_row(connection: psycopg.Connection[Any]) -> Iterator[None]:
    """Look every row of a call up in the indexes, whatever the statistics say.

    Between a first load and the next ANALYZE the planner takes the tables for empty and would join them whole: 49 s
    instead of 0.1 s for 1000 keys.
    """
    _let(connection, "off")
    yield
    _let(connection, "on")


def _let(connection: psycopg.Connection[Any], value: str) -> None:
    connection.execute(
        "SELECT set_config('enable_' || way, %s, true) FROM unnest(%s::text[]) AS way", (value, list(_WAYS))
    )

"""The people of one school as the template for the school needs them."""

from __future__ import annotations

from typing import Any

import psycopg
from psycopg.rows import dict_row

from selaras.ledger.queries import Queries

_sql = Queries(__file__)


def roster(connection: psycopg.Connection, *, sekolah: int, tahun: int) -> list[dict[str, Any]]:
    """List the people of a school with what PMM has said of their ratings already."""
    with connection.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(_sql("roster"), {"sekolah": sekolah, "tahun": tahun}).fetchall()

"""The people of one school, and what PMM says of them already: what a template for the school is made of."""

from __future__ import annotations

import psycopg
from psycopg.rows import class_row

from selaras.ledger.queries import Queries
from selaras.monitoring.orang import OrangSekolah

_sql = Queries(__file__)


def roster(connection: psycopg.Connection, *, sekolah: int, tahun: int) -> list[OrangSekolah]:
    """List the people of a school with what PMM has said of their SKP and ratings of a year."""
    with connection.cursor(row_factory=class_row(OrangSekolah)) as cursor:
        return cursor.execute(_sql("roster"), {"sekolah": sekolah, "tahun": tahun}).fetchall()


def school_name(connection: psycopg.Connection, *, sekolah: int) -> str:
    """Return the name of a school, its NPSN when no file has named it."""
    row = connection.execute("SELECT coalesce(nama, npsn) FROM sekolah WHERE id = %s", (sekolah,)).fetchone()
    return str(row[0]) if row else ""

"""Reading what was refused and still holds something up."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg.rows import class_row

from selaras.ledger.queries import Queries

_sql = Queries(__file__)


@dataclass(frozen=True, slots=True)
class Ditolak:
    """One message and what it holds up. `di`: some of the schools."""

    pesan: str
    kode: str | None
    isian: int
    orang: int
    sekolah: int
    pada: dt.datetime | None
    di: list[str] | None


def refused(
    connection: psycopg.Connection[Any], *, instansi: int, tahun: int, plan: int | None = None, limit: int = 50
) -> list[Ditolak]:
    """List the messages of refusals that were not let go, the one that holds up most first."""
    values = {"instansi": instansi, "tahun": tahun, "plan": plan, "batas": limit}
    with connection.cursor(row_factory=class_row(Ditolak)) as cursor:
        return cursor.execute(_sql("refused"), values).fetchall()

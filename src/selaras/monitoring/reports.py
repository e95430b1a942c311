"""What was read: how old each kind of report is, and the rows that could not be read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg.rows import dict_row

from selaras.ledger.queries import Queries

_sql = Queries(__file__)


@dataclass(frozen=True, slots=True)
class Umur:
    """One kind of report: its title, the newest day of its data and how many days ago that was."""

    jenis: str
    per: dt.date
    hari: int
    berkas: int
    dibaca: int
    ditolak: int


def ages(connection: psycopg.Connection, *, instansi: int, titles: Mapping[str, str], today: dt.date) -> list[Umur]:
    """List the kinds of reports that stand, the freshest first. `titles` names connectors for people."""
    rows = connection.execute(_sql("ages"), {"instansi": instansi})
    return [
        Umur(titles.get(str(name), str(name)), per, (today - per).days, files, read or 0, refused or 0)
        for name, per, files, read, refused in rows
    ]


def data_days(connection: psycopg.Connection, *, instansi: int) -> list[dt.date]:
    """List the days on which the position was derived, the newest first."""
    rows = connection.execute(
        "SELECT DISTINCT per FROM run WHERE per IS NOT NULL "
        "AND id IN (SELECT run_id FROM batch WHERE instansi_id = %s) "
        "ORDER BY per DESC",
        (instansi,),
    )
    return [row[0] for row in rows]


def rejected(connection: psycopg.Connection, *, run: int, most: int, skip: int = 0) -> list[dict[str, Any]]:
    """List the rows of a run that could not be read; `semua` says how many there are in all."""
    with connection.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(_sql("rejected"), {"run": run, "banyak": most, "lewati": skip}).fetchall()


def sources_sentence(kurang: list[str], *, per: str, hari: int | None) -> str:
    """Say what is missing and how old the data are.

    >>> sources_sentence(["peta UNOR"], per="6 Januari 2025", hari=3)
    'belum ada: peta UNOR; data ditarik 6 Januari 2025, 3 hari lalu'
    >>> sources_sentence([], per="", hari=None)
    'semua laporan sudah ada'
    """
    parts = [f"belum ada: {'; '.join(kurang)}" if kurang else "semua laporan sudah ada"]
    if hari is not None:
        ago = "hari ini" if hari == 0 else f"{hari} hari lalu" if hari > 0 else "tanggal di depan hari ini"
        parts.append(f"data ditarik {per}, {ago}")
    return "; ".join(parts)

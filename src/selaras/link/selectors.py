"""Reading what people decide about: two accounts beside each other, units and the schools that they may be."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import psycopg
from psycopg.rows import dict_row

from selaras.ledger.queries import Queries

_sql = Queries(__file__, "sql_putusan")
Row = dict[str, Any]


def accounts(connection: psycopg.Connection, *, akun: Iterable[int]) -> dict[int, Row]:
    """Return accounts in reach by their number; identifiers are whole, whoever shows them masks them."""
    return {row["id"]: row for row in _rows(connection, "akun", {"akun": list(akun)})}


def units(
    connection: psycopg.Connection, *, instansi: int, jenis: str = "", nama: str = "", most: int = 25, skip: int = 0
) -> list[Row]:
    """List units: 'belum' without a school, 'diputuskan' by a person, '' all; `semua` says how many there are."""
    wanted = {"jenis": jenis, "nama": _within(nama), "nomor": None, "banyak": most, "lewati": skip}
    return _rows(connection, "unor", {"instansi": instansi, **wanted})


def unit(connection: psycopg.Connection, *, instansi: int, unor: int) -> Row | None:
    """Return one unit in reach with the school that it is."""
    wanted = {"jenis": "", "nama": None, "nomor": unor, "banyak": 1, "lewati": 0}
    return next(iter(_rows(connection, "unor", {"instansi": instansi, **wanted})), None)


def schools(connection: psycopg.Connection, *, instansi: int, cari: str, most: int = 20) -> list[Row]:
    """Find schools by part of their name, or by NPSN."""
    wanted = {"nama": _within(cari), "npsn": cari, "banyak": most}
    return _rows(connection, "sekolah", {"instansi": instansi, **wanted}) if cari else []


def _within(text: str) -> str | None:
    plain = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{plain}%" if plain else None


def _rows(connection: psycopg.Connection, name: str, params: dict[str, Any]) -> list[Row]:
    with connection.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(_sql(name), params).fetchall()

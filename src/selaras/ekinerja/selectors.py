"""Reading the built-in e-Kinerja: the reports as the real ones give them, references and the log."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

import psycopg
from psycopg.rows import dict_row

from selaras.ekinerja.queries import sql
from selaras.ekinerja.selectors_baca import baca

__all__ = ["baca", "laporan_penilaian", "laporan_skp", "log", "referensi_periode", "rhk", "unor"]

Connection = psycopg.Connection[Any]
Row = dict[str, Any]


def referensi_periode(connection: Connection, *, instansi: int) -> list[Row]:
    """Return Manajemen Periode in the fields of referensi/periode; tahun None where a period counts for every year."""
    return list(_rows(connection, "periode", {"instansi": instansi}))


def laporan_skp(connection: Connection, *, instansi: int, tahun: int) -> list[Row]:
    """Return the rows of laporan/skp/{tahun}: the live SKP, all values text."""
    return list(_rows(connection, "laporan_skp", {"instansi": instansi, "tahun": tahun}))


def laporan_penilaian(
    connection: Connection, *, instansi: int, tahun: int, periode_id: str, nip: str | None = None
) -> list[Row]:
    """Return the rows of laporan/penilaian/{tahun}/{periode_id}[?nip=], all values text; none for an unknown id."""
    try:
        wanted = UUID(periode_id)
    except ValueError:
        return []
    params = {"instansi": instansi, "tahun": tahun, "periode": wanted, "nip": nip}
    return list(_rows(connection, "laporan_penilaian", params))


def unor(connection: Connection, *, instansi: int) -> list[Row]:
    """Return the units as ref-unor lists them: id, nama_unor, induk (the unit above), aktif '1' or '0'."""
    return list(_rows(connection, "unor", {"instansi": instansi}))


def log(connection: Connection, *, instansi: int, tahun: int | None = None, hasil: str | None = "ditolak") -> list[Row]:
    """Return Log Sinkronisasi, oldest first: like the real one only refusals, unless another hasil (None: all)."""
    return list(_rows(connection, "log", {"instansi": instansi, "tahun": tahun, "hasil": hasil}))


def rhk(connection: Connection, *, instansi: int, skp_id: str) -> list[Row]:
    """Return the RHK lines of an SKP as they are now."""
    return list(_rows(connection, "rhk", {"instansi": instansi, "skp": UUID(skp_id)}))


def _rows(connection: Connection, query: str, params: Mapping[str, object]) -> Iterator[Row]:
    with connection.cursor(row_factory=dict_row) as cursor:
        for row in cursor.execute(sql("sql_baca", query), params):
            yield {name: value for name, value in row.items() if not name.startswith("_")}

"""The reports row by row, from the server's cursor: as many rows as there are, a few in memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, LiteralString

from selaras.ekinerja.aturan import Connection
from selaras.ekinerja.queries import sql

SEKALI = 2000
_LOG: LiteralString = (
    "SELECT l.nip, coalesce(l.nama, '') AS nama, l.pesan, "
    "to_char(l.waktu AT TIME ZONE 'Asia/Jakarta', 'YYYY-MM-DD HH24:MI:SS') AS waktu FROM ek_log l "
    "WHERE l.instansi_id = %(instansi)s AND l.tahun = %(tahun)s AND l.hasil = 'ditolak' ORDER BY l.id"
)


def laporan(
    connection: Connection, apa: str, params: Mapping[str, Any]
) -> tuple[tuple[str, ...], Iterator[tuple[str, ...]]]:
    """Return the columns of a report ('skp', 'penilaian', 'log') and its rows as text, read within the transaction.

    params: instansi and tahun, for 'penilaian' also periode.
    """
    query = _LOG if apa == "log" else sql("sql_baca", f"laporan_{apa}")
    cursor = connection.cursor(name=f"laporan_{apa}")
    cursor.itersize = SEKALI
    cursor.execute(query, {"nip": None, **params})
    names = [column.name for column in cursor.description or ()]
    shown = [i for i, name in enumerate(names) if not name.startswith("_")]
    return tuple(names[i] for i in shown), _rows(cursor, shown)


def _rows(cursor: Any, shown: list[int]) -> Iterator[tuple[str, ...]]:
    with cursor:
        for row in cursor:
            yield tuple("" if row[i] is None else str(row[i]) for i in shown)

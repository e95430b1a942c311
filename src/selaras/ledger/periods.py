"""Which Tipe Periodik a year is judged by: that of Manajemen Periode when it is of one kind, else the folder's own."""

from __future__ import annotations

import psycopg

from selaras.kinerja import periode

_TYPES = {periode.BULANAN, periode.TRIWULANAN}


def year_slots(connection: psycopg.Connection, *, instansi: int, tahun: int) -> list[int]:
    """List the slots of the year: twelve months or four quarters, and the year itself."""
    tipe = _type(connection, instansi, tahun)
    numbers = range(1, periode.BANYAK[tipe] + 1)
    return [*(periode.slot(tipe, number) for number in numbers), periode.SETAHUN]


def _type(connection: psycopg.Connection, instansi: int, tahun: int) -> int:
    shown = connection.execute(
        "SELECT DISTINCT slot / 100 FROM record WHERE kind = 12 AND tahun IN (0, %s) AND instansi_id = %s "
        "AND gone_batch IS NULL AND slot BETWEEN 101 AND 299",
        (tahun, instansi),
    ).fetchall()
    if len(shown) == 1 and shown[0][0] in _TYPES:
        return int(shown[0][0])
    row = connection.execute("SELECT tipe_periodik FROM instansi WHERE id = %s", (instansi,)).fetchone()
    return periode.parse_tipe(row[0]) if row else periode.TRIWULANAN

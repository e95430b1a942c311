"""Rows that became no record: kept whole in `baris`, with every reason."""

from __future__ import annotations

from collections.abc import Iterable

import orjson
import psycopg

from selaras.connectors.ports import Outside, Reject

_COLUMNS = "batch_id, kelas, sheet, line, codes, alasan, raw, nip, nama, tahun, kind, slot, cakupan, keterangan, place"
_REJECTED, _OUTSIDE = 1, 3


def insert_rows(connection: psycopg.Connection, batch: int, rows: Iterable[Reject | Outside]) -> None:
    """Store rejected rows and rows outside the scope."""
    made = [_reject(batch, row) if isinstance(row, Reject) else _outside(batch, row) for row in rows]
    if not made:
        return
    with connection.cursor() as cursor, cursor.copy(f"COPY baris({_COLUMNS}) FROM STDIN") as copy:
        for row in made:
            copy.write_row(row)


def _reject(batch: int, row: Reject) -> tuple[object, ...]:
    raw = orjson.dumps({key: _clean(value) for key, value in row.raw.items()}).decode()
    return (
        *(batch, _REJECTED, row.sheet, row.line, list(row.codes), _clean(row.reason), raw, row.nip, _clean(row.nama)),
        *(row.tahun, row.kind, row.slot, None, None, None),
    )


def _outside(batch: int, row: Outside) -> tuple[object, ...]:
    return (
        *(batch, _OUTSIDE, row.sheet, row.line, ["X2"], None, None, row.nip, _clean(row.nama), None, None, None),
        *(int(row.cakupan), _clean(row.keterangan), _clean(row.place)),
    )


def _clean(text: str | None) -> str | None:
    """Drop what PostgreSQL cannot store (NUL, lone surrogates)."""
    if text is None:
        return None
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")

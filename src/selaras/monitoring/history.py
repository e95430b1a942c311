"""Everything that is known of one teacher: accounts, links, records with file and row, entries, findings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import psycopg
from psycopg.rows import dict_row

from selaras.kinerja import periode, predikat, rating
from selaras.ledger.keadaan import NUMBERS
from selaras.ledger.queries import Queries

_sql = Queries(__file__, "sql_riwayat")
SIDES = {1: "PMM", 2: "e-Kinerja", 3: "Dapodik", 4: "SIASN", 5: "Dinas"}
KINDS = {1: "pegawai", 2: "SKP", 3: "penilaian", 4: "RHK", 9: "kegiatan", 13: "log"}
RULES = {0: "orang pertama", 1: "NIP sama", 2: "NIK sama", 3: "NUPTK sama", 9: "keputusan"}


def history(connection: psycopg.Connection, *, orang: int, instansi: int) -> dict[str, Any]:
    """Collect it; identifiers are whole, whoever prints masks them."""
    params = {"orang": orang, "instansi": instansi}
    return {
        "akun": [_account(row) for row in _rows(connection, "akun", params)],
        "catatan": [_record(row) for row in _rows(connection, "catatan", params)],
        "entri": [_entry(row) for row in _rows(connection, "entri", params)],
        "perjalanan": [_step(row) for row in _rows(connection, "perjalanan", params)],
        "pengecualian": _rows(connection, "pengecualian", params),
    }


def _rows(connection: psycopg.Connection, name: str, params: Mapping[str, object]) -> list[dict[str, Any]]:
    with connection.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(_sql(name), params).fetchall()


def _account(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "sistem": SIDES[row["sistem"]], "dasar": RULES.get(row["dasar"], "")}


def _record(row: dict[str, Any]) -> dict[str, Any]:
    return {
        **row,
        "sisi": SIDES[row["sisi"]],
        "jenis": KINDS.get(row["jenis"], str(row["jenis"])),
        "periode": slot_name(row["periode"]),
        "hasil": rating.nama(row["hasil"]) if row["hasil"] else None,
        "perilaku": rating.nama(row["perilaku"]) if row["perilaku"] else None,
        "predikat": predikat.nama(row["predikat"]) if row["predikat"] else None,
    }


def _entry(row: dict[str, Any]) -> dict[str, Any]:
    return {
        **row,
        "jenis": KINDS[row["jenis"]],
        "periode": slot_name(row["periode"]),
        "keadaan": NUMBERS.get(row["keadaan"], ""),
    }


def _step(row: dict[str, Any]) -> dict[str, Any]:
    return {
        **_entry({**row, "keadaan": row["menjadi"]}),
        "dari": NUMBERS.get(row["dari"] or 0, "-"),
        "menjadi": NUMBERS[row["menjadi"]],
    }


def slot_name(slot: int) -> str:
    """Name a slot, '' for none.

    >>> slot_name(1203), slot_name(0)
    ('TW3', '')
    """
    return periode.nama(slot % 1000) if slot % 1000 else ""

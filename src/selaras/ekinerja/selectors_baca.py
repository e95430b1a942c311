"""Reading what is held under keys: the read API beside `tulis`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import psycopg
from psycopg.rows import dict_row

from selaras.ekinerja.bungkus import bungkus
from selaras.ekinerja.operasi import tanggal
from selaras.ekinerja.queries import row_by_row, sql
from selaras.galat import DataError
from selaras.kinerja import periode
from selaras.kinerja.putusan import AturanError

TERBANYAK = 1000
Row = dict[str, Any]


def baca(connection: psycopg.Connection[Any], *, instansi: int, kunci: Sequence[Mapping[str, Any]]) -> list[Row]:
    """Return {versi, baris} for each key {jenis, nip, tahun, npsn, mulai, slot}, in their order.

    baris is the row of the report that shows the thing (a rating also with tipe_periodik and angka_periodik); versi 0
    and baris None when nothing is held there. Raises `DataError` for a key that is none and for more than 1000 keys.
    """
    if len(kunci) > TERBANYAK:
        raise DataError(f"Satu panggilan memuat {len(kunci)} kunci; paling banyak {TERBANYAK}.")
    keys = [_key(i, satu) for i, satu in enumerate(kunci)]
    answers: list[Row] = [{"versi": 0, "baris": None} for _ in keys]
    with row_by_row(connection):
        for jenis in ("skp", "penilaian"):
            found = _found(connection, instansi, jenis, [key for key in keys if key["jenis"] == jenis])
            rows = _rows(connection, jenis, list(found.values()))
            for i, what in found.items():
                if what in rows:  # it may have been withdrawn since
                    answers[i] = {"versi": rows[what]["_versi"], "baris": _baris(rows[what])}
    return answers


def _found(connection: psycopg.Connection[Any], instansi: int, jenis: str, keys: Sequence[Row]) -> dict[int, UUID]:
    """Return the id of what is held, by the number of its key."""
    if not keys:
        return {}
    params = {"instansi": instansi, "kunci": bungkus(keys)}
    return {i: what for i, what in connection.execute(sql("sql_baca", f"cari_{jenis}"), params) if what is not None}


def _rows(connection: psycopg.Connection[Any], jenis: str, ids: Sequence[UUID]) -> dict[UUID, Row]:
    """Return the rows of the report by id; looked up apart, so that no plan ever reads the whole report."""
    if not ids:
        return {}
    with connection.cursor(row_factory=dict_row) as cursor:
        return {row["_id"]: row for row in cursor.execute(sql("sql_baca", jenis), {"id": list(ids)})}


def _key(i: int, satu: Mapping[str, Any]) -> Row:
    try:
        key = {"i": i, "jenis": satu["jenis"], "nip": str(satu["nip"]), "tahun": int(satu["tahun"])}
        key["npsn"] = str(satu.get("npsn") or "")
        if satu["jenis"] == "skp":
            return key | {"mulai": tanggal(satu.get("mulai"))}
        if satu["jenis"] != "penilaian":
            raise ValueError
        slot = int(satu["slot"])
        return key | {"slot": slot, "hari": periode.jatuh_tempo(key["tahun"], slot).isoformat()}
    except (KeyError, TypeError, ValueError, AttributeError, AturanError):
        raise DataError("Kunci yang dibaca tidak berbentuk seperti yang dijanjikan.") from None


def _baris(row: Row) -> Row:
    baris = {name: value for name, value in row.items() if not name.startswith("_")}
    if "_slot" in row:
        baris["tipe_periodik"], baris["angka_periodik"] = periode.kolom(row["_slot"])
    return baris

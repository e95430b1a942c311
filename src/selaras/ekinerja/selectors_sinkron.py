"""What is held of some people, in the very form in which it is written: so that a sync writes only what is new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from psycopg.rows import dict_row

from selaras.ekinerja.aturan import Connection
from selaras.ekinerja.queries import sql

Row = dict[str, Any]


@dataclass(slots=True)
class Terpegang:
    """One person: his account, his live SKP of the year with their RHK, the ratings on them."""

    nip: str
    nama: str
    terkunci: bool
    skp: list[Row] = field(default_factory=list)
    penilaian: list[Row] = field(default_factory=list)


def terpegang(connection: Connection, *, instansi: int, nip: Sequence[str], tahun: int) -> dict[str, Terpegang]:
    """Return what is held of these people in a year, by NIP; who has no account is left out. Three queries."""
    params = {"instansi": instansi, "nip": list(nip), "tahun": tahun}
    found: dict[str, Terpegang] = {}
    with connection.cursor(row_factory=dict_row) as cursor:
        for row in cursor.execute(sql("sql_halaman", "pegang_pegawai"), params):
            found[row["nip"]] = Terpegang(row["nip"], row["nama"], row["terkunci"])
        for kind in ("skp", "penilaian"):
            rows: dict[str, list[Row]] = defaultdict(list)
            for row in cursor.execute(sql("sql_halaman", f"pegang_{kind}"), params):
                rows[row.pop("nip")].append(row)
            for number, items in rows.items():
                setattr(found[number], kind, items)
    return found


def periode_terpasang(connection: Connection, *, instansi: int, tahun: int) -> dict[int, str]:
    """Return the periods that hold in a year: slot and name."""
    rows = connection.execute(
        "SELECT slot, nama FROM ek_periode WHERE instansi_id = %s AND (tahun IS NULL OR tahun = %s) ORDER BY slot",
        (instansi, tahun),
    )
    return {int(slot): str(nama) for slot, nama in rows}

"""Places that rows name (NPSN, UNOR id, UNOR name) become schools and units, once per distinct place."""

from __future__ import annotations

from typing import NamedTuple

import psycopg

from selaras.connectors.ports import Side
from selaras.kinerja import npsn
from selaras.kinerja.nama import sekolah_normal
from selaras.ledger.queries import Queries

_sql = Queries(__file__)
BY_NPSN = frozenset({Side.PMM, Side.DAPODIK, Side.DINAS})  # the map names its place by NPSN too


class Place(NamedTuple):
    """A place as a row names it: NPSN or UNOR id or name, and what it is called."""

    native: str
    nama: str | None
    induk: str | None


def resolve(connection: psycopg.Connection, instansi: int, side: Side) -> None:
    """Fill `stg_place` for every place of the staging table, making schools and units that are new."""
    take(
        connection, instansi, side, [Place(*row) for row in connection.execute(_sql("places_new"), {"side": int(side)})]
    )


def take(connection: psycopg.Connection, instansi: int, side: Side, places: list[Place]) -> None:
    """Add places to `stg_place`, making schools and units that are new."""
    if not places:
        return
    make = _schools if side in BY_NPSN else _units
    make(connection, instansi, places)


def unit_key(native: str) -> str:
    """Key of a unit: its id, or 'nama:' and the normal form where a report gives only the name.

    >>> unit_key('UPTD SDN 1 Contoh') == unit_key('SD NEGERI 1 CONTOH')
    True
    """
    return native if is_id(native) else f"nama:{sekolah_normal(native)}"


def is_id(native: str) -> bool:
    """Tell a UNOR id (UUID or 32 hex digits) from a name."""
    compact = native.replace("-", "")
    return len(compact) == 32 and all(letter in "0123456789abcdefABCDEF" for letter in compact)


def _schools(connection: psycopg.Connection, instansi: int, places: list[Place]) -> None:
    _named_schools(connection, instansi, [place for place in places if not npsn.is_valid(place.native)])
    places = [place for place in places if npsn.is_valid(place.native)]
    npsns, names = [p.native for p in places], [p.nama for p in places]
    normal = [sekolah_normal(name) if name else None for name in names]
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO sekolah AS s (instansi_id, npsn, nama, nama_normal) "
            "SELECT %s, * FROM unnest(%s::text[], %s::text[], %s::text[]) AS n(npsn, nama, normal) "
            "WHERE NOT EXISTS (SELECT FROM sekolah k WHERE k.instansi_id = %s AND k.npsn = n.npsn "
            "AND (k.nama IS NOT NULL OR n.nama IS NULL)) "  # a conflict locks its row, although it changes nothing
            "ON CONFLICT (instansi_id, npsn) DO UPDATE SET nama = coalesce(s.nama, EXCLUDED.nama), "
            "nama_normal = coalesce(s.nama_normal, EXCLUDED.nama_normal)",
            (instansi, npsns, names, normal, instansi),
        )
        cursor.execute(
            "INSERT INTO stg_place(place, sekolah_id) "
            "SELECT npsn, id FROM sekolah WHERE instansi_id = %s AND npsn = ANY(%s)",
            (instansi, npsns),
        )


def _named_schools(connection: psycopg.Connection, instansi: int, places: list[Place]) -> None:
    """A roster that gives only the name of its school belongs to the one school of that name, if there is one."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO stg_place(place, sekolah_id) SELECT %s, CASE WHEN count(*) = 1 THEN min(id) END FROM sekolah "
            "WHERE instansi_id = %s AND nama_normal = %s",
            [(place.native, instansi, sekolah_normal(place.native)) for place in places],
        )


def _units(connection: psycopg.Connection, instansi: int, places: list[Place]) -> None:
    rows = []
    for place in places:
        nama = place.nama or (None if is_id(place.native) else place.native)
        rows.append((instansi, unit_key(place.native), nama, sekolah_normal(nama) if nama else None, place.induk))
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO unor AS u (instansi_id, native, nama, nama_normal, induk) VALUES (%s, %s, %s, %s, %s) "
            "ON CONFLICT (instansi_id, native) DO UPDATE SET nama = coalesce(u.nama, EXCLUDED.nama), "
            "nama_normal = coalesce(u.nama_normal, EXCLUDED.nama_normal), induk = coalesce(u.induk, EXCLUDED.induk)",
            rows,
        )
        cursor.executemany(
            "INSERT INTO stg_place(place, unor_id) SELECT %s, id FROM unor WHERE instansi_id = %s AND native = %s",
            [(p.native, instansi, unit_key(p.native)) for p in places],
        )

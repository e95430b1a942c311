"""Accounts become persons, units become schools, records become pairs. Nobody is linked by name without a decision.

The order of the systems is the order of trust in a number: SIASN first, then PMM, Dapodik, the reports of e-Kinerja.
"""

from __future__ import annotations

import psycopg

from selaras.connectors.ports import Side
from selaras.kinerja import periode
from selaras.ledger.maintenance import analyze
from selaras.ledger.periods import year_slots
from selaras.ledger.queries import Queries, execute_each
from selaras.ledger.scope import Scope

_sql = Queries(__file__)
TRUST = (Side.SIASN, Side.PMM, Side.DAPODIK, Side.EKINERJA)
NUMBERS = (("nip", 1), ("nik", 2), ("nuptk", 3))  # column, link_rule


def link(connection: psycopg.Connection, scope: Scope) -> None:
    """Bring persons, units, suggestions and pairs up to date with the records. One transaction of the caller."""
    _places(connection, scope)
    _persons(connection, scope)
    analyze(connection, "akun", "orang", "unor", "sekolah", "record")
    execute_each(connection, _sql("portrait"), scope.params)
    analyze(connection, "potret")
    execute_each(connection, _sql("suggest_orang"), scope.params)
    execute_each(connection, _sql("suggest_unor"), scope.params)
    _pairs(connection, scope)


def _places(connection: psycopg.Connection, scope: Scope) -> None:
    execute_each(connection, _sql("references"), scope.params)
    connection.execute(_sql("unor_sekolah"), scope.params)


def _persons(connection: psycopg.Connection, scope: Scope) -> None:
    analyze(connection, "akun")
    connection.execute("DROP TABLE IF EXISTS sengketa, dibuka, pewaris")
    opened = _reopen(connection, scope)
    connection.execute(_sql("disputed"), scope.params)
    for system in TRUST:
        for column, rule in NUMBERS:
            connection.execute(_sql("attach").format(column=column, rule=rule), scope.params)
        connection.execute(_sql("found"), {**scope.params, "sistem": int(system)})
    connection.execute(_sql("successor"), scope.params)
    connection.execute(_sql("decided"), scope.params)
    if opened is not None:
        execute_each(connection, _sql("keep_ids"), {**scope.params, "sampai": opened})


def _reopen(connection: psycopg.Connection, scope: Scope) -> int | None:
    """Let go of whoever is near new accounts or changed numbers, so that the order of imports does not matter.

    Returns the highest person id so far; None when nobody linked before is concerned.
    """
    known = connection.execute("SELECT max(orang_id) FROM akun").fetchone()
    if known is None or known[0] is None:
        return None
    execute_each(connection, _sql("reopen"), scope.params)
    grown, putaran = connection.execute("SELECT FROM dibuka LIMIT 1").rowcount, 0
    while grown > 0:
        grown = connection.execute(_sql("reopen_grow"), {**scope.params, "putaran": putaran}).rowcount
        putaran += 1
    loose = "UPDATE akun a SET orang_id = NULL FROM dibuka d WHERE d.id = a.id AND a.orang_id IS NOT NULL"
    return int(known[0]) if connection.execute(loose).rowcount else None


def _pairs(connection: psycopg.Connection, scope: Scope) -> None:
    connection.execute("DROP TABLE IF EXISTS pasangan, skp, slot_tahun")
    execute_each(connection, _sql("pair_prepare"), scope.params)
    _slots(connection, scope)
    analyze(connection, "skp", "slot_tahun")
    connection.execute(_sql("pair_penilaian"), scope.params)
    connection.execute(_sql("pair_skp"), scope.params)
    analyze(connection, "pasangan")
    connection.execute(_sql("expect"), scope.params)
    analyze(connection, "pasangan")
    execute_each(connection, _sql("entries"), scope.params)
    analyze(connection, "entry")


def _slots(connection: psycopg.Connection, scope: Scope) -> None:
    """Write the slots of the year; a semester of PMM stands for two quarters only where the instansi switched it on."""
    connection.execute(_sql("slots"))
    row = connection.execute(
        "SELECT coalesce((pengaturan->>'semester_untuk_triwulan')::boolean, false) FROM instansi WHERE id = %s",
        (scope.instansi,),
    ).fetchone()
    semester = bool(row and row[0])
    rows = []
    for slot in year_slots(connection, instansi=scope.instansi, tahun=scope.tahun):
        mulai, selesai = periode.rentang(scope.tahun, slot)
        half = periode.slot(periode.SEMESTER, 1 if mulai.month <= 6 else 2)
        rows.append((slot, mulai, selesai, True, half if semester and slot != periode.SETAHUN else None))
    with connection.cursor() as cursor:
        cursor.executemany("INSERT INTO slot_tahun VALUES (%s, %s, %s, %s, %s)", rows)

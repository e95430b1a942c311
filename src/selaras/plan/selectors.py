"""Reading plans."""

from __future__ import annotations

import psycopg
from psycopg.rows import class_row

from selaras.galat import DataError
from selaras.ledger.queries import Queries
from selaras.plan.values import LeftOut, Plan, Step

_sql = Queries(__file__)
_HEAD = (
    "SELECT p.id, p.instansi_id AS instansi, p.tahun, p.connector, p.n, p.digest, p.disegel, r.actor AS disegel_oleh, "
    "p.berlaku_sampai, p.ambang, p.kedua_oleh, p.dibuka_run, p.ditutup, p.jeda, p.pengaturan "
    "FROM plan p JOIN run r ON r.id = p.run_id "
)


def plan_get(connection: psycopg.Connection, plan: int) -> Plan:
    """Return the head of a plan. Raises `DataError` when there is none."""
    with connection.cursor(row_factory=class_row(Plan)) as cursor:
        found = cursor.execute(_HEAD + "WHERE p.id = %s", (plan,)).fetchone()
    if found is None:
        raise DataError(f"Rencana nomor {plan} tidak ada.", langkah="Buat rencana: selaras rencana.")
    return found


def open_plan(connection: psycopg.Connection, *, instansi: int, tahun: int) -> Plan | None:
    """Return the plan that is not closed yet; there is at most one."""
    with connection.cursor(row_factory=class_row(Plan)) as cursor:
        query = _HEAD + "WHERE p.instansi_id = %s AND p.tahun = %s AND p.ditutup IS NULL"
        return cursor.execute(query, (instansi, tahun)).fetchone()


def steps(connection: psycopg.Connection, plan: int) -> list[Step]:
    """List the operations of a plan in their order."""
    with connection.cursor(row_factory=class_row(Step)) as cursor:
        return cursor.execute(_sql("steps"), {"plan": plan}).fetchall()


def left_out(connection: psycopg.Connection, plan: int) -> tuple[LeftOut, ...]:
    """List what a plan left out, and why."""
    row = connection.execute("SELECT ditinggal::text FROM plan WHERE id = %s", (plan,)).fetchone()
    return left_out_of(connection, row[0] if row else "[]")


def left_out_of(connection: psycopg.Connection, ditinggal: str) -> tuple[LeftOut, ...]:
    """List what a JSON list of (entry, reason) names."""
    with connection.cursor(row_factory=class_row(LeftOut)) as cursor:
        return tuple(cursor.execute(_sql("left_out"), {"ditinggal": ditinggal}).fetchall())

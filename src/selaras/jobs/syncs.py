"""The row of a sync: asked for, begun, cut into parts, ended."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import orjson
import psycopg

from selaras.ledger.queries import Queries

_sql = Queries(__file__)


def known(connection: psycopg.Connection, *, instansi: int, slot: dt.datetime) -> bool:
    """Tell whether a moment of the schedule has had its sync."""
    found = connection.execute("SELECT FROM sinkron WHERE instansi_id = %s AND slot = %s", (instansi, slot))
    return found.rowcount > 0


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for: how far it goes (`queue.PENUH`, RENCANA, KIRIM), which plan, who asks (None: a machine)."""

    macam: str
    plan: int | None
    oleh: str | None


def wish_of(connection: psycopg.Connection, sinkron: int) -> Wish:
    """Return what a sync was asked for."""
    row = connection.execute("SELECT macam, plan_id, oleh FROM sinkron WHERE id = %s", (sinkron,)).fetchone()
    if row is None:
        raise RuntimeError("a job of a sync that was never asked for")
    return Wish(*row)


def started(connection: psycopg.Connection, *, sinkron: int, run: int) -> None:
    """Note that a sync begins; committed at once, so that a second one sees it."""
    connection.execute(
        "UPDATE sinkron SET mulai = now(), run_id = %s, selesai = NULL, hasil = NULL WHERE id = %s", (run, sinkron)
    )
    connection.commit()


def run_of(connection: psycopg.Connection, sinkron: int) -> int:
    """Return the run in which the sync began."""
    row = connection.execute("SELECT run_id FROM sinkron WHERE id = %s", (sinkron,)).fetchone()
    if row is None or row[0] is None:
        raise RuntimeError("a part of a sync that has not begun")
    return int(row[0])


def others(connection: psycopg.Connection, *, instansi: int, sinkron: int) -> bool:
    """Tell whether another sync of the instansi goes on; end those that were cut off."""
    alive = False
    for number, lives in connection.execute(_sql("sync_busy"), {"instansi": instansi, "sinkron": sinkron}).fetchall():
        alive = alive or lives
        if not lives:
            failed(connection, sinkron=number, kalimat="Terputus sebelum selesai; sinkron berikutnya meneruskannya.")
    return alive


def cut(connection: psycopg.Connection, *, sinkron: int, plan: int, parts: int) -> None:
    """Note into how many parts the plan of a sync was cut."""
    connection.execute(
        "UPDATE sinkron SET plan_id = %s, sisa = %s, angka = angka || %s::jsonb WHERE id = %s",
        (plan, list(range(parts)), orjson.dumps({"bagian": parts}).decode(), sinkron),
    )


def part_done(connection: psycopg.Connection, *, sinkron: int, bagian: int, kalimat: str | None) -> int | None:
    """Strike a part off and return how many are left, None when it was struck off before."""
    trouble = orjson.dumps({"gagal": kalimat}).decode() if kalimat else None
    row = connection.execute(
        _sql("sync_part_done"), {"sinkron": sinkron, "bagian": bagian, "angka": trouble}
    ).fetchone()
    return int(row[0]) if row else None


def ended(
    connection: psycopg.Connection, *, sinkron: int, hasil: str, kalimat: str, plan: int | None, angka: dict[str, Any]
) -> str:
    """Note how a sync ended and return its sentence; a part that failed makes it failed."""
    row = connection.execute(
        _sql("sync_ended"),
        {"sinkron": sinkron, "hasil": hasil, "kalimat": kalimat, "plan": plan, "angka": orjson.dumps(angka).decode()},
    ).fetchone()
    return str(row[0]) if row else kalimat


def failed(connection: psycopg.Connection, *, sinkron: int, kalimat: str) -> None:
    """Note that a sync ended in an error, unless it has said how it ended."""
    connection.execute(
        "UPDATE sinkron SET selesai = now(), hasil = 'gagal', kalimat = %s WHERE id = %s AND selesai IS NULL",
        (kalimat, sinkron),
    )

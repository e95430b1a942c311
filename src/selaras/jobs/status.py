"""What goes on in the background: what runs and how far it is, what waits, what stalled, when the next sync comes."""

from __future__ import annotations

from typing import Any

import psycopg
from psycopg.rows import dict_row

from selaras.config import clock
from selaras.database import Pemeriksaan, data_folder
from selaras.jobs.folder import Folder
from selaras.jobs.progress import LOCK
from selaras.jobs.schedule import Schedule, schedule_of
from selaras.jobs.system import examine
from selaras.ledger.queries import Queries

SILENT = 30.0  # seconds without a sign of life: the worker is taken for dead

_sql = Queries(__file__)
Row = dict[str, Any]


def status(folder: Folder) -> Row:
    """Gather everything that `selaras status` says. Reads only."""
    connection = folder.connection
    running = [_paced(row) for row in _rows(connection, "status_running", kelas=LOCK)]
    stalled = _rows(connection, "status_stalled", diam=SILENT)
    held = {job["nomor"] for job in stalled}
    return {
        "berjalan": [row for row in running if not row["mati"]],
        "terputus": [row for row in running if row["mati"] and row["nomor"] not in held],
        "macet": stalled,
        "antrean": _rows(connection, "status_queue"),
        "pekerja": _rows(connection, "status_workers", diam=SILENT),
        **_sync(folder),
        "server": [_checked(item) for item in examine(data_folder())],
    }


def live(connection: psycopg.Connection[Any]) -> Row:
    """Gather only what runs, what waits and who works: for a page that asks every other second."""
    running = [_paced(row) for row in _rows(connection, "status_running", kelas=LOCK)]
    return {
        "berjalan": [row for row in running if not row["mati"]],
        "antrean": _rows(connection, "status_queue"),
        "pekerja": [row for row in _rows(connection, "status_workers", diam=SILENT) if row["hidup"]],
    }


def pace(sudah: int, jumlah: int | None, detik: float) -> tuple[float | None, float | None]:
    """Return how many a second, and how many seconds are left; None where nothing can be said yet.

    >>> pace(50, 200, 10.0)
    (5.0, 30.0)
    """
    speed = sudah / detik if sudah and detik > 0 else None
    left = (jumlah - sudah) / speed if speed and jumlah is not None else None
    return speed, left


def next_sync(plan: Schedule) -> Row | None:
    """Say when the schedule comes next, and when the sync then begins: quiet hours put it off."""
    slot = plan.next(clock.now())
    return {"slot": slot, "mulai": plan.opens(slot)} if slot else None


def _sync(folder: Folder) -> Row:
    if folder.instansi is None:
        return {"sinkron_berjalan": [], "sinkron_terakhir": None, "jadwal": None, "berikutnya": None, "ditunda": None}
    instansi, plan = folder.instansi, schedule_of(folder.instansi.pengaturan)
    last = _rows(folder.connection, "status_last_sync", instansi=instansi.id)
    waiting = [q["berikutnya"] for q in _rows(folder.connection, "status_queue") if q["nama"] == "sinkron"]
    return {
        "hanya_baca": instansi.hanya_baca,
        "sinkron_berjalan": [
            _paced_sync(row) for row in _rows(folder.connection, "status_open_sync", instansi=instansi.id)
        ],
        "sinkron_terakhir": last[0] if last else None,
        "jadwal": plan.stored(),
        "berikutnya": next_sync(plan),
        "ditunda": next((at.astimezone(clock.ZONE) for at in waiting if at), None),
    }


def _paced(row: Row) -> Row:
    speed, left = pace(row["sudah"], row["jumlah"], row.pop("detik_tahap"))
    return {**row, "per_detik": speed, "sisa_detik": left}


def _paced_sync(row: Row) -> Row:
    speed, left = pace(row["sudah"] or 0, row["jumlah"], row.pop("detik"))
    return {**row, "per_detik": speed, "sisa_detik": left}


def _rows(connection: psycopg.Connection, query: str, **values: object) -> list[Row]:
    with connection.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(_sql(query), values or None).fetchall()


def _checked(item: Pemeriksaan) -> Row:
    return {"nama": item.nama, "beres": item.beres, "kalimat": item.kalimat}

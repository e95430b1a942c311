"""Files that were dropped in a page: asked for, read by a worker, and what became of each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
import psycopg
from psycopg.rows import dict_row

from selaras.config import clock
from selaras.connectors.registry import CONNECTORS
from selaras.galat import SelarasError
from selaras.intake.services import Imported
from selaras.jobs.importing import Outcome
from selaras.jobs.queue import enqueue_impor

Row = dict[str, Any]
TITLES = {connector.name: connector.title for connector in CONNECTORS}  # of the kinds of files, for people


@dataclass(frozen=True, slots=True)
class Dropped:
    """One file as it came: the name that people know, and its bytes."""

    nama: str
    ukuran: int


def take_in(
    connection: psycopg.Connection, *, instansi: int, folder: Path, berkas: Sequence[Dropped], oleh: str
) -> int:
    """Note that files were dropped into a folder and let a worker read it; return the number of the note."""
    listed = orjson.dumps([{"nama": one.nama, "ukuran": one.ukuran} for one in berkas]).decode()
    row = connection.execute(
        "INSERT INTO unggahan(instansi_id, folder, berkas, oleh, pada) VALUES (%s, %s, %s, %s, %s) RETURNING id",
        (instansi, str(folder), listed, oleh, clock.now()),
    ).fetchone()
    enqueue_impor(connection, instansi=instansi, folder=str(folder))
    return int(row[0]) if row else 0


def read(connection: psycopg.Connection, *, folder: Path, run: int, outcome: Outcome) -> None:
    """Keep what a worker made of the files of a folder; nothing for a folder that no page filled."""
    lines = [*map(_read, outcome.imported), *map(_refused, outcome.gagal)]
    lines += [{"status": "tidak dikenal", "kalimat": sentence} for sentence in outcome.dilewati]
    connection.execute(
        "UPDATE unggahan SET run_id = %s, selesai = %s, laporan = %s, kalimat = NULL WHERE folder = %s",
        (run, clock.now(), orjson.dumps(lines).decode(), str(folder)),
    )


def uploader(connection: psycopg.Connection, *, folder: Path) -> str | None:
    """Say who uploaded this folder; None when nobody did: a command named it."""
    row = connection.execute("SELECT oleh FROM unggahan WHERE folder = %s", (str(folder),)).fetchone()
    return row[0] if row else None


def broken_off(connection: psycopg.Connection, *, folder: Path, kalimat: str) -> None:
    """Keep why the reading of a folder was given up; the files stay where they are."""
    connection.execute(
        "UPDATE unggahan SET selesai = %s, kalimat = %s WHERE folder = %s AND laporan IS NULL",
        (clock.now(), kalimat, str(folder)),
    )


def uploads(connection: psycopg.Connection, *, most: int, skip: int = 0) -> list[Row]:
    """List the uploads in reach, the newest first."""
    query = "SELECT id, berkas, oleh, pada, selesai, run_id, laporan, kalimat FROM unggahan ORDER BY id DESC"
    with connection.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(f"{query} LIMIT %s OFFSET %s".encode(), (most, skip)).fetchall()


def upload(connection: psycopg.Connection, *, nomor: int) -> Row | None:
    """Return one upload in reach."""
    with connection.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(
            "SELECT id, berkas, oleh, pada, selesai, run_id, laporan, kalimat FROM unggahan WHERE id = %s", (nomor,)
        ).fetchone()


def _read(item: Imported) -> Row:
    counts = item.counts
    return {
        "berkas": item.berkas, "judul": item.title, "status": item.status, "per": item.per,
        "dibaca": counts.read, "baru": counts.new, "berubah": counts.changed, "sama": counts.same,
        "kembar": counts.duplicate, "di_luar": counts.outside, "ditolak": counts.rejected,
    }  # fmt: skip


def _refused(error: SelarasError) -> Row:
    return {"berkas": error.di_mana or "", "status": "gagal", "kalimat": error.kalimat, "langkah": error.langkah}

"""Tindak lanjut: the papers of a position, written into a folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import psycopg

from selaras.config import clock
from selaras.connectors.berkas import open_sources
from selaras.connectors.ports import Table
from selaras.documents.tindak_lanjut import buku, sekolah, status, wa
from selaras.documents.tindak_lanjut.status import StatusBaris
from selaras.galat import Stop
from selaras.monitoring.posisi import Posisi

WORKBOOK = "tindak-lanjut.xlsx"
OPERATOR = "operator.xlsx"


def write(posisi: Posisi, folder: Path, *, per_sekolah: bool, messages: bool) -> list[Path]:
    """Write the admin's workbook, and on demand a page per school and the messages."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        written = [buku.tulis(posisi, folder / WORKBOOK), folder / OPERATOR]
        if per_sekolah:
            written += sekolah.tulis(posisi, folder / "sekolah")
        if messages:
            written += wa.tulis(posisi, folder / "pesan-wa")
    except OSError as error:
        raise Stop(
            f"Berkas tidak bisa ditulis ke {folder}: {error.strerror or 'disk penuh atau tidak ada hak'}.",
            langkah="Tutup berkas yang sedang dibuka, atau pilih folder lain dengan --keluar.",
        ) from error
    return written


def read_ticks(path: Path) -> list[StatusBaris]:
    """Read filled status columns. The careful reader goes first: a hostile workbook never reaches the plain one."""
    for source in open_sources(path):
        if isinstance(source, Table):
            break
    return status.baca(path)


def store_ticks(connection: psycopg.Connection, *, instansi: int, run: int, rows: Iterable[StatusBaris]) -> int:
    """Keep what people filled in. A tick is shown and never believed: the next report closes an entry."""
    found = [(instansi, row.kunci, str(row.status), row.catatan, run, clock.now()) for row in rows]
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO tanda_selesai(instansi_id, kunci, status, catatan, run_id, pada) "
            "VALUES (%s, %s, %s, %s, %s, %s) "
            "ON CONFLICT (instansi_id, kunci) DO UPDATE SET status = EXCLUDED.status, catatan = EXCLUDED.catatan, "
            "run_id = EXCLUDED.run_id, pada = EXCLUDED.pada",
            found,
        )
    return len(found)

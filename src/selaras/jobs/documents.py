"""Papers that take long: asked for in a page, made by a worker, kept until newer ones take their place."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path
from typing import Any

import psycopg
from psycopg.rows import dict_row

from selaras.config import clock
from selaras.galat import DataError
from selaras.jobs import reports
from selaras.jobs.folder import Folder
from selaras.jobs.papers import OPERATOR, WORKBOOK, write
from selaras.jobs.position import position
from selaras.jobs.queue import enqueue_dokumen
from selaras.monitoring.posisi import Posisi

KEPT = 5  # finished ones of a kind: older files are deleted, their lines stay
# What can be asked for: the name of the file that comes of it.
KINDS = {"buku": WORKBOOK, "operator": OPERATOR, "sekolah": "halaman-sekolah.zip", "pesan": "pesan-wa.zip"}
Row = dict[str, Any]


def ask(connection: psycopg.Connection, *, instansi: int, jenis: str, oleh: str, folder: Path) -> int | None:
    """Ask for papers; None when the same ones are being made already. Raises `DataError` for an unknown kind."""
    if jenis not in KINDS and reports.read(jenis) is None:
        raise DataError("Jenis berkas ini tidak dikenal.", langkah="Pilih salah satu tombol di halaman tindak lanjut.")
    connection.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", (f"dokumen:{instansi}:{jenis}",))
    row = connection.execute(
        "INSERT INTO dokumen(instansi_id, jenis, oleh, diminta) SELECT %s, %s, %s, %s "
        "WHERE NOT EXISTS (SELECT FROM dokumen WHERE instansi_id = %s AND jenis = %s AND selesai IS NULL) RETURNING id",
        (instansi, jenis, oleh, clock.now(), instansi, jenis),
    ).fetchone()
    if row is None:
        return None
    enqueue_dokumen(connection, nomor=int(row[0]), folder=str(folder))
    return int(row[0])


def make(folder: Folder, *, nomor: int, folder_berkas: Path) -> str:
    """Make the papers of one request and note where they lie. Returns the sentence for the log."""
    row = folder.connection.execute("SELECT jenis FROM dokumen WHERE id = %s", (nomor,)).fetchone()
    if row is None:
        return "permintaannya sudah tidak ada."
    kind = str(row[0])
    target = folder_berkas / str(nomor)
    target.mkdir(parents=True, exist_ok=True, mode=0o700)
    if report := reports.read(kind):
        made, per = reports.make(folder.connection, folder.need(), report, target), clock.today()
    else:
        posisi = position(folder, tahun=folder.need().tahun)
        made, per = _write(posisi, target, kind), posisi.data_per
    folder.connection.execute(
        "UPDATE dokumen SET selesai = %s, berkas = %s, ukuran = %s, per = %s, kalimat = NULL WHERE id = %s",
        (clock.now(), str(made), made.stat().st_size, per, nomor),
    )
    _forget(folder.connection, kind)
    folder.connection.commit()
    return f"{made.name} selesai."


def _write(posisi: Posisi, target: Path, jenis: str) -> Path:
    """Write everything that belongs to a kind, and leave only the one file that is handed out."""
    work = target / "kerja"
    written = write(posisi, work, per_sekolah=jenis == "sekolah", messages=jenis == "pesan")
    made = target / KINDS[jenis]
    if made.suffix == ".zip":
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in written:
                if path.parent != work:
                    archive.write(path, path.name)
    else:
        shutil.move(work / made.name, made)
    shutil.rmtree(work)
    return made


def _forget(connection: psycopg.Connection, jenis: str) -> None:
    """Delete the files of all but the newest requests of a kind: they hold people's names."""
    old = connection.execute(
        "UPDATE dokumen d SET berkas = NULL FROM (SELECT id, berkas FROM dokumen "
        "WHERE jenis = %s AND berkas IS NOT NULL ORDER BY id DESC OFFSET %s) o WHERE o.id = d.id RETURNING o.berkas",
        (jenis, KEPT),
    ).fetchall()
    for (path,) in old:
        shutil.rmtree(Path(path).parent, ignore_errors=True)


def broken_off(connection: psycopg.Connection, *, nomor: int, kalimat: str) -> None:
    """Note why papers could not be made."""
    connection.execute("UPDATE dokumen SET selesai = %s, kalimat = %s WHERE id = %s", (clock.now(), kalimat, nomor))


def papers(connection: psycopg.Connection) -> list[Row]:
    """List the last request of every kind in reach."""
    with connection.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(
            "SELECT DISTINCT ON (jenis) id, jenis, oleh, diminta, selesai, ukuran, per, kalimat, berkas "
            "FROM dokumen ORDER BY jenis, id DESC"
        ).fetchall()


def paper(connection: psycopg.Connection, *, nomor: int) -> Path | None:
    """Return the finished file of a request in reach, None when there is none (any more)."""
    row = connection.execute("SELECT berkas FROM dokumen WHERE id = %s", (nomor,)).fetchone()
    path = Path(row[0]) if row and row[0] else None
    return path if path is not None and path.is_file() else None

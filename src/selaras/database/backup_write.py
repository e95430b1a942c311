"""Back up: one consistent picture of all tables, written beside its final name and renamed when it is whole."""

from __future__ import annotations

import datetime as dt
import hashlib
import importlib.metadata
import os
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

from selaras.database import backup_catalog, space
from selaras.database.backup_catalog import Columns, Connection
from selaras.database.backup_file import MANIFEST, Manifest, Table
from selaras.database.connection import connect
from selaras.database.lock import Kabar, quiet
from selaras.database.opening import open_database
from selaras.galat import Stop, TryAgain

PORTABLE = """
SET LOCAL client_encoding = 'UTF8'; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres';
SET LOCAL extra_float_digits = 3; SET LOCAL bytea_output = 'hex'; SET LOCAL row_security = off;
SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0
"""


def backup(database: Path | str, file: Path, *, kabar: Kabar = quiet) -> Manifest:
    """Write all tables of `public` to a file and return what it holds.

    `database` is a data folder (Path) or a conninfo (str). The file holds personal data: only its owner may read it.
    Raises Stop when the file exists already or can not be written; then nothing of it stays behind.
    """
    conninfo = open_database(database) if isinstance(database, Path) else database
    try:
        with _new_file(file) as half, connect(conninfo, application_name="selaras cadangan") as connection:
            manifest = _write(connection, half, kabar)
    except psycopg.errors.InsufficientPrivilege as error:
        raise Stop(
            "Cadangan tidak dibuat: pengguna basis data ini tidak boleh membaca semua baris.",
            langkah="Ulangi dengan pemilik basis data (DATABASE_URL), bukan dengan pengguna halaman web.",
        ) from error
    except psycopg.Error as error:
        raise TryAgain("Basis data terputus saat dicadangkan; cadangan tidak dibuat.", langkah="Ulangi.") from error
    except OSError as error:
        reason = "disk penuh" if space.is_full(error) else error.strerror
        raise Stop(
            f"Cadangan tidak dapat ditulis ke {file}: {reason}.",
            langkah="Pilih folder yang boleh ditulisi di disk yang cukup luas.",
        ) from error
    return manifest


@contextmanager
def _new_file(file: Path) -> Iterator[Path]:
    """Give a private file beside the wanted one; rename it when the block ends well, remove it otherwise."""
    if file.exists():
        raise Stop(f"Berkas {file} sudah ada dan tidak ditimpa.", langkah="Pilih nama lain atau pindahkan berkas itu.")
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    os.close(handle)
    half = Path(name)
    try:
        yield half
        with half.open("rb") as written:
            os.fsync(written.fileno())
        half.rename(file)
    finally:
        half.unlink(missing_ok=True)


def _write(connection: Connection, half: Path, kabar: Kabar) -> Manifest:
    connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
    connection.read_only = True
    connection.execute(PORTABLE)
    found = backup_catalog.tables(connection)
    with zipfile.ZipFile(half, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        tables = []
        for number, (name, columns) in enumerate(found.items(), 1):
            kabar(f"Mencadangkan tabel {name} ({number} dari {len(found)}) ...")
            tables.append(_write_table(connection, archive, f"tabel/{number:04d}.copy", name, columns))
        migrations = backup_catalog.migrations(connection, found)
        manifest = Manifest(
            made=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
            selaras=importlib.metadata.version("selaras"),
            server=str(connection.info.server_version),
            migrations=None if migrations is None else tuple(migrations),
            tables=tuple(tables),
            sequences=backup_catalog.sequences(connection),
        )
        archive.writestr(MANIFEST, manifest.to_json())
    return manifest


def _write_table(connection: Connection, archive: zipfile.ZipFile, member: str, name: str, columns: Columns) -> Table:
    digest, size, rows = hashlib.sha256(), 0, 0
    with archive.open(member, "w", force_zip64=True) as out, connection.cursor() as cursor:
        with cursor.copy(copy_statement(name, columns, "TO STDOUT")) as copy:
            for chunk in copy:
                digest.update(chunk)
                size += len(chunk)
                out.write(chunk)
        rows = cursor.rowcount
    return Table(name, member, columns, rows, size, digest.hexdigest())


def copy_statement(table: str, columns: Columns, direction: str) -> sql.Composed:
    """Return the COPY of a table with its columns named, so that their order may differ on the other side."""
    names = sql.SQL(", ").join(sql.Identifier(name) for name, _ in columns)
    return sql.SQL("COPY {} ({}) ").format(backup_catalog.public(table), names) + sql.SQL(direction)

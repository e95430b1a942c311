"""Restore: the whole backup in one transaction, or nothing.

The target already has its tables (the same migrations as the backup). Everything is checked before the first row moves
and counted again before the commit.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from zipfile import ZipFile

import psycopg
from psycopg import sql

from selaras.database import backup_catalog
from selaras.database.backup_catalog import Connection
from selaras.database.backup_file import CHUNK, Manifest, Table, inspect, opened
from selaras.database.backup_write import PORTABLE, copy_statement
from selaras.database.connection import connect
from selaras.database.lock import Kabar, quiet
from selaras.database.opening import open_database
from selaras.galat import DataError, Stop, TryAgain

SEEDED = ("django_migrations", "django_content_type", "auth_permission", "django_site")  # filled by migrate itself
_LOCK_PATIENCE = "15s"


def restore(
    database: Path | str,
    file: Path,
    *,
    seeded: Collection[str] = SEEDED,
    replace: bool = False,
    kabar: Kabar = quiet,
) -> Manifest:
    """Put a backup back into a migrated database and return what was put back.

    `database` is a data folder (Path) or a conninfo (str). Tables in `seeded` may hold rows that migrations made; any
    other row in the target is a reason to refuse, unless `replace` says that everything there shall be replaced.
    Raises DataError (the file), Stop (the target) or TryAgain (somebody uses it); then the target is as it was.
    """
    kabar("Memeriksa berkas cadangan ...")
    inspect(file)
    conninfo = open_database(database) if isinstance(database, Path) else database
    try:
        with opened(file) as (archive, manifest), connect(conninfo, application_name="selaras pulihkan") as connection:
            _require_same_tables(connection, manifest)
            _prepare(connection, manifest, seeded, replace=replace)
            _fill(connection, archive, manifest, kabar)
            _finish(connection, manifest)
            return manifest
    except psycopg.errors.LockNotAvailable as error:
        raise TryAgain(
            "Basis data sedang dipakai perintah atau halaman lain; tidak ada yang diubah.",
            langkah="Hentikan web dan pekerja Selaras, lalu ulangi.",
        ) from error
    except psycopg.Error as error:
        code = f" (kode PostgreSQL {error.sqlstate})" if error.sqlstate else ""
        raise Stop(
            f"Pemulihan dibatalkan oleh basis data{code}; tidak ada yang diubah.",
            langkah="Pastikan Anda memakai pemilik basis data dan disk tidak penuh, lalu ulangi.",
        ) from error


def _require_same_tables(connection: Connection, manifest: Manifest) -> None:
    """Raise Stop unless the target has the migrations, tables and columns of the backup."""
    there = backup_catalog.tables(connection)
    if manifest.migrations is not None:
        _require_same_migrations(set(backup_catalog.migrations(connection, there) or ()), set(manifest.migrations))
    for table in manifest.tables:
        if set(there.get(table.name, ())) != set(table.columns):
            raise Stop(
                f"Tabel {table.name} di basis data tujuan tidak ada atau kolomnya lain daripada di cadangan; tidak ada "
                "yang diubah.",
                langkah="Siapkan basis data kosong dengan versi Selaras yang sama dengan yang membuat cadangan.",
            )


def _require_same_migrations(there: set[str], wanted: set[str]) -> None:
    if there == wanted:
        return
    lacking, beyond = sorted(wanted - there), sorted(there - wanted)
    detail = "; ".join(
        f"{words} {', '.join(names[:3])}{' ...' if len(names) > 3 else ''}"
        for words, names in (("di tujuan belum ada", lacking), ("di cadangan belum ada", beyond))
        if names
    )
    raise Stop(
        f"Susunan tabel basis data tujuan tidak sama dengan cadangan ({detail}); tidak ada yang diubah.",
        langkah="Pulihkan dengan versi Selaras yang membuat cadangan itu, ke basis data yang tabelnya sudah disiapkan.",
    )


def _prepare(connection: Connection, manifest: Manifest, seeded: Collection[str], *, replace: bool) -> None:
    """Take the tables for this transaction alone, make sure that nothing is lost, and empty them."""
    connection.execute(PORTABLE)
    connection.execute(sql.SQL("SET LOCAL lock_timeout = {}").format(_LOCK_PATIENCE))
    if not manifest.tables:
        return
    names = sql.SQL(", ").join(backup_catalog.public(table.name) for table in manifest.tables)
    connection.execute(sql.SQL("LOCK TABLE {} IN ACCESS EXCLUSIVE MODE").format(names))
    if not replace:
        _require_empty(connection, manifest, seeded)
    _trust_the_backup(connection)
    connection.execute(sql.SQL("TRUNCATE {}").format(names))


def _require_empty(connection: Connection, manifest: Manifest, seeded: Collection[str]) -> None:
    for table in manifest.tables:
        if table.name not in seeded and (rows := backup_catalog.count(connection, table.name)):
            raise Stop(
                f"Basis data tujuan tidak kosong (tabel {table.name} berisi {rows} baris); tidak ada yang diubah.",
                langkah="Pulihkan ke basis data baru, atau minta dengan tegas agar seluruh isinya diganti.",
            )


def _trust_the_backup(connection: Connection) -> None:
    """Switch triggers and foreign keys off where the role may (they held when the backup was made).

    An ordinary owner may not: then the order of filling and deferred constraints do it.
    """
    try:
        with connection.transaction():
            connection.execute("SET LOCAL session_replication_role = replica")
    except psycopg.errors.InsufficientPrivilege:
        connection.execute("SET CONSTRAINTS ALL DEFERRED")


def _fill(connection: Connection, archive: ZipFile, manifest: Manifest, kabar: Kabar) -> None:
    tables = {table.name: table for table in manifest.tables}
    for number, name in enumerate(backup_catalog.fill_order(connection, tables), 1):
        kabar(f"Memulihkan tabel {name} ({number} dari {len(tables)}) ...")
        _fill_table(connection, archive, tables[name])


def _fill_table(connection: Connection, archive: ZipFile, table: Table) -> None:
    with (
        archive.open(table.member) as member,
        connection.cursor() as cursor,
        cursor.copy(copy_statement(table.name, table.columns, "FROM STDIN")) as copy,
    ):
        while chunk := member.read(CHUNK):
            copy.write(chunk)


def _finish(connection: Connection, manifest: Manifest) -> None:
    """Count, refresh what is computed, and set the sequences last: they do not roll back."""
    for table in manifest.tables:
        found = backup_catalog.count(connection, table.name)
        if found != table.rows:
            raise DataError(
                f"Tabel {table.name} seharusnya {table.rows} baris tetapi terisi {found}; pemulihan dibatalkan, tidak "
                "ada yang diubah."
            )
        connection.execute(sql.SQL("ANALYZE {}").format(backup_catalog.public(table.name)))
    connection.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for view in backup_catalog.materialized_views(connection):
        connection.execute(sql.SQL("REFRESH MATERIALIZED VIEW {}").format(backup_catalog.public(view)))
    for name, (last, called) in manifest.sequences.items():
        connection.execute("SELECT setval(format('public.%%I', %s::text)::regclass, %s, %s)", [name, last, called])

"""Connections, and what to say when there is none. No sentence here ever holds a password."""

from __future__ import annotations

from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from selaras.database import cluster
from selaras.database.process import PidFile
from selaras.galat import SelarasError, Stop, TryAgain

DATABASE = "selaras"
APPLICATION = "selaras"
PATIENCE = 10  # seconds to reach a server
OLDEST = 15  # PostgreSQL that is new enough: MERGE


def of_server(running: PidFile, database: str = DATABASE) -> str:
    """Return the conninfo of a database on the server of a data folder."""
    return make_conninfo(host=running.socket_folder, port=running.port, dbname=database, user=cluster.SUPERUSER)


def connect(
    conninfo: str, *, autocommit: bool = False, application_name: str = APPLICATION
) -> psycopg.Connection[tuple[Any, ...]]:
    """Connect. Raises Stop or TryAgain, by what can be done about it."""
    try:
        if "connect_timeout" not in conninfo_to_dict(conninfo):
            conninfo = make_conninfo(conninfo, connect_timeout=PATIENCE)
        return psycopg.connect(conninfo, autocommit=autocommit, application_name=application_name)
    except psycopg.ProgrammingError:
        raise unreadable() from None
    except psycopg.OperationalError as error:
        raise explain(conninfo, error) from None


def unreadable() -> Stop:
    """Return what to say about an address that libpq can not parse; the address itself may hold a password."""
    return Stop(
        "Alamat server basis data (DATABASE_URL) tidak dapat dibaca.",
        langkah="Bentuknya: postgresql://pengguna:sandi@server:5432/basisdata. Tanda khusus dalam sandi ditulis "
        "sebagai %XX, misalnya @ menjadi %40.",
    )


def explain(conninfo: str, error: psycopg.OperationalError) -> SelarasError:
    """Turn a failed connection into a sentence, without the server's own text."""
    where = conninfo_to_dict(conninfo)
    server = f"{where.get('host') or 'localhost'}:{where.get('port') or 5432}"
    user, database = where.get("user") or "(tanpa nama)", where.get("dbname") or "(tanpa nama)"
    said = str(error)
    if "authentication failed" in said or "no password supplied" in said or "pg_hba.conf" in said:
        return Stop(
            f"Server basis data {server} menolak pengguna {user}.",
            langkah="Periksa nama pengguna dan sandi dalam DATABASE_URL, atau minta izin masuk kepada admin server.",
        )
    if "does not exist" in said:
        return Stop(
            f"Basis data {database} atau pengguna {user} tidak ada di server {server}.",
            langkah="Minta admin server itu membuatnya, atau perbaiki DATABASE_URL.",
        )
    if is_crowded(error):
        return TryAgain(f"Server basis data {server} sedang penuh.", langkah="Tunggu sebentar, lalu ulangi.")
    return TryAgain(
        f"Server basis data {server} tidak dapat dihubungi.",
        langkah="Periksa apakah server itu menyala, namanya benar, dan jaringan ke sana terbuka, lalu ulangi.",
    )


def is_crowded(error: psycopg.OperationalError) -> bool:
    """Tell whether the server refused only because it has no connection left."""
    return "too many clients" in str(error) or "remaining connection slots" in str(error)


def require_usable(conninfo: str) -> None:
    """Raise Stop when the server is older than PostgreSQL 15 or does not store UTF-8."""
    with connect(conninfo) as connection:
        number = connection.info.server_version
        encoding = connection.info.parameter_status("server_encoding")
    if number < OLDEST * 10000:
        raise Stop(
            f"Server basis data ini PostgreSQL {_readable(number)}; Selaras memerlukan PostgreSQL {OLDEST} atau lebih "
            "baru.",
            langkah="Minta admin server itu memperbaruinya, atau hapus DATABASE_URL agar Selaras memakai server "
            "sendiri.",
        )
    if encoding != "UTF8":
        raise Stop(
            f"Basis data ini memakai pengodean {encoding}; Selaras memerlukan UTF8.",
            langkah="Minta admin server membuat basis data baru: CREATE DATABASE ... ENCODING 'UTF8' TEMPLATE "
            "template0.",
        )


def _readable(number: int) -> str:
    """Return 90624 as `9.6` and 140011 as `14.11`."""
    major, rest = divmod(number, 10000)
    return f"{major}.{rest // 100 if major < 10 else rest}"

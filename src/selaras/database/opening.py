"""`open_database`: from whatever state the folder is in to a database that takes connections."""

from __future__ import annotations

import os
import time
from pathlib import Path

import psycopg
from psycopg import sql

from selaras.database import cluster, connection, process, server, space
from selaras.database.folder import Place
from selaras.database.lock import Kabar, quiet, start_lock
from selaras.database.owner import Owner, owner_of
from selaras.database.programs import copied, forget_others
from selaras.database.sentences import spoken
from selaras.galat import SelarasError, Stop

_SOCKET_PATIENCE = 10.0  # seconds that a running server gets to show its socket


def open_database(folder: Path | None = None, *, kabar: Kabar = quiet) -> str:
    """Return the conninfo of the database `selaras`, started and created when need be.

    With DATABASE_URL set, that server is checked and nothing is started. `kabar` receives progress in Indonesian when
    something takes a while. Raises Stop or TryAgain with a sentence for the person.
    """
    url = os.environ.get("DATABASE_URL", "").strip()
    if url:
        connection.require_usable(url)
        return url
    place = Place.of(folder)
    with spoken(place):
        return _running(place) or _bring_up(place, kabar)


def _running(place: Place) -> str | None:
    """Return the conninfo when a server of this folder is up and has the database. No subprocess, a few ms."""
    found = process.read_pid_file(place)
    if found is None or found.cluster != str(place.cluster):  # a copied folder brings the pid file of the original
        return None
    conninfo = connection.of_server(found)
    try:
        psycopg.connect(conninfo, connect_timeout=connection.PATIENCE).close()
    except psycopg.OperationalError:
        return None
    return conninfo


def _bring_up(place: Place, kabar: Kabar) -> str:
    _make_folder(place)
    with start_lock(place, kabar):
        conninfo = _running(place)
        if conninfo is None:
            conninfo = _wait_until_ready(place, kabar)
        return conninfo


def _make_folder(place: Place) -> None:
    place.root.mkdir(parents=True, exist_ok=True, mode=0o755 if os.geteuid() == 0 else 0o700)
    if os.geteuid() == 0 and not place.root.stat().st_mode & 0o001:
        place.root.chmod(place.root.stat().st_mode | 0o011)  # the user of the server must pass through


def _start(place: Place, kabar: Kabar) -> None:
    """Make what is missing and start the server. Under the start lock, with no server running."""
    first = not cluster.exists(place)
    if not first:
        cluster.require_version(place)
    space.require(place.root, space.FIRST_USE if first else space.RESTART)
    owner = owner_of(place)
    programs = copied(place)
    _make_log_folder(place, owner)
    if first:
        kabar("Membuat basis data untuk pertama kali ...")
        cluster.make(place, owner, programs)
    cluster.require_way_in(place.cluster, owner)
    server.prepare(place, kabar)
    forget_others(place, programs)
    server.start(place, owner, programs, kabar)


def _make_log_folder(place: Place, owner: Owner) -> None:
    place.log.mkdir(mode=0o700, exist_ok=True)
    owner.take(place.log)


def _wait_until_ready(place: Place, kabar: Kabar) -> str:
    """Return the conninfo once the server answers; makes the database on first use.

    A server found running may still be recovering; one that was stopping is started again.
    """
    begun = time.monotonic()
    while time.monotonic() - begun < server.START_PATIENCE:
        running = process.server_of(place)
        if running is None:
            _start(place, kabar)
            continue
        if running.state == "ready" and _has_database(running):
            return connection.of_server(running)
        if running.state == "ready" and time.monotonic() - begun > _SOCKET_PATIENCE and not running.socket.exists():
            raise _no_socket(running)
        time.sleep(0.05)
    raise server.slow(place)


def _has_database(running: process.PidFile) -> bool:
    """Make sure that the database exists; False while the server does not answer."""
    try:
        with psycopg.connect(
            connection.of_server(running, "postgres"), autocommit=True, connect_timeout=connection.PATIENCE
        ) as admin:
            name = connection.DATABASE
            if admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is None:
                admin.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    except psycopg.errors.DiskFull as error:
        raise space.full(Path(running.cluster)) from error
    except psycopg.OperationalError as error:
        if connection.is_crowded(error):
            raise connection.explain(connection.of_server(running), error) from error
        return False
    return True


def _no_socket(running: process.PidFile) -> SelarasError:
    return Stop(
        f"Server basis data berjalan (proses {running.pid}), tetapi soketnya {running.socket} sudah tidak ada.",
        langkah=f"Matikan server itu (kill -INT {running.pid}), lalu ulangi; data yang sudah tersimpan tidak hilang.",
    )

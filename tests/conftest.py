"""One PostgreSQL server for the whole test session, and a fresh database for every test that asks for one."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import certifi
import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from database.places import new_folder
from selaras.database import open_database, stop


def pytest_configure(config: pytest.Config) -> None:
    """Nobody is asked over TLS here: one trusted certificate is read for every client instead of all of the world."""
    first, end, _ = (
        Path(certifi.where()).read_text(encoding="ascii", errors="ignore").partition("-----END CERTIFICATE-----")
    )
    path = Path(tempfile.mkdtemp(prefix="selaras-uji-")) / "satu.pem"
    path.write_text(first[first.index("-----BEGIN") :] + end + "\n", encoding="ascii")
    os.environ["SSL_CERT_FILE"] = str(path)
    config.add_cleanup(lambda: shutil.rmtree(path.parent))


def pytest_collection_finish() -> None:
    """Thousands of tests and everything imported for them stay: looking for garbage among them again costs minutes."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@cache
def _admin(conninfo: str) -> psycopg.Connection:
    return psycopg.connect(conninfo, autocommit=True)


def run_sql(conninfo: str, statement: str, **names: str) -> None:
    """Run one statement outside a transaction; names are quoted as identifiers."""
    quoted = {key: sql.Identifier(name) for key, name in names.items()}
    _admin(conninfo).execute(sql.SQL(statement).format(**quoted))


def name_of(conninfo: str) -> str:
    """Give the name of a database."""
    return str(conninfo_to_dict(conninfo)["dbname"])


def create_database(server: str, *, template: str = "template1", name: str = "") -> str:
    """Make a database, with a name of its own unless one is given, and return its conninfo."""
    name = name or f"uji_{uuid.uuid4().hex[:12]}"
    # Files are copied rather than logged: half the time for a schema as large as ours.
    run_sql(server, "CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY", name=name, template=template)
    return make_conninfo(server, dbname=name)


@cache
def migrated(server: str) -> str:
    """Make a migrated, empty database once per server. A process of its own: Django serves one database per process."""
    conninfo = create_database(server)
    program = "import sys; from selaras.config.migrations import migrate; migrate(sys.argv[1])"
    subprocess.run([sys.executable, "-c", program, conninfo], check=True, capture_output=True)
    return conninfo


def drop_database(server: str, conninfo: str) -> None:
    """Drop a database, ending whatever is still connected to it."""
    run_sql(server, "DROP DATABASE IF EXISTS {name} WITH (FORCE)", name=name_of(conninfo))


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Conninfo of a server to make databases on: DATABASE_URL, or one started for this session."""
    if os.environ.get("DATABASE_URL"):
        yield os.environ["DATABASE_URL"]
        return
    folder = new_folder()
    try:
        conninfo = open_database(folder / "data")
        for name in ("fsync", "synchronous_commit", "full_page_writes"):  # a power cut is no concern of these tests
            run_sql(conninfo, f"ALTER SYSTEM SET {name} TO off")
        run_sql(conninfo, "SELECT pg_reload_conf()")
        yield conninfo
    finally:
        _admin.cache_clear()
        stop(folder / "data")
        shutil.rmtree(folder)


@pytest.fixture(scope="session")
def template_dsn(server: str) -> str | None:
    """Conninfo of the database that `dsn` copies; None copies an empty one.

    Override it to run the migrations once: yield the conninfo of a database that is ready and has no connection left.
    """
    del server
    return None


@pytest.fixture
def dsn(server: str, template_dsn: str | None) -> Iterator[str]:
    """Conninfo of a fresh database, dropped after the test."""
    template = "template1"
    if template_dsn is not None:
        template = name_of(template_dsn)
    conninfo = create_database(server, template=template)
    yield conninfo
    drop_database(server, conninfo)

"""Fixtures for every room that works on a real database: a template with the schema, and a room in a copy of it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from functools import cache

import pytest
from conftest import create_database, drop_database

from jobs.ruang import Ruang


@cache
def template(server: str) -> str:
    """Make a migrated, empty database once per server. A process of its own: Django serves one database per process."""
    conninfo = create_database(server)
    program = "import sys; from selaras.config.migrations import migrate; migrate(sys.argv[1])"
    subprocess.run([sys.executable, "-c", program, conninfo], check=True, capture_output=True)
    return conninfo


@pytest.fixture(scope="session")
def template_dsn(server: str) -> str:
    return template(server)


@pytest.fixture(autouse=True)
def _hari_ini(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SELARAS_HARI_INI", "2025-01-06")


@pytest.fixture
def ruang(dsn: str) -> Iterator[Ruang]:
    room = Ruang(dsn)
    yield room
    room.tutup()


def salinan(server: str, template: str) -> Iterator[str]:
    """Give a copy of a database that nobody is connected to."""
    from psycopg.conninfo import conninfo_to_dict

    conninfo = create_database(server, template=str(conninfo_to_dict(template)["dbname"]))
    yield conninfo
    drop_database(server, conninfo)

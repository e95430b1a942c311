"""Fixtures for every room that works on a real database: a template with the schema, and a room in a copy of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from conftest import create_database, drop_database, migrated, name_of
from jobs.desa import Desa
from jobs.perintah import Perintah
from jobs.ruang import Ruang

HARI_INI = "2025-01-06"


template = migrated


@pytest.fixture(scope="session")
def template_dsn(server: str) -> str:
    return template(server)


@pytest.fixture(autouse=True)
def _hari_ini(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SELARAS_HARI_INI", HARI_INI)


@pytest.fixture
def ruang(dsn: str) -> Iterator[Ruang]:
    room = Ruang(dsn)
    yield room
    room.tutup()


@cache
def whole_village(server: str) -> str:
    """Make a database that holds the whole village, worked through, once per server."""
    conninfo = copied(server, template(server))
    with pytest.MonkeyPatch.context() as patch:  # whoever asks first must not decide the day for all
        patch.setenv("SELARAS_HARI_INI", HARI_INI)
        room = Ruang(conninfo)
        room.kerjakan(Desa())
        room.tutup()
    return conninfo


def copied(server: str, original: str) -> str:
    """Copy a database that nobody is connected to."""
    return create_database(server, template=name_of(original))


@pytest.fixture
def desa(server: str) -> Iterator[Ruang]:
    """A room in which the whole village of 6 January is already known."""
    conninfo = copied(server, whole_village(server))
    room = Ruang(conninfo)
    yield room
    room.tutup()
    drop_database(server, conninfo)


@pytest.fixture
def perintah(dsn: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Perintah:
    """The command line on an empty database."""
    return Perintah(dsn, tmp_path, monkeypatch)

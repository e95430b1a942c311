"""The pages over a village whose PMM is Selaras itself."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest

from conftest import drop_database
from jobs.pemasangan import copied, whole_village
from portal.conftest import Situs, _served
from portal.gtk.desa_pmm import isi


@pytest.fixture(scope="module")
def gtk(server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Situs]:
    """The pages of an instansi with the built-in PMM."""
    dsn = copied(server, whole_village(server))
    folder = tmp_path_factory.mktemp("gtk")
    with psycopg.connect(dsn) as connection:
        isi(connection)
    with _served(dsn, folder) as address, psycopg.connect(dsn, autocommit=True) as connection:
        yield Situs(address, connection, dsn, folder)
    drop_database(server, dsn)

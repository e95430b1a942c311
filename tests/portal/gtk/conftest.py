"""The pages over a village whose PMM is Selaras itself."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest

from jobs.pemasangan import whole_village
from portal.conftest import Panggung, Situs
from portal.gtk.desa_pmm import isi


@pytest.fixture(scope="module")
def gtk(server: str, panggung: Panggung) -> Iterator[Situs]:
    """The pages of an instansi with the built-in PMM."""
    with panggung.main(whole_village(server)) as dsn:
        with psycopg.connect(dsn) as connection:
            isi(connection)
        with psycopg.connect(dsn, autocommit=True) as connection:
            yield Situs(panggung.alamat, connection, dsn, panggung.folder)

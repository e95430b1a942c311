from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

import psycopg
import pytest

from conftest import drop_database
from jobs.desa import BUDI, DEWI, SARI, TONO, WARGA, Orang
from jobs.pemasangan import copied, whole_village
from jobs.pemasangan import template_dsn as template_dsn
from selaras.accounts.roles import Jenis
from selaras.accounts.scope import Cakupan
from selaras.accounts.services import pengguna_of
from selaras.organisasi.selectors import orang_id

KINI = dt.datetime(2025, 1, 6, 8, tzinfo=dt.UTC)
__all__ = ["BUDI", "DEWI", "KINI", "SARI", "TONO", "WARGA"]


@dataclass
class Kantor:
    """The whole village, worked through, and its people as users."""

    db: psycopg.Connection
    dsn: str

    def orang(self, o: Orang) -> int:
        found = orang_id(self.db, instansi=1, nip=o.nip)
        assert found is not None
        return found

    def sekolah(self, o: Orang) -> int:
        row = self.db.execute("SELECT id FROM sekolah WHERE npsn = %s", (o.sekolah.npsn,)).fetchone()
        assert row
        return int(row[0])

    def pengguna(self, o: Orang) -> UUID:
        return pengguna_of(self.db, orang=self.orang(o))

    def sebagai(self, jenis: Jenis, o: Orang) -> Cakupan:
        """Give the scope of a person in a role, at his own school where the role is about one."""
        places = (self.sekolah(o),) if str(jenis) in Jenis.of_school() else ()
        return Cakupan(self.pengguna(o), o.nama, jenis, 1, self.orang(o), places)


@pytest.fixture
def kantor(server: str) -> Iterator[Kantor]:
    dsn = copied(server, whole_village(server))
    with psycopg.connect(dsn) as connection:
        yield Kantor(connection, dsn)
    drop_database(server, dsn)

"""The built-in e-Kinerja served over the village, with a filled PMM beside it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

import httpx
import psycopg
import pytest

from jobs.desa import BUDI, Orang
from jobs.pemasangan import whole_village
from portal.conftest import Panggung, Situs
from portal.ekinerja.isi import isi_ekinerja, isi_pmm
from selaras.accounts.roles import Jenis


@dataclass
class Rumah(Situs):
    """The application with short ways to look at what it holds."""

    def satu(self, query: str, *params: object) -> tuple[object, ...] | None:
        self.db.commit()
        row = self.db.execute(query.encode(), params).fetchone()
        self.db.commit()
        return row

    def angka(self, query: str, *params: object) -> int:
        row = self.satu(query, *params)
        assert row
        return int(str(row[0]))

    def skp(self, o: Orang, npsn: str = "") -> str:
        row = self.satu(
            "SELECT s.id FROM ek_skp s JOIN ek_pegawai g ON g.id = s.pegawai_id JOIN ek_unor u ON u.id = s.unor_id "
            "WHERE g.nip = %s AND s.ditarik IS NULL AND u.npsn = %s",
            *(o.nip, npsn or o.sekolah.npsn),
        )
        assert row, o.nama
        return str(row[0])

    @contextmanager
    def sebagai(self, o: Orang, jenis: Jenis | None = None) -> Iterator[httpx.Client]:
        """Sign in as somebody, in the role that reaches furthest or in this one."""
        with closing(self.masuk(o)) as client:
            if jenis is not None:
                pilih(client, jenis)
            yield client


def pilih(client: httpx.Client, jenis: Jenis) -> None:
    """Choose a role, if it is not the one that holds already."""
    import re

    from portal.conftest import kirim

    page = client.get("/").text
    for choice in re.findall(r'name="peran" value="([^"]+)"', page):
        if choice.startswith(f"{jenis}:"):
            kirim(client, "/peran/", dari="/", peran=choice)


@pytest.fixture(scope="module")
def rumah(server: str, panggung: Panggung) -> Iterator[Rumah]:
    with panggung.main(whole_village(server)) as dsn, psycopg.connect(dsn) as db:
        isi_pmm(db)
        isi_ekinerja(db)
        db.commit()
        home = Rumah(panggung.alamat, db, dsn, panggung.folder)
        home.beri(BUDI, Jenis.ADMIN_INSTANSI)
        yield home

"""The pages under their real server over the village, and a browser without JavaScript for every role."""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import psycopg
import pytest

from conftest import drop_database
from jobs.desa import BUDI, DEWI, SARI, WARGA, Orang
from jobs.pemasangan import copied, whole_village
from selaras.accounts.codes import kode_buat
from selaras.accounts.roles import Jenis
from selaras.accounts.services import pengguna_of, peran_beri, system_scope
from selaras.organisasi.selectors import orang_id

HARI = "2025-01-06"
START = 60.0


@dataclass
class Situs:
    """The running pages, and their database."""

    alamat: str
    db: psycopg.Connection
    dsn: str
    folder: Path

    def orang(self, o: Orang) -> int:
        found = orang_id(self.db, instansi=1, nip=o.nip)
        assert found is not None
        return found

    def sekolah(self, o: Orang) -> int:
        row = self.db.execute("SELECT id FROM sekolah WHERE npsn = %s", (o.sekolah.npsn,)).fetchone()
        assert row
        return int(row[0])

    def beri(self, o: Orang, jenis: Jenis) -> None:
        scope = system_scope(self.db, instansi=1, actor="uji")
        sekolah = self.sekolah(o) if str(jenis) in Jenis.of_school() else None
        user = pengguna_of(self.db, orang=self.orang(o))
        peran_beri(self.db, scope, pengguna=user, jenis=jenis, mulai=dt.date(2020, 1, 1), sekolah=sekolah)
        self.db.commit()

    def kode(self, o: Orang) -> str:
        scope = system_scope(self.db, instansi=1, actor="uji")
        now = dt.datetime.fromisoformat(f"{HARI}T08:00:00+07:00")
        (made,) = kode_buat(self.db, scope, sekolah=self.sekolah(o), orang=[self.orang(o)], now=now)
        self.db.commit()
        return made.kode

    def klien(self) -> httpx.Client:
        return httpx.Client(base_url=self.alamat, timeout=30, follow_redirects=True)

    def masuk(self, o: Orang) -> httpx.Client:
        """Sign in as this person."""
        client = self.klien()
        answer = kirim(client, "/masuk/", kode=self.kode(o))
        assert answer.status_code == 200, answer.text[-500:]
        return client


def folder_of(situs: Situs) -> Path:
    """Return the data folder that the pages of the test use."""
    return situs.folder.parent


def kirim(client: httpx.Client, path: str, *, dari: str | None = None, **fields: str) -> httpx.Response:
    """Fill in a form and send it, with the token of the page that shows it."""
    page = client.get(dari or path).text
    found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert found, page[:300]
    referer = {"Referer": f"{client.base_url}{path}"}
    return client.post(path, data={"csrfmiddlewaretoken": found[1], **fields}, headers=referer)


@pytest.fixture(scope="module")
def situs(server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Situs]:
    dsn = copied(server, whole_village(server))
    folder, ready = tmp_path_factory.mktemp("portal"), tmp_path_factory.getbasetemp() / "statis-siap"
    if ready.exists():  # compressed once a session, not once a module
        shutil.copytree(ready, folder, dirs_exist_ok=True)
    with _served(dsn, folder) as address, psycopg.connect(dsn) as connection:
        if not ready.exists():
            shutil.copytree(folder / "statis", ready / "statis")
            shutil.copy(folder / "statis.terkumpul", ready)
        yield Situs(address, connection, dsn, folder)
    drop_database(server, dsn)


class _served:  # noqa: N801 - reads as a function
    def __init__(self, dsn: str, folder: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        env = {**os.environ, "SELARAS_PORTAL_DSN": dsn, "SELARAS_PORTAL_FOLDER": str(folder), "SELARAS_HARI_INI": HARI}
        self.log = (folder / "keluaran").open("wb")
        arguments = [sys.executable, "-m", "selaras.portal.server", "127.0.0.1", str(self.port), "1"]
        self.process = subprocess.Popen(arguments, env=env, stdout=self.log, stderr=self.log)
        self.folder = folder

    def __enter__(self) -> str:
        address = f"http://127.0.0.1:{self.port}"
        deadline = time.monotonic() + START
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                if httpx.get(f"{address}/sehat/", timeout=5).status_code == 200:
                    return address
            except httpx.TransportError:
                time.sleep(0.2)
        raise RuntimeError((self.folder / "keluaran").read_text())

    def __exit__(self, *args: object) -> None:
        self.process.terminate()
        self.process.wait(20)
        self.log.close()


Masuk = Callable[[Orang], httpx.Client]
__all__ = ["BUDI", "DEWI", "HARI", "SARI", "WARGA", "Situs", "folder_of", "kirim"]

"""The pages under their real server over the village, and a browser without JavaScript for every role."""

from __future__ import annotations

import contextlib
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

from conftest import create_database, drop_database, name_of
from jobs.desa import BUDI, DEWI, SARI, WARGA, Orang
from jobs.pekerja import START as START_CLI
from jobs.pemasangan import whole_village
from selaras.accounts.codes import kode_buat
from selaras.accounts.roles import Jenis
from selaras.accounts.services import pengguna_of, peran_beri, system_scope
from selaras.organisasi.selectors import orang_id

HARI = "2025-01-06"
START = 60.0
_COMPRESSED: list[Path] = []  # folders of servers that are up: their static files lie ready


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

    def bekerja(self) -> str:
        """Let a worker do what waits, as a process of its own, and return what it said."""
        env = {**os.environ, "DATABASE_URL": self.dsn, "SELARAS_DATA": str(folder_of(self)), "SELARAS_HARI_INI": HARI}
        command = [sys.executable, "-c", START_CLI, "worker", "--sekali"]
        done = subprocess.run(command, env=env, check=False, capture_output=True, timeout=120)
        self.db.rollback()
        return done.stderr.decode()

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


class Panggung:
    """One server of the pages for all modules: each plays on a database of its own, which is put under it."""

    def __init__(self, server: str, folder: Path) -> None:
        self.server, self.folder = server, folder
        self.dsn = create_database(server)
        self.played = False
        self._served: _served | None = None
        self._address = ""

    @contextlib.contextmanager
    def main(self, original: str) -> Iterator[str]:
        """Put a copy of this database under the pages. One module at a time."""
        assert not self.played, "modul ini memakai dua halaman sekaligus"
        self.played = True
        drop_database(self.server, self.dsn)
        create_database(self.server, name=name_of(self.dsn), template=name_of(original))
        try:
            yield self.dsn
        finally:
            self.played = False

    @property
    def alamat(self) -> str:
        """Start the pages when they are first wanted, wait for them, and say where they are."""
        if self._served is None:
            self._served = _served(self.dsn, self.folder)
            self._address = self._served.__enter__()
        self._served.siap(self._address)
        return self._address

    def tutup(self) -> None:
        if self._served is not None:
            self._served.__exit__()
        drop_database(self.server, self.dsn)


@pytest.fixture(scope="session")
def panggung(server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Panggung]:
    stage = Panggung(server, tmp_path_factory.mktemp("portal"))
    yield stage
    stage.tutup()


@pytest.fixture(scope="module")
def situs(server: str, panggung: Panggung) -> Iterator[Situs]:
    with panggung.main(whole_village(server)) as dsn, psycopg.connect(dsn) as connection:
        yield Situs(panggung.alamat, connection, dsn, panggung.folder)


class _served:  # noqa: N801 - reads as a function
    def __init__(self, dsn: str, folder: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        env = {**os.environ, "SELARAS_PORTAL_DSN": dsn, "SELARAS_PORTAL_FOLDER": str(folder), "SELARAS_HARI_INI": HARI}
        if ready := next(iter(_COMPRESSED), None):  # once a session, not once a server
            shutil.copytree(ready / "statis", folder / "statis", dirs_exist_ok=True)
            shutil.copy(ready / "statis.terkumpul", folder)
        self.log = (folder / "keluaran").open("wb")
        arguments = [sys.executable, "-m", "selaras.portal.server", "127.0.0.1", str(self.port), "1"]
        self.process = subprocess.Popen(arguments, env=env, stdout=self.log, stderr=self.log)
        self.folder = folder

    def __enter__(self) -> str:
        address = f"http://127.0.0.1:{self.port}"
        self.siap(address)
        _COMPRESSED.append(self.folder)
        return address

    def siap(self, address: str) -> None:
        """Wait until the pages answer and reach their database."""
        deadline = time.monotonic() + START
        while time.monotonic() < deadline and self.process.poll() is None:
            with contextlib.suppress(httpx.TransportError):
                if httpx.get(f"{address}/sehat/", timeout=5).status_code == 200:
                    return
            time.sleep(0.1)
        raise RuntimeError((self.folder / "keluaran").read_text())

    def __exit__(self, *args: object) -> None:
        self.process.terminate()
        self.process.wait(20)
        self.log.close()


Masuk = Callable[[Orang], httpx.Client]
__all__ = ["BUDI", "DEWI", "HARI", "SARI", "WARGA", "Situs", "folder_of", "kirim"]

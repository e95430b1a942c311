from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from conftest import drop_database
from jobs.pemasangan import copied, template
from myasn import warga
from myasn.klien import Peramban, Selaras, klien
from selaras.myasn.running import Simulator, running
from ui.peramban import buka_chromium


@pytest.fixture(scope="session")
def template_dsn(server: str) -> str:
    return template(server)


@pytest.fixture(scope="module")
def folder(server: str) -> Iterator[str]:
    """A rehearsal folder with its people."""
    conninfo = copied(server, template(server))
    warga.isi(conninfo)
    yield conninfo
    drop_database(server, conninfo)


@pytest.fixture(scope="module")
def myasn(folder: str) -> Iterator[Simulator]:
    """The provider on that folder, for all tests of a file."""
    with running(folder, klien(), klaim_nik="nik") as simulator:
        yield simulator


@pytest.fixture
def selaras(myasn: Simulator) -> Iterator[Selaras]:
    """A public client that knows nothing but the issuer, and a browser of its own; the knobs let everything pass."""
    with Peramban() as peramban:
        peramban.post(f"{myasn.address}/_simulasi/gangguan", json={})
        yield Selaras(myasn.address, peramban)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A real Chromium for the tests of one module: see `ui.peramban`."""
    with buka_chromium() as browser:
        yield browser

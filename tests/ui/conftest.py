"""The gallery in a process of its own, a client, and a real Chromium."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser

from ui.peramban import buka_chromium

START = 60.0


@pytest.fixture(scope="session")
def alamat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the test server."""
    folder = tmp_path_factory.mktemp("ui")
    server = Path(__file__).with_name("pelayan.py")
    with (folder / "keluaran").open("wb") as keluaran:
        proses = subprocess.Popen([sys.executable, str(server), str(folder)], stdout=keluaran, stderr=keluaran)
    try:
        yield _tunggu(folder, proses)
    finally:
        proses.terminate()
        proses.wait(10)


def _tunggu(folder: Path, proses: subprocess.Popen[bytes]) -> str:
    batas = time.monotonic() + START
    while time.monotonic() < batas and proses.poll() is None:
        if (folder / "alamat").exists():
            return (folder / "alamat").read_text()
        time.sleep(0.1)
    raise RuntimeError((folder / "keluaran").read_text())


@pytest.fixture
def klien(alamat: str) -> Iterator[httpx.Client]:
    """A client without JavaScript, style or cookies of before."""
    with httpx.Client(base_url=alamat, timeout=30) as klien:
        yield klien


@pytest.fixture
def rakit(klien: httpx.Client) -> Callable[..., str]:
    """Render a template of the test with values of the test."""

    def render(sumber: str, **isi: Any) -> str:
        jawaban = klien.post("/rakit/", json={"sumber": sumber, "isi": isi})
        assert jawaban.status_code == 200, jawaban.text[:300]
        return jawaban.text

    return render


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Chromium for the tests of one module: see `ui.peramban`."""
    with buka_chromium() as browser:
        yield browser

"""Folders to run real servers in: an empty one, and one whose server has been made (and stopped) before."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from database.places import new_folder
from selaras.database import open_database, stop
from selaras.database.folder import Place


def clear(work: Path) -> None:
    """Stop every server below the folder and remove it, with what killed ones left elsewhere."""
    for settings in work.rglob("postgresql.conf"):
        data = settings.parent.parent
        stop(data)
        for sockets in Place.of(data).socket_folders():
            shutil.rmtree(sockets, ignore_errors=True)
    shutil.rmtree(work)


@pytest.fixture(autouse=True)
def _embedded(monkeypatch: pytest.MonkeyPatch) -> None:
    """These tests are about the server that Selaras starts itself."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("SELARAS_DATA", raising=False)


@pytest.fixture
def work() -> Iterator[Path]:
    """An empty folder; servers started below it are stopped at the end."""
    folder = new_folder()
    yield folder
    clear(folder)


@pytest.fixture(scope="session")
def prepared() -> Iterator[Path]:
    """A data folder whose server ran once and was stopped: copying it is faster than making one."""
    folder = new_folder()
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("DATABASE_URL", raising=False)
        open_database(folder / "data")
    stop(folder / "data")
    yield folder / "data"
    clear(folder)


@pytest.fixture
def data(work: Path, prepared: Path) -> Path:
    """A data folder of its own for the test, with its server not running."""
    return copied(prepared, work / "data")


def copied(prepared: Path, target: Path) -> Path:
    """Copy a data folder whose server does not run; the binaries in it are linked."""
    target.mkdir()
    for name, option in (("db", "-a"), ("log", "-a"), ("pg", "-al")):
        subprocess.run(["cp", option, str(prepared / name), str(target / name)], check=True)
    return target

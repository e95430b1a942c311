from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest

from conftest import create_database, drop_database
from pmm.gugus import Gugus


@pytest.fixture(scope="session")
def template_dsn(server: str) -> Iterator[str]:
    """A migrated, empty database. The room stands low, so its tests know nothing of the rooms above."""
    conninfo = create_database(server)
    program = "import sys; from selaras.config.migrations import migrate; migrate(sys.argv[1])"
    subprocess.run([sys.executable, "-c", program, conninfo], check=True, capture_output=True)
    yield conninfo
    drop_database(server, conninfo)


@pytest.fixture(autouse=True)
def _hari_ini(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SELARAS_HARI_INI", "2025-01-06")


@pytest.fixture
def gugus(dsn: str) -> Iterator[Gugus]:
    """The two schools, filled."""
    cluster = Gugus(dsn).isi()
    yield cluster
    cluster.tutup()

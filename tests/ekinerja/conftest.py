from __future__ import annotations

from collections.abc import Iterator

import pytest

from conftest import migrated
from ekinerja.kantor import Kantor


@pytest.fixture(scope="session")
def template_dsn(server: str) -> str:
    """A migrated, empty database."""
    return migrated(server)


@pytest.fixture(autouse=True)
def _hari_ini(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SELARAS_HARI_INI", "2025-01-06")


@pytest.fixture
def kantor(dsn: str) -> Iterator[Kantor]:
    """The small office, filled."""
    office = Kantor(dsn).isi()
    yield office
    office.tutup()

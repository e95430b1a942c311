from __future__ import annotations

from collections.abc import Iterator

import pytest

from connectors.target.panggung import Panggung, gedung, panggung_baru
from selaras.connectors.target import Target
from selaras.ekinerja.simulator.running import Simulator


@pytest.fixture(scope="session")
def rumah(server: str) -> Iterator[tuple[str, Simulator]]:
    with gedung(server) as made:
        yield made


@pytest.fixture
def panggung(rumah: tuple[str, Simulator]) -> Iterator[Panggung]:
    with panggung_baru(*rumah) as stage:
        yield stage


@pytest.fixture(params=["dalam proses", "lewat HTTP"])
def target(request: pytest.FixtureRequest, panggung: Panggung) -> Target:
    return panggung.in_process() if request.param == "dalam proses" else panggung.over_http()

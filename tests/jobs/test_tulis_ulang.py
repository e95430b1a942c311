"""The same district in hostile-but-legal files gives the same findings and the same rekap."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jobs.acak import tulis_ulang
from jobs.daerah import Daerah, district, ringkas


@pytest.fixture(scope="module")
def asli(server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Daerah]:
    folder = tmp_path_factory.mktemp("asli") / "berkas"
    with Daerah.buka(server, folder, district(77, 10, 140)) as made:
        made.impor()
        yield made


@pytest.mark.parametrize("seed", [1, 2])
def test_it_finds_the_same_in_rewritten_files(asli: Daerah, server: str, tmp_path: Path, seed: int) -> None:
    folder = tulis_ulang(asli.folder / asli.hari[0], tmp_path / "ulang", seed)
    with Daerah.buka(server, asli.folder, district(77, 10, 140)) as lain:
        lain.impor(folder=folder)
        found, expected = ringkas(lain.kendala()), ringkas(asli.kendala())
        assert sorted(map(str, found ^ expected)) == []
        assert lain.rekap() == asli.rekap()

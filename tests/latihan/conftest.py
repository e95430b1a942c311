from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from jobs.pemasangan import perintah, template_dsn
from latihan.bacaan import Folder
from selaras.latihan.district import District, buat
from selaras.latihan.paket import tulis_semua

__all__ = ["perintah", "template_dsn"]


def _folders(d: District, path: Path) -> tuple[Folder, Folder]:
    tulis_semua(d, path)
    satu, dua = (
        Folder(path / f"{hari}", orjson.loads((path / f"kunci-{hari}.json").read_bytes())) for hari in d.snapshot
    )
    return satu, dua


@pytest.fixture(scope="session")
def district() -> District:
    return buat(14, 300, 2024, 11)


@pytest.fixture(scope="session")
def keduanya(district: District, tmp_path_factory: pytest.TempPathFactory) -> tuple[Folder, Folder]:
    return _folders(district, tmp_path_factory.mktemp("rusak"))


@pytest.fixture(scope="session")
def enam_januari(keduanya: tuple[Folder, Folder]) -> Folder:
    return keduanya[0]


@pytest.fixture(scope="session")
def sepuluh_januari(keduanya: tuple[Folder, Folder]) -> Folder:
    return keduanya[1]


@pytest.fixture(scope="session")
def bersih(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    return _folders(buat(14, 300, 2024, 5, bersih=True), tmp_path_factory.mktemp("bersih"))[0]

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
import pytest
from python_calamine import CalamineWorkbook

from selaras.latihan.district import District, buat
from selaras.latihan.paket import tulis_semua

Row = dict[str, Any]


@dataclass
class Folder:
    """One snapshot read back with calamine: nothing of the generator is used to read it."""

    path: Path
    kunci: dict[str, Any]

    def raw(self, berkas: str, lembar: int = 0) -> list[list[Any]]:
        return CalamineWorkbook.from_path(self.path / berkas).get_sheet_by_index(lembar).to_python()

    def rows(self, berkas: str, lembar: int = 0, header: int = 1) -> list[Row]:
        semua = self.raw(berkas, lembar)
        return [dict(zip(semua[header - 1], isi, strict=True)) for isi in semua[header:]]

    def pmm(self, tabel: str) -> list[Row]:
        return self.rows("pmm.xlsx", ("pegawai", "skp", "rhk", "kegiatan", "penilaian").index(tabel))

    def skp(self) -> list[Row]:
        return self.rows("laporan-skp-2024.xlsx", header=8)

    def penilaian(self, tw: str) -> list[Row]:
        nama = "tahunan" if tw == "T" else f"tw{tw}"
        return self.rows(f"laporan-penilaian-{nama}-2024.xlsx", header=8)

    def siasn(self) -> list[Row]:
        return self.rows("pegawai-siasn.xlsx")

    def dapodik(self) -> list[Row]:
        return self.rows("daftar-guru-dapodik.xlsx", header=5)

    def lines(self, berkas: str) -> list[list[str]]:
        return [b.split(";" if b.count(";") > 2 else ",") for b in (self.path / berkas).read_text().splitlines()]

    def kode(self, kode: str) -> list[str]:
        return list(self.kunci["kendala"].get(kode, []))


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

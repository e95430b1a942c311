"""A rehearsal district worked through by the command line, and what its answer key asks of the findings."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
import pytest

from conftest import drop_database
from jobs.pemasangan import copied, template
from jobs.perintah import Perintah
from selaras.latihan.district import District, buat
from selaras.latihan.files import tulis
from selaras.latihan.kunci import simpan

GRAVE = ("terblokir", "berbeda", "ditolak")
SEKOLAH = ("U1", "U2", "U3", "K1", "K2", "S4")
Kunci = dict[str, Any]


@dataclass
class Daerah:
    """Files on disk, a database, and the command line on it."""

    folder: Path
    hari: tuple[str, str]
    perintah: Perintah

    @classmethod
    @contextmanager
    def buka(
        cls, server: str, folder: Path, d: District, *, original: str | None = None, hari: int = 1
    ) -> Iterator[Daerah]:
        """Write the files of one or both days once and give the district on a database of its own."""
        if not folder.exists():
            for day in d.snapshot[:hari]:
                tulis(d, folder / day.isoformat(), day)
                simpan(d, day, folder / f"kunci-{day}.json")
        dsn = copied(server, original or template(server))
        with pytest.MonkeyPatch.context() as patch:
            satu, dua = (day.isoformat() for day in d.snapshot)
            yield cls(folder, (satu, dua), Perintah(dsn, folder.parent / f"{folder.name}-kerja", patch, hari=satu))
        drop_database(server, dsn)

    def kunci(self, ke: int = 0) -> Kunci:
        found: Kunci = orjson.loads((self.folder / f"kunci-{self.hari[ke]}.json").read_bytes())
        return found

    def impor(self, ke: int = 0, folder: Path | None = None) -> dict[str, Any]:
        """Import one snapshot, all of it readable."""
        self.perintah.hari = self.hari[ke]
        done = self.perintah("impor", folder or self.folder / self.hari[ke], "--tahun", 2024, "--json")
        assert done.kode == 0, done.err + done.out
        report: dict[str, Any] = done.json
        return report

    def kendala(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.perintah("kendala", "--json", "--tampilkan-identitas").json["kendala"]
        return found

    def rekap(self) -> dict[str, Any]:
        found: dict[str, Any] = self.perintah("rekap", "--json").json
        return found


def district(seed: int, sekolah: int = 10, guru: int = 150, **options: Any) -> District:
    return buat(sekolah, guru, 2024, seed, **options)


def siapa(kendala: list[dict[str, Any]]) -> dict[str, set[str]]:
    """Give, per code, the NIPs or (for codes of a school) NPSNs or (of the instansi) periods."""
    found: dict[str, set[str]] = {}
    for k in kendala:
        who = [k["npsn"]] if k["kode"] in SEKOLAH else k["periode"] if k["kode"].startswith("P") else [k["nip"] or "?"]
        found.setdefault(k["kode"], set()).update(who)
    return found


def ringkas(kendala: list[dict[str, Any]]) -> set[tuple[Any, ...]]:
    """Give the findings without what depends on the shape of the files: name of file, sheet, row."""
    return {
        (
            k["kode"],
            k["tingkat"],
            k["nip"],
            k["nip_pmm"],
            k["npsn"],
            tuple(k["periode"]),
            k["keadaan"],
            k["membuka_jalan_bagi"],
        )
        for k in kendala
        if k["kode"] not in ("F1", "F2")
    }

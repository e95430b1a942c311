"""The catalogue of findings as data: texts from `kendala.csv`, weights from `kode.csv`, messages from `pesan.csv`.

`kendala_tambahan.csv` holds the codes that files needed beyond the first catalogue (E1, E2, F3, B1).
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import psycopg

_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Texts:
    """What people read about a code. Braces are filled in with the facts of the finding."""

    kode: str
    judul: str
    sebab: str
    langkah: str
    penanggung_jawab: str
    di_mana: str
    perkiraan_waktu: str


@dataclass(frozen=True, slots=True)
class Code:
    """How a code weighs: 30 blocks, 25 refused, 20 differs, 10 waits, 1 press the button, 0 note."""

    kode: str
    weight: int
    tingkat: str
    kecuali_kepala: bool
    setara: bool

    @property
    def keadaan(self) -> str:
        """The state that the code leads to, 'catatan' for a note."""
        return _STATES[self.weight]


_STATES = {30: "terblokir", 25: "ditolak", 20: "berbeda", 10: "menunggu", 1: "siap", 0: "catatan"}


def _rows(name: str) -> list[dict[str, str]]:
    with (_DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def texts() -> dict[str, Texts]:
    """Read the texts of every code; R3n (a note on an official value) shares R3's."""
    found = {row["kode"]: Texts(**row) for name in ("kendala.csv", "kendala_tambahan.csv") for row in _rows(name)}
    return {**found, "R3n": found["R3"]}


@cache
def codes() -> dict[str, Code]:
    """Read the weights; the order of the file is the order among equals."""
    return {
        row["kode"]: Code(
            row["kode"],
            int(row["weight"]),
            row["tingkat"],
            row["kecuali_kepala"] == "1",
            row["setara"] == "1",
        )
        for row in _rows("kode.csv")
    }


def shown(kode: str) -> str:
    """Name a code as people know it.

    >>> shown("R3n")
    'R3'
    """
    return kode.removesuffix("n")


def messages() -> list[tuple[str, list[str], bool]]:
    """List the messages of Log Sinkronisasi that are known: (text, codes that explain it, whether it is a refusal)."""
    return [(row["pesan"], row["kode"].split(), row["menolak"] == "1") for row in _rows("pesan.csv")]


def store(connection: psycopg.Connection) -> None:
    """Write the codes into the table that `derive` reads. A code keeps the number it once got in this folder."""
    ids: dict[str, int] = {}
    known: dict[str, tuple[int, str, bool, bool]] = {}
    for number, kode, *rest in connection.execute("SELECT id, kode, weight, tingkat, kecuali_kepala, setara FROM code"):
        ids[kode], known[kode] = number, (rest[0], rest[1], rest[2], rest[3])
    wanted = {code.kode: (code.weight, code.tingkat, code.kecuali_kepala, code.setara) for code in codes().values()}
    if known == wanted:
        return
    free = iter(range(max(ids.values(), default=0) + 1, 1000))
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO code(id, kode, weight, tingkat, kecuali_kepala, setara) VALUES (%s, %s, %s, %s, %s, %s) "
            "ON CONFLICT (kode) DO UPDATE SET weight = EXCLUDED.weight, tingkat = EXCLUDED.tingkat, "
            "kecuali_kepala = EXCLUDED.kecuali_kepala, setara = EXCLUDED.setara",
            [(ids.get(kode) or next(free), kode, *values) for kode, values in wanted.items()],
        )

"""How far everybody is on the way: which codes hold whom. One query, however many teachers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import LiteralString

import psycopg
from psycopg.rows import class_row

from selaras.ledger.queries import Queries
from selaras.monitoring.dekat import di_sekolah

_sql = Queries(__file__)


@dataclass(frozen=True, slots=True)
class Kedudukan:
    """One person at one school: entries, those done, and the codes that hold the others."""

    sekolah_id: int
    orang_id: int
    nama: str | None  # None for somebody who moved out of reach
    kepala: bool
    isian: int
    selesai: int
    kode: list[str]

    @property
    def lengkap(self) -> bool:
        """Say whether nothing is left."""
        return self.isian == self.selesai


@dataclass(frozen=True, slots=True)
class Kelompok:
    """People of one school who stand alike: the same codes hold them."""

    sekolah_id: int
    kepala: bool
    lengkap: bool
    kode: list[str]
    n: int


def kedudukan(connection: psycopg.Connection, *, instansi: int, tahun: int, sekolah: int) -> list[Kedudukan]:
    """List the people of a school, the head first."""
    query = f"SELECT * FROM ({_standing(sekolah)}) x ORDER BY kepala DESC, nama, orang_id"  # noqa: S608 - our own file
    params = {"instansi": instansi, "tahun": tahun, "sekolah": sekolah}
    with connection.cursor(row_factory=class_row(Kedudukan)) as cursor:
        return cursor.execute(query, params).fetchall()


def kelompok(connection: psycopg.Connection, *, instansi: int, tahun: int) -> list[Kelompok]:
    """Count the people of every visible school by what holds them."""
    query = (
        "SELECT sekolah_id, kepala, isian = selesai AS lengkap, kode, count(*)::int AS n "  # noqa: S608 - our own file
        f"FROM ({_standing(None)}) x GROUP BY 1, 2, 3, 4 ORDER BY 1"
    )
    params = {"instansi": instansi, "tahun": tahun}
    with connection.cursor(row_factory=class_row(Kelompok)) as cursor:
        return cursor.execute(query, params).fetchall()


def _standing(sekolah: int | None) -> LiteralString:
    return _sql("langkah", di_sekolah=di_sekolah(sekolah))

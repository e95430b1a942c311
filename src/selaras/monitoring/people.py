"""Who works at a school, and how far each is."""

from __future__ import annotations

from dataclasses import dataclass

import psycopg
from psycopg.rows import class_row

from selaras.ledger.keadaan import NUMBERS
from selaras.ledger.queries import Queries

_sql = Queries(__file__)


@dataclass(frozen=True, slots=True)
class Orang:
    """One person of a school: entries, those that are done, the number of the gravest state left."""

    orang_id: int
    nama: str | None
    nip: str | None
    kepala: bool
    isian: int
    selesai: int
    keadaan: int | None

    @property
    def nama_keadaan(self) -> str:
        """Name the state; somebody without entries is left out of it."""
        return NUMBERS.get(self.keadaan or 0, "dikecualikan")


def people(connection: psycopg.Connection, *, sekolah: int, tahun: int) -> list[Orang]:
    """List the active people of a school, the head first."""
    with connection.cursor(row_factory=class_row(Orang)) as cursor:
        return cursor.execute(_sql("people"), {"sekolah": sekolah, "tahun": tahun}).fetchall()

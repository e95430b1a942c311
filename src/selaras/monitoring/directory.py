"""Everybody in reach by name, a page at a time: the database counts and cuts, nothing is read that is not shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg.rows import class_row

from selaras.ledger.keadaan import KEADAAN, NUMBERS
from selaras.ledger.queries import Queries

_sql = Queries(__file__)


@dataclass(frozen=True, slots=True)
class Tercatat:
    """One line of the list: the gravest state of the person's entries, and how many of them are done."""

    orang_id: int
    nama: str | None
    nip: str | None
    kepala: bool
    aktif: bool
    sekolah_id: int | None
    sekolah: str | None
    isian: int
    selesai: int
    keadaan: int | None

    @property
    def nama_keadaan(self) -> str | None:
        """Name the state; None for somebody without entries."""
        return NUMBERS.get(self.keadaan or 0)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whom the list is to show: part of a name, part of a school's name or its NPSN, somebody with such an entry.

    kode  only those with an entry that this code holds, as people know the code
    """

    instansi: int
    tahun: int
    nama: str = ""
    sekolah: str = ""
    keadaan: str = ""
    kode: str = ""

    @property
    def params(self) -> dict[str, Any]:
        """Parameters of both queries; what was typed is text, not a pattern."""
        return {
            "instansi": self.instansi,
            "tahun": self.tahun,
            "nama": _within(self.nama),
            "sekolah": _within(self.sekolah),
            "npsn": self.sekolah,
            "kode": self.kode or None,
            "keadaan": KEADAAN.index(self.keadaan) + 1 if self.keadaan in KEADAAN else None,
        }


def people_count(connection: psycopg.Connection, wanted: Wanted) -> int:
    """Count the people of a list."""
    row = connection.execute(_sql("directory_count"), wanted.params).fetchone()
    return int(row[0]) if row else 0


def people_page(connection: psycopg.Connection, wanted: Wanted, *, most: int, skip: int) -> list[Tercatat]:
    """Return a page of the list, by name."""
    with connection.cursor(row_factory=class_row(Tercatat)) as cursor:
        return cursor.execute(_sql("directory"), {**wanted.params, "banyak": most, "lewati": skip}).fetchall()


def _within(text: str) -> str | None:
    r"""Return a pattern for text that stands anywhere.

    >>> _within("50%_a"), _within("")
    ('%50\\%\\_a%', None)
    """
    plain = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{plain}%" if plain else None

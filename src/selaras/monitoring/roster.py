"""The people of one school, and what PMM says of them already: what a template for the school is made of."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg.rows import class_row

from selaras.ledger.queries import Queries

_sql = Queries(__file__)


@dataclass(frozen=True, slots=True)
class OrangSekolah:
    """One person of a school.

    nip      as PMM knows it; that of the other systems when PMM does not know the person
    pegawai  what PMM's roster of this school says, None when it does not name the person
    skp      SKP of the year at this school: status, mulai, selesai, plt, penilai, tanggal, lain (ISO dates, codes)
    nilai    ratings of the year at this school: slot, hasil, perilaku, predikat, status, penilai, tanggal, lain
    terisi   slots that PMM rates already, here or at another school
    """

    nip: str
    nama: str
    mulai: dt.date | None  # first day of service that the NIP tells
    kepegawaian: str | None
    jenis_ptk: str | None
    pegawai: dict[str, Any] | None
    skp: list[dict[str, Any]]
    nilai: list[dict[str, Any]]
    terisi: list[int]


def roster(connection: psycopg.Connection, *, sekolah: int, tahun: int) -> list[OrangSekolah]:
    """List the people of a school with what PMM has said of their SKP and ratings of a year."""
    with connection.cursor(row_factory=class_row(OrangSekolah)) as cursor:
        return cursor.execute(_sql("roster"), {"sekolah": sekolah, "tahun": tahun}).fetchall()


def school_name(connection: psycopg.Connection, *, sekolah: int) -> str:
    """Return the name of a school, its NPSN when no file has named it."""
    row = connection.execute("SELECT coalesce(nama, npsn) FROM sekolah WHERE id = %s", (sekolah,)).fetchone()
    return str(row[0]) if row else ""

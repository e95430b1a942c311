"""Reading plans a page at a time: for screens, where a plan may hold a hundred thousand operations."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg.rows import class_row

from selaras.ledger.queries import Queries
from selaras.plan.values import Step

_sql = Queries(__file__)


@dataclass(frozen=True, slots=True)
class Ringkas:
    """A plan in one line: who sealed it, and what became of its operations."""

    id: int
    tahun: int
    n: int
    disegel: dt.datetime
    disegel_oleh: str
    kedua_oleh: str | None
    ditutup: dt.datetime | None
    jeda: str | None
    berlaku_sampai: dt.datetime
    menunggu_kedua: bool
    dibuka: bool
    diterima: int
    terlihat: int
    ditolak: int
    batal: int
    belum_pasti: int
    belum_dikirim: int
    semua: int


@dataclass(frozen=True, slots=True)
class Perubahan:
    """What a plan would change: new entries, overwritten ones, withdrawn ones; how many lower the predikat."""

    baru: int
    ubah: int
    tarik: int
    skp: int
    penilaian: int
    turun: int
    sekolah: int
    orang: int


@dataclass(frozen=True, slots=True)
class DiSekolah:
    """What a plan holds for one school (None: of no school)."""

    sekolah: int | None
    npsn: str | None
    nama: str | None
    jumlah: int
    orang: int
    diterima: int
    ditolak: int
    batal: int
    sisa: int
    semua: int


def plans(connection: psycopg.Connection[Any], *, instansi: int, limit: int, offset: int) -> list[Ringkas]:
    """List a page of plans, newest first; `Ringkas.semua` is how many there are."""
    return _plans(connection, {"instansi": instansi, "plan": None, "batas": limit, "lewati": offset})


def plan_line(connection: psycopg.Connection[Any], *, instansi: int, plan: int) -> Ringkas | None:
    """Return one plan in one line, None when the instansi has no such."""
    found = _plans(connection, {"instansi": instansi, "plan": plan, "batas": 1, "lewati": 0})
    return found[0] if found else None


def changes(connection: psycopg.Connection[Any], plan: int) -> Perubahan:
    """Count what a plan would change."""
    with connection.cursor(row_factory=class_row(Perubahan)) as cursor:
        found = cursor.execute(_sql("plan_changes"), {"plan": plan}).fetchone()
    return found or Perubahan(0, 0, 0, 0, 0, 0, 0, 0)


def plan_schools(connection: psycopg.Connection[Any], plan: int, *, limit: int, offset: int) -> list[DiSekolah]:
    """List a page of the schools of a plan, those with refusals first."""
    with connection.cursor(row_factory=class_row(DiSekolah)) as cursor:
        return cursor.execute(_sql("plan_schools"), {"plan": plan, "batas": limit, "lewati": offset}).fetchall()


def sample(
    connection: psycopg.Connection[Any], plan: int, *, sekolah: int | None = None, limit: int, offset: int = 0
) -> list[Step]:
    """List some operations in their order, of one school or of all."""
    values = {"plan": plan, "sekolah": sekolah, "batas": limit, "lewati": offset}
    with connection.cursor(row_factory=class_row(Step)) as cursor:
        return cursor.execute(_sql("plan_sample"), values).fetchall()


def _plans(connection: psycopg.Connection[Any], values: dict[str, Any]) -> list[Ringkas]:
    with connection.cursor(row_factory=class_row(Ringkas)) as cursor:
        return cursor.execute(_sql("plans"), values).fetchall()

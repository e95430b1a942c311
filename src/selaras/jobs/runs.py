"""What was done in the background and what goes on: who asked, how far it is, how it ended. Reads only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import psycopg
from psycopg.rows import class_row, dict_row

from selaras.jobs.progress import LOCK
from selaras.jobs.schedule import office
from selaras.jobs.status import pace
from selaras.ledger.queries import Queries

# What a list of runs is about; each page that writes leaves a run too, and each school that is sent.
WORK = ("impor", "proses", "sinkron", "kerjakan", "rencana", "tarik", "cocokkan", "latihan", "dokumen")
Keadaan = Literal["menunggu", "ditunda", "berjalan", "selesai", "gagal", "terputus"]

_sql = Queries(__file__)


@dataclass(frozen=True, slots=True)
class Jalan:
    """A run or a sync. `hidup`: a process works for it; `antre`: a job of it waits or runs; `lagi`: when it goes on."""

    run: int | None
    sinkron: int | None
    verb: str
    macam: str | None
    oleh: str | None
    jadwal: bool
    diminta: dt.datetime
    mulai: dt.datetime | None
    selesai: dt.datetime | None
    hasil: str | None
    kalimat: str | None
    rencana: int | None
    hidup: bool
    antre: bool
    lagi: dt.datetime | None
    n: int

    @property
    def keadaan(self) -> Keadaan:
        """Say how it stands."""
        if self.selesai is not None:
            return "selesai" if self.hasil == "selesai" else "gagal"
        if self.hidup:
            return "berjalan"
        if self.antre:
            return "ditunda" if self.lagi else "berjalan" if self.mulai else "menunggu"
        return "terputus"

    @property
    def berakhir(self) -> bool:
        """Say whether nothing more will come of it."""
        return self.keadaan in ("selesai", "gagal", "terputus")


@dataclass(frozen=True, slots=True)
class Tahap:
    """How far one process is. `sisa`: seconds left, None where that can not be said; `mati`: the process is gone."""

    tahap: str
    sudah: int
    jumlah: int | None
    sisa: float | None
    mati: bool


def runs(
    connection: psycopg.Connection[Any], *, instansi: int, verbs: Sequence[str] | None = WORK, limit: int, offset: int
) -> list[Jalan]:
    """List a page of them, newest first; `verbs` None: everything that anybody did."""
    values = {"verb": list(verbs) if verbs is not None else None, "run": None, "sinkron": None}
    return _runs(connection, instansi=instansi, batas=limit, lewati=offset, **values)


def run_get(
    connection: psycopg.Connection[Any], *, instansi: int, run: int | None = None, sinkron: int | None = None
) -> Jalan | None:
    """Return one run or one sync, None when there is none."""
    found = _runs(connection, instansi=instansi, verb=None, run=run, sinkron=sinkron, batas=1, lewati=0)
    return found[0] if found and (run or sinkron) else None


def stages(connection: psycopg.Connection[Any], run: int | None) -> list[Tahap]:
    """Say how far the processes are that work for a run."""
    rows = connection.execute(_sql("run_stages"), {"run": run, "kelas": LOCK}).fetchall()
    return [
        Tahap(tahap, sudah, jumlah, pace(sudah, jumlah, detik)[1], mati)
        for tahap, sudah, jumlah, _, detik, mati in rows
    ]


def parts(connection: psycopg.Connection[Any], sinkron: int | None) -> dict[str, int] | None:
    """Count the operations of a sync that has begun to send: sudah, jumlah, ditolak, batal, bagian_sisa, bagian."""
    with connection.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(_sql("run_parts"), {"sinkron": sinkron}).fetchone()


def _runs(connection: psycopg.Connection[Any], **values: object) -> list[Jalan]:
    with connection.cursor(row_factory=class_row(Jalan)) as cursor:
        return [_by_office(one) for one in cursor.execute(_sql("runs"), {**values, "kelas": LOCK})]


def _by_office(one: Jalan) -> Jalan:
    """Tell what only the queue knows by the clock of the office: a rehearsal may live on another day."""
    later = office(one.lagi) if one.lagi else None
    return replace(one, lagi=later, diminta=one.diminta if one.run else office(one.diminta))

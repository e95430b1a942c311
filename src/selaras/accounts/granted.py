"""Roles that people were given, as the page that gives and takes them shows them; and who looked at what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import psycopg

from selaras.accounts.roles import Izin, Jenis, Sebagai
from selaras.accounts.scope import Cakupan
from selaras.accounts.services import peran_beri
from selaras.config.clock import ZONE
from selaras.galat import DataError
from selaras.kinerja.nip import mask
from selaras.ledger.queries import Queries

PAGE = 50
_sql = Queries(__file__)


@dataclass(frozen=True, slots=True)
class Diberi:
    """A role that holds today or later. `jumlah`: how many the whole list has."""

    id: UUID
    nama: str
    orang: int | None
    jenis: Jenis
    sekolah: str | None
    sebagai: Sebagai
    nomor_sk: str
    mulai: dt.date
    sampai: dt.date | None
    oleh: str
    pengguna: UUID
    jumlah: int

    @property
    def peran(self) -> str:
        """Name the role as people do: Plt. Kepala sekolah."""
        held = dict(Sebagai.choices())[self.sebagai] + " " if self.sebagai is not Sebagai.DEFINITIF else ""
        return f"{held}{self.jenis.nama}"


@dataclass(frozen=True, slots=True)
class Dikenal:
    """Somebody of the data to whom a role can be given."""

    orang: int
    nama: str
    samar: str
    sekolah: str
    npsn: str


@dataclass(frozen=True, slots=True)
class Dilihat:
    """One look at a page."""

    waktu: dt.datetime
    nama: str
    orang: bool
    peran: str
    apa: str
    metode: str
    status: int
    sekolah: str | None
    tentang: str | None


def given_list(
    connection: psycopg.Connection,
    oleh: Cakupan,
    *,
    today: dt.date,
    nama: str | None = None,
    jenis: str | None = None,
    orang: int | None = None,
    peran: UUID | None = None,
    page: int = 1,
) -> list[Diberi]:
    """List roles that hold today or later, a page of them."""
    oleh.perlu(Izin.PERAN)
    rows = connection.execute(
        _sql("diberi"),
        {
            "instansi": oleh.instansi, "today": today, "nama": nama or None, "jenis": jenis or None, "orang": orang,
            "peran": peran, "banyak": PAGE, "lewati": (page - 1) * PAGE,
        },
    )  # fmt: skip
    return [Diberi(r[0], r[1], r[2], Jenis(r[3]), r[4], Sebagai(r[5]), *r[6:]) for r in rows]


def people_named(
    connection: psycopg.Connection, *, nama: str | None = None, orang: int | None = None, most: int = 20
) -> list[Dikenal]:
    """List people by a part of their name, or the one person; the connection decides who can be seen."""
    rows = connection.execute(_sql("cari_orang"), {"nama": nama, "orang": orang, "banyak": most})
    return [Dikenal(r[0], r[1], mask(r[2]), r[3], r[4]) for r in rows]


def schools_named(connection: psycopg.Connection, lines: Sequence[str]) -> tuple[list[int], list[str]]:
    """Return the schools that lines of text name, by NPSN or by whole name, and the lines that name none or several."""
    found: list[int] = []
    strange: list[str] = []
    for line in lines:
        rows = connection.execute(
            "SELECT id FROM sekolah WHERE npsn = %s OR upper(nama) = upper(%s) LIMIT 2", (line, line)
        ).fetchall()
        if len(rows) == 1:
            found.append(int(rows[0][0]))
        else:
            strange.append(line)
    return list(dict.fromkeys(found)), strange


def roles_give(
    connection: psycopg.Connection,
    oleh: Cakupan,
    *,
    pengguna: UUID,
    jenis: Jenis,
    sekolah: Sequence[int],
    sebagai: Sebagai,
    nomor_sk: str,
    mulai: dt.date,
    sampai: dt.date | None,
) -> int:
    """Give a role at each of these schools (none: at no school), but not twice. Returns how many were given.

    Raises `DataError` when somebody has it everywhere already.
    """
    given = 0
    places: list[int | None] = list(sekolah) or [None]
    for place in places:
        if _held(connection, pengguna, jenis, place, mulai, sampai):
            continue
        peran_beri(
            connection, oleh, pengguna=pengguna, jenis=jenis, mulai=mulai, sampai=sampai, sekolah=place,
            sebagai=sebagai, nomor_sk=nomor_sk,
        )  # fmt: skip
        given += 1
    if not given:
        raise DataError(
            "Peran ini sudah dimiliki pada tanggal itu.", langkah="Cabut dulu yang lama bila perlu diganti."
        )
    return given


def access_list(
    connection: psycopg.Connection,
    oleh: Cakupan,
    *,
    day: dt.date | None = None,
    peran: str | None = None,
    page: int = 1,
) -> tuple[list[Dilihat], bool]:
    """List who looked at what, a page of it, and say whether there is more.

    Whoever reaches no person is told no name: neither who looked nor at whom.
    """
    oleh.perlu(Izin.CATATAN)
    start = dt.datetime.combine(day, dt.time(), ZONE) if day else None
    rows = connection.execute(
        _sql("akses"),
        {
            "instansi": oleh.instansi, "mulai": start, "sampai": start + dt.timedelta(days=1) if start else None,
            "peran": peran or None, "banyak": PAGE + 1, "lewati": (page - 1) * PAGE,
        },
    ).fetchall()  # fmt: skip
    seen = [Dilihat(*row) for row in rows[:PAGE]]
    if not oleh.semua:
        seen = [_nameless(one) for one in seen]
    return seen, len(rows) > PAGE


def _nameless(one: Dilihat) -> Dilihat:
    name = "" if one.orang else one.nama
    return Dilihat(one.waktu, name, one.orang, one.peran, one.apa, one.metode, one.status, None, None)


def _held(
    connection: psycopg.Connection, pengguna: UUID, jenis: Jenis, sekolah: int | None, mulai: dt.date,
    sampai: dt.date | None,
) -> bool:  # fmt: skip
    row = connection.execute(
        "SELECT EXISTS (SELECT FROM ac_peran WHERE pengguna_id = %s AND jenis = %s "
        "AND sekolah_id IS NOT DISTINCT FROM %s AND dicabut IS NULL "
        "AND daterange(mulai, sampai, '[]') && daterange(%s, %s, '[]'))",
        (pengguna, jenis, sekolah, mulai, sampai),
    ).fetchone()
    return bool(row and row[0])

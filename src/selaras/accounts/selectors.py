"""Reading who somebody is and as what he may act."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from uuid import UUID

import psycopg

from selaras.accounts.roles import Jenis, Sebagai
from selaras.accounts.scope import Cakupan
from selaras.ledger.queries import Queries

_sql = Queries(__file__)


def roles(connection: psycopg.Connection, *, pengguna: UUID, today: dt.date) -> tuple[Cakupan, ...]:
    """List the roles of a user on a day, the one that reaches furthest last.

    Guru and definitive head follow from the data, so that whoever is moved loses what he could see with the next
    report; everything else was given. Roles of one kind at several schools are one (pengawas), heads stay apart.
    """
    row = connection.execute(
        "SELECT p.nama, p.orang_id, t.instansi_id, t.nama, t.sekolah_id, "
        "t.kepala AND t.aktif AND t.sekolah_id IS NOT NULL "
        "FROM ac_pengguna p LEFT JOIN potret t USING (orang_id) WHERE p.id = %s AND p.is_active",
        (pengguna,),
    ).fetchone()
    if row is None:
        return ()
    nama, orang, instansi, known_as, sekolah, kepala = row
    name = known_as or nama or "Pengguna"
    found: list[Cakupan] = []
    if orang is not None and instansi is not None:
        found.append(Cakupan(pengguna, name, Jenis.GURU, instansi, orang))
        if kepala:
            found.append(Cakupan(pengguna, name, Jenis.KEPALA, instansi, orang, (sekolah,)))
    found += _given(connection, pengguna, name, orang, today)
    order = list(Jenis)
    return tuple(sorted(found, key=lambda scope: (order.index(scope.jenis), scope.sekolah)))


def _given(
    connection: psycopg.Connection, pengguna: UUID, nama: str, orang: int | None, today: dt.date
) -> Iterator[Cakupan]:
    rows = connection.execute(_sql("given"), {"pengguna": pengguna, "today": today})
    for jenis, instansi, sekolah, sebagai, nomor_sk, mulai, sampai in rows:
        yield Cakupan(
            *(pengguna, nama, Jenis(jenis), instansi, orang, tuple(sekolah), Sebagai(sebagai), nomor_sk, mulai, sampai)
        )


def acting_heads(connection: psycopg.Connection, *, instansi: int, today: dt.date) -> list[int]:
    """List the persons who act as head somewhere on a day: their own entries are approved by the admin."""
    rows = connection.execute(
        "SELECT DISTINCT p.orang_id FROM ac_peran r JOIN ac_pengguna p ON p.id = r.pengguna_id "
        "WHERE r.jenis = 'kepala' AND r.instansi_id = %(instansi)s AND r.dicabut IS NULL AND r.mulai <= %(today)s "
        "AND (r.sampai IS NULL OR r.sampai >= %(today)s) AND p.orang_id IS NOT NULL ORDER BY 1",
        {"instansi": instansi, "today": today},
    )
    return [int(row[0]) for row in rows]

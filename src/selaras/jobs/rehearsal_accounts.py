"""People of a rehearsal who can be tried out: one of each role, and how each comes in.

`make run` and `selaras latihan` print them. Guru and kepala sekolah follow from the data; the other roles are given
here, by "latihan", and stay with the same people however often this runs.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import psycopg

from selaras.accounts.codes import kode_buat, tampil
from selaras.accounts.roles import Jenis
from selaras.accounts.scope import Cakupan
from selaras.accounts.services import pengguna_of, peran_beri, system_scope
from selaras.config import clock
from selaras.galat import Stop
from selaras.jobs.folder import Folder
from selaras.kinerja import nip as nip_rules
from selaras.ledger.queries import Queries

_sql = Queries(__file__)
ACTOR = "latihan"
SUPERVISED = 3
_GIVEN = (Jenis.OPERATOR, Jenis.PENGAWAS, Jenis.ADMIN_DINAS, Jenis.ADMIN_INSTANSI)


@dataclass(frozen=True, slots=True)
class Akun:
    """Somebody to try a role with. `cara` says how he comes in, `kode` is a fresh one-time code."""

    peran: str
    nama: str
    sekolah: str | None
    cara: str
    kode: str


@dataclass(frozen=True, slots=True)
class _Orang:
    id: int
    nama: str
    nip: str
    sekolah: int
    nama_sekolah: str


def rehearsal_accounts(folder: Folder) -> list[Akun]:
    """Return one person for every role that comes in without a password, each with a fresh code, and commit.

    Idempotent but for the codes: the same people, no role twice. Roles that cannot be filled (too few people) are left
    out. Raises `Stop` in a folder with real data.
    """
    connection, instansi = folder.connection, folder.need()
    if not instansi.latihan:
        raise Stop("Folder ini berisi data nyata; akun latihan tidak dibuat.", langkah="Pakai folder latihan.")
    scope = system_scope(connection, instansi=instansi.id, actor=ACTOR)
    made = [_account(connection, scope, jenis, who) for jenis, who in _cast(connection, scope)]
    connection.commit()
    return made


def _cast(connection: psycopg.Connection, scope: Cakupan) -> Iterator[tuple[Jenis, _Orang]]:
    """Choose the people: guru, kepala and operator of one school, everybody else from elsewhere if there is one."""
    holders = _holders(connection)
    heads = _people(connection, kepala=True)
    teachers = [one for one in _people(connection, kepala=False) if one.id not in holders.values()]
    if not heads or not teachers:
        return
    head = next((one for one in heads if sum(t.sekolah == one.sekolah for t in teachers) > 1), heads[0])
    near = [one for one in teachers if one.sekolah == head.sekolah] or teachers[:2]
    yield Jenis.GURU, near[0]
    yield Jenis.KEPALA, head
    others = [one for one in reversed(teachers) if one not in near] + near[2:]
    others += [one for one in heads if one is not head and one.id not in holders.values()]
    near = near[1:2] or others
    for jenis in _GIVEN:
        own = near if jenis is Jenis.OPERATOR else others
        who = _person(connection, holders[jenis]) if jenis in holders else (own.pop(0) if own else None)
        if who is None:
            continue
        if jenis not in holders:
            _give(connection, scope, jenis, who, head.sekolah)
        yield jenis, who


def _holders(connection: psycopg.Connection) -> dict[Jenis, int]:
    """Return who holds which role from an earlier time."""
    rows = connection.execute(
        "SELECT DISTINCT ON (r.jenis) r.jenis, p.orang_id FROM ac_peran r JOIN ac_pengguna p ON p.id = r.pengguna_id "
        "JOIN potret t USING (orang_id) WHERE r.diberi_oleh = %s AND r.dicabut IS NULL AND t.aktif "
        "AND t.sekolah_id IS NOT NULL ORDER BY r.jenis, r.mulai, r.id",
        (ACTOR,),
    )
    return {Jenis(jenis): orang for jenis, orang in rows}


def _people(connection: psycopg.Connection, *, kepala: bool) -> Sequence[_Orang]:
    """List active people whom a NIP names without doubt, of all systems, school by school."""
    return [_Orang(*row) for row in connection.execute(_sql("rehearsal_people"), {"orang": None, "kepala": kepala})]


def _person(connection: psycopg.Connection, orang: int) -> _Orang | None:
    row = connection.execute(_sql("rehearsal_people"), {"orang": orang, "kepala": None}).fetchone()
    return _Orang(*row) if row else None


def _give(connection: psycopg.Connection, scope: Cakupan, jenis: Jenis, who: _Orang, sekolah: int) -> None:
    user = pengguna_of(connection, orang=who.id)
    for place in _places(connection, jenis, who, sekolah):
        peran_beri(
            connection, scope, pengguna=user, jenis=jenis, mulai=dt.date(clock.today().year - 2, 1, 1), sekolah=place
        )


def _places(connection: psycopg.Connection, jenis: Jenis, who: _Orang, first: int) -> Sequence[int | None]:
    if jenis is Jenis.OPERATOR:
        return [who.sekolah]
    if jenis is not Jenis.PENGAWAS:
        return [None]
    rows = connection.execute(
        "SELECT s.id FROM sekolah s WHERE EXISTS (SELECT FROM potret t WHERE t.sekolah_id = s.id) "
        "ORDER BY s.id <> %s, s.npsn LIMIT %s",
        (first, SUPERVISED),
    )
    return [int(row[0]) for row in rows]


def _account(connection: psycopg.Connection, scope: Cakupan, jenis: Jenis, who: _Orang) -> Akun:
    kode = kode_buat(connection, scope, sekolah=who.sekolah, orang=[who.id], now=clock.now())[0].kode
    way = f"My ASN latihan: pilih {who.nama} ({nip_rules.mask(who.nip)}); atau kode sekali pakai"
    return Akun(jenis.nama, who.nama, _place_name(connection, jenis, who), way, tampil(kode))


def _place_name(connection: psycopg.Connection, jenis: Jenis, who: _Orang) -> str | None:
    if jenis is Jenis.PENGAWAS:
        names = connection.execute(
            "SELECT string_agg(coalesce(s.nama, s.npsn), ', ' ORDER BY s.npsn) FROM ac_peran r "
            "JOIN sekolah s ON s.id = r.sekolah_id JOIN ac_pengguna p ON p.id = r.pengguna_id "
            "WHERE r.jenis = %s AND r.dicabut IS NULL AND p.orang_id = %s",
            (jenis, who.id),
        ).fetchone()
        return str(names[0]) if names and names[0] else None
    return None if jenis in (Jenis.ADMIN_DINAS, Jenis.ADMIN_INSTANSI) else who.nama_sekolah

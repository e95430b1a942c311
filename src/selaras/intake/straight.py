"""A chunk of which nothing is stored yet goes straight into `record`, which saves writing and reading it twice.

Only the rows that make accounts pass through the staging table: those of a roster, and those of people whom nothing
but this report names. It holds for PMM, by far the largest side: its rows do not name their school, so that a school
is made from its NPSN alone.
"""

from __future__ import annotations

import psycopg

from selaras.connectors.ports import Record, Side
from selaras.intake import places, stg
from selaras.intake.batch import Batch
from selaras.intake.chunks import Chunk
from selaras.intake.encode import COPY_OPTIONS, NONE
from selaras.intake.places import Place
from selaras.ledger.queries import Queries

_sql = Queries(__file__)
_OWN = {"akun": ("akun_id",), "place": ("sekolah_id", "unor_id", "instansi_id", "side", "batch_id", "per")}
_COLUMNS = ", ".join(column for name in Record._fields for column in _OWN.get(name, (name,)))


class _Disputed(Exception):
    """A key of the chunk was in dispute before."""


def insert(connection: psycopg.Connection, batch: Batch, chunk: Chunk) -> bool:
    """Insert a chunk. False, and nothing is done, when it has to be sorted out in the staging table."""
    if batch.side is not Side.PMM or batch.whole or not batch.fresh or chunk.repeated:
        return False
    try:
        with connection.transaction():
            _know_places(connection, batch, chunk)
            _know_people(connection, batch, chunk)
            _copy(connection, batch, chunk)
            if batch.disputed and connection.execute(_sql("disputed"), batch.params).fetchone():
                raise _Disputed
    except (psycopg.errors.UniqueViolation, _Disputed):
        batch.fresh = False
        batch.people.clear()  # whom this chunk made is gone with it
        batch.sites.clear()
        return False
    batch.counts.child += chunk.child
    batch.counts.new += chunk.records - chunk.child
    return True


def _copy(connection: psycopg.Connection, batch: Batch, chunk: Chunk) -> None:
    number, site = batch.people.__getitem__, batch.sites.__getitem__
    with connection.cursor() as cursor, cursor.copy(f"COPY record({_COLUMNS}) FROM STDIN {COPY_OPTIONS}") as copy:
        for part in chunk.parts:
            copy.write(part.filled(map(number, part.akun), map(site, part.place)))


def _know_places(connection: psycopg.Connection, batch: Batch, chunk: Chunk) -> None:
    """Learn what stands in `record` for the places of a chunk, and behind it for the whole batch."""
    constant = f"{batch.instansi}\t{int(batch.side)}\t{batch.id}\t{batch.per}"
    batch.sites[NONE] = f"{NONE}\t{NONE}\t{constant}"
    new = {place for part in chunk.parts for place in part.place} - batch.sites.keys()
    _look_up_places(connection, batch, new, constant)
    missing = sorted(new - batch.sites.keys())
    if missing:
        places.take(connection, batch.instansi, batch.side, [Place(native, None, None) for native in missing])
        _look_up_places(connection, batch, new, constant)
        for native in missing:
            batch.sites.setdefault(native, batch.sites[NONE])


def _look_up_places(connection: psycopg.Connection, batch: Batch, natives: set[str], constant: str) -> None:
    rows = connection.execute(
        "SELECT place, sekolah_id, unor_id FROM stg_place WHERE place = ANY(%s)", (list(natives),)
    )
    batch.sites.update((native, f"{school}\t{unit}\t{constant}") for native, school, unit in rows)


def _know_people(connection: psycopg.Connection, batch: Batch, chunk: Chunk) -> None:
    """Learn the numbers of the accounts of a chunk, making those that are missing."""
    batch.people[NONE] = NONE
    listed = {akun for part in chunk.roster for akun in part.akun}
    new = {akun for part in chunk.parts for akun in part.akun} - batch.people.keys()
    _look_up_people(connection, batch, new)
    named = new - batch.people.keys() - listed
    if not listed and not named:
        return
    bodies = [part.staged() for part in chunk.roster]
    bodies += [part.staged_of(named) for part in chunk.parts if not named.isdisjoint(part.akun)]
    stg.fill(connection, batch, bodies)
    for query in ("accounts_roster", "accounts_seen"):
        connection.execute(_sql(query), batch.params)
    _look_up_people(connection, batch, new - batch.people.keys())


def _look_up_people(connection: psycopg.Connection, batch: Batch, natives: set[str]) -> None:
    rows = connection.execute(
        "SELECT native, id::text FROM akun WHERE sistem = %s AND instansi_id = %s AND native = ANY(%s)",
        (int(batch.side), batch.instansi, list(natives)),
    )
    batch.people.update(rows.fetchall())

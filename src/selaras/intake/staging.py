"""One batch on its way in: COPY a chunk, sort out duplicates, merge; all in the transaction of the caller."""

from __future__ import annotations

from collections.abc import Container

import psycopg
from psycopg import sql

from selaras.intake import places, stg, straight
from selaras.intake.batch import Batch
from selaras.intake.chunks import Chunk
from selaras.intake.rows import insert_rows
from selaras.ledger.maintenance import row_by_row
from selaras.ledger.queries import Queries, execute_each

_sql = Queries(__file__)

TABLES = ["stg", "stg_place", "stg_ganda", "stg_seen", "stg_old"]


def prepare(connection: psycopg.Connection) -> None:
    """Make the staging tables of this session, or empty what an earlier batch of this transaction left in them."""
    sizes = connection.execute(
        "SELECT name, pg_relation_size(to_regclass('pg_temp.' || name)) FROM unnest(%s::text[]) name", (TABLES,)
    ).fetchall()
    if any(size is None for _, size in sizes):
        execute_each(connection, _sql("staging"))
    left = [sql.Identifier(name) for name, size in sizes if size]
    if left:
        connection.execute(sql.SQL("TRUNCATE {}").format(sql.SQL(", ").join(left)))


def merge_chunk(connection: psycopg.Connection, batch: Batch, chunk: Chunk) -> None:
    """Take one encoded chunk of records and the rows that became none into the ledger."""
    insert_rows(connection, batch.id, chunk.others)
    for one in filter(None, (chunk.twice, chunk)):
        if one.records:
            if straight.insert(connection, batch, one):
                batch.listed += len(one.roster)
            else:
                _through_staging(connection, batch, one)
            batch.merged = True


def _through_staging(connection: psycopg.Connection, batch: Batch, chunk: Chunk) -> None:
    stg.fill(connection, batch, (part.staged() for part in chunk.parts))
    if chunk.records > 2 * batch.analysed:  # TRUNCATE keeps the statistics, and the chunks of a file are alike
        connection.execute("ANALYZE stg")
        batch.analysed = chunk.records
    if chunk.repeated:
        _sort_duplicates(connection, batch, chunk.repeated)
    if not _insert_new(connection, batch):
        _merge(connection, batch)
    if batch.whole:
        connection.execute("INSERT INTO stg_seen SELECT tahun, kind, native, slot, raw_hash, sheet, line FROM stg")


def _insert_new(connection: psycopg.Connection, batch: Batch) -> bool:
    """Insert a chunk as it stands. False, and nothing is done, when a stored row has one of its keys."""
    if not batch.fresh or (batch.disputed and _numbers(connection, "disputed", batch)):
        return False
    try:
        with connection.transaction():
            _people_and_places(connection, batch)
            connection.execute(_sql("insert"), batch.params)
    except psycopg.errors.UniqueViolation:
        return False
    child, new, listed = _numbers(connection, "inserted", batch)
    batch.listed += listed
    batch.counts.child += child
    batch.counts.new += new
    return True


def _merge(connection: psycopg.Connection, batch: Batch) -> None:
    """Take in a chunk that meets stored rows."""
    if batch.merged:
        _sort_repeated(connection, batch)
    _people_and_places(connection, batch)
    with row_by_row(connection):
        _count(connection, batch)
        connection.execute(_sql("keep_old"), batch.params)
        connection.execute(_sql("merge"), batch.params)


def _people_and_places(connection: psycopg.Connection, batch: Batch) -> None:
    places.resolve(connection, batch.instansi, batch.side)
    connection.execute(_sql("accounts_roster"), batch.params)
    connection.execute(_sql("accounts_seen"), batch.params)


def undo_contradictions(connection: psycopg.Connection, batch: Batch, connector: str, known: Container[str]) -> None:
    """Set aside the rows that contradict a known row of the same file, which was skipped unread (G2).

    `known` lacks the hashes that the file showed: a replaced version among them says that the file holds both contents.
    """
    params = {**batch.params, "connector": connector}
    ids = [row[0] for row in connection.execute(_sql("contradicted_candidates"), params) if row[1] not in known]
    if ids:
        connection.execute(_sql("contradicted"), {**params, "ids": ids})
        batch.counts.changed -= len(ids)
        batch.counts.rejected += len(ids)


def _sort_duplicates(connection: psycopg.Connection, batch: Batch, natives: list[str]) -> None:
    """Sort out the rows that a chunk holds twice."""
    duplicate, rejected = _numbers(connection, "duplicates", batch, natives=natives)
    batch.counts.duplicate += duplicate
    batch.counts.rejected += rejected
    batch.disputed |= rejected > 0


def _sort_repeated(connection: psycopg.Connection, batch: Batch) -> None:
    """Sort out the rows that an earlier chunk of the batch has shown."""
    counts = batch.counts
    duplicate, rejected, child, new, changed, same = _numbers(connection, "duplicates_across", batch)
    counts.duplicate += duplicate
    counts.rejected += rejected
    counts.child -= child
    counts.new -= new
    counts.changed -= changed
    counts.same -= same
    batch.disputed |= rejected > 0


def _count(connection: psycopg.Connection, batch: Batch) -> None:
    child, new, changed, same, listed = _numbers(connection, "count", batch)
    batch.listed += listed
    batch.counts.child += child
    batch.counts.new += new
    batch.counts.changed += changed
    batch.counts.same += same
    batch.fresh = new >= changed + same


def _numbers(connection: psycopg.Connection, query: str, batch: Batch, **more: object) -> tuple[int, ...]:
    row = connection.execute(_sql(query), {**batch.params, **more}).fetchone()
    return tuple(row or ())

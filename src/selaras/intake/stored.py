"""What earlier batches have stored of a kind of file: rows with one of these hashes are unchanged, and not parsed."""

from __future__ import annotations

from collections.abc import Collection
from io import BytesIO

import psycopg

from selaras.connectors.ports import Hashes, NoHashes
from selaras.intake.known import Known

PAGES = 4096  # of the table, whose hashes come as one value
_BATCHES = """
SELECT id FROM batch b WHERE instansi_id = %(instansi)s AND connector = %(connector)s AND closed_at IS NOT NULL
  AND (EXISTS (SELECT FROM coverage c WHERE c.batch_id = b.id AND c.kind = ANY(%(kinds)s))
    OR NOT EXISTS (SELECT FROM coverage c WHERE c.batch_id = b.id))
"""
# Part by part of the table, so that the hashes come in the order of the rows.
_QUERY = """
COPY (SELECT part.hashes
      FROM generate_series(0, pg_relation_size('record') / current_setting('block_size')::int, %(pages)s) page,
      LATERAL (
        SELECT string_agg(uuid_send(r.raw_hash), ''::bytea) AS hashes FROM record r
        WHERE r.ctid >= format('(%%s,0)', page)::tid AND r.ctid < format('(%%s,0)', page + %(pages)s)::tid
          AND r.gone_batch IS NULL AND r.kind = ANY(%(kinds)s)
          AND r.batch_id = ANY(%(batches)s::int[])
      ) part
      WHERE part.hashes IS NOT NULL) TO STDOUT (FORMAT binary)
"""


def fetch(connection: psycopg.Connection, instansi: int, connector: str, kinds: Collection[int]) -> Hashes:
    """Fetch the hashes of these kinds that this connector has stored."""
    params: dict[str, object] = {"kinds": list(map(int, kinds)), "instansi": instansi, "connector": connector}
    batches = [row[0] for row in connection.execute(_BATCHES, params)]
    if not batches:
        return NoHashes()
    hashes = BytesIO()
    with connection.cursor() as cursor, cursor.copy(_QUERY, {**params, "batches": batches, "pages": PAGES}) as copy:
        copy.set_types(["bytea"])
        hashes.writelines(part for (part,) in copy.rows())
    return Known(hashes.getvalue())

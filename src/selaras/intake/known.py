"""The raw hashes that are stored, in a tenth of the memory of a set: 1.4 million of them take 45 MB."""

from __future__ import annotations

from collections.abc import Collection

import psycopg

_HEAD = 4  # hex digits that choose the bucket; the others stand in it one behind the other
_QUERY = """
COPY (SELECT left(hash, 4), string_agg(substr(hash, 5), ' ')
      FROM (SELECT replace(r.raw_hash::text, '-', '') AS hash FROM record r JOIN batch b ON b.id = r.batch_id
            WHERE b.instansi_id = %s AND b.connector = %s AND r.kind = ANY(%s) AND r.gone_batch IS NULL) x
      GROUP BY 1) TO STDOUT
"""


class Known:
    """Hashes of 32 hex digits that can be asked for and taken out.

    >>> known = Known({"a1b2": "c" * 28 + " " + "d" * 28})
    >>> "a1b2" + "c" * 28 in known, len(known)
    (True, 2)
    >>> known.discard("a1b2" + "c" * 28)
    >>> "a1b2" + "c" * 28 in known, len(known)
    (False, 1)
    """

    __slots__ = ("_buckets",)

    def __init__(self, buckets: dict[str, str]) -> None:
        """Take the hashes by their first digits."""
        self._buckets = buckets

    def __contains__(self, raw_hash: object) -> bool:
        """Say whether the hash is stored and was not taken out."""
        return isinstance(raw_hash, str) and raw_hash[_HEAD:] in self._buckets.get(raw_hash[:_HEAD], "")

    def __len__(self) -> int:
        """Count what is left."""
        return sum(len(bucket.split()) for bucket in self._buckets.values())

    def discard(self, raw_hash: str) -> None:
        """Take a hash out, if it is there."""
        head = raw_hash[:_HEAD]
        if head in self._buckets:
            self._buckets[head] = self._buckets[head].replace(raw_hash[_HEAD:], "")


def fetch(connection: psycopg.Connection, instansi: int, connector: str, kinds: Collection[int]) -> Known:
    """Fetch the hashes of these kinds that this connector has stored: rows with one are unchanged, and not parsed."""
    buckets: dict[str, str] = {}
    with connection.cursor() as cursor, cursor.copy(_QUERY, (instansi, connector, list(map(int, kinds)))) as copy:
        for part in copy:
            head, _, rest = bytes(part).decode("ascii").rstrip("\n").partition("\t")
            buckets[head] = rest
    return Known(buckets)

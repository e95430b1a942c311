"""The invented people of the rehearsal folder, read and never written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, LiteralString

import psycopg
from psycopg.rows import class_row
from psycopg_pool import ConnectionPool

from selaras.kinerja.nip import mask
from selaras.myasn.settings import THREADS

PAGE = 20
LONGEST_SEARCH = 100
LAST_PAGE = 100_000
_PATIENCE = 10.0  # seconds that a request waits for a connection


@dataclass(frozen=True, slots=True)
class Orang:
    """Somebody to sign in as; `sub` is random to look at and always the same."""

    sub: str
    nama: str | None
    nip: str
    nik: str | None
    sekolah: str | None
    kepala: bool
    pengawas: bool
    jumlah: int  # people that were found along with him

    @property
    def samar(self) -> str:
        """The NIP as lists show it."""
        return mask(self.nip)

    @property
    def peran(self) -> str:
        """What he is, in a word."""
        return "Kepala sekolah" if self.kepala else "Pengawas" if self.pengawas else "Guru"


class People:
    """A pool of connections that can only read."""

    def __init__(self, dsn: str) -> None:
        """Open it."""
        self._pool: ConnectionPool[psycopg.Connection[Any]] = ConnectionPool(
            dsn,
            min_size=1,
            max_size=THREADS,
            timeout=_PATIENCE,
            check=ConnectionPool.check_connection,
            configure=_read_only,
            kwargs={"application_name": "selaras-myasn"},
            open=True,
        )

    def close(self) -> None:
        """Close it."""
        self._pool.close()

    def search(self, text: str, page: int) -> list[Orang]:
        """Return a page of those whose name or school holds the text; the first where there is no such page."""
        wanted = text.replace("\0", "")[:LONGEST_SEARCH].strip()
        for number in dict.fromkeys((page, 1)):
            found = self._all("cari", cari=wanted, banyak=PAGE, lewati=(number - 1) * PAGE)
            if found:
                return found
        return []

    def one(self, sub: str) -> Orang | None:
        """Return a person by `sub`."""
        found = self._all("orang", sub=sub.replace("\0", ""))
        return found[0] if found else None

    def foreign_nip(self) -> str:
        """Return a NIP of the right shape that nobody here has."""
        return self._nip("nip_asing") or ""

    def other_nip(self, nip: str) -> str:
        """Return the NIP of somebody else; a foreign one where there is nobody else."""
        return self._nip("nip_lain", nip=nip) or self.foreign_nip()

    def _all(self, query: str, **params: object) -> list[Orang]:
        with self.lent() as connection, connection.cursor(row_factory=class_row(Orang)) as cursor:
            return cursor.execute(_sql(query), params).fetchall()

    def _nip(self, query: str, **params: object) -> str | None:
        with self.lent() as connection:
            row = connection.execute(_sql(query), params).fetchone()
            return str(row[0]) if row else None

    @contextmanager
    def lent(self) -> Iterator[psycopg.Connection[Any]]:
        """Lend a connection; whoever writes with it gets an error."""
        with self._pool.connection() as connection:
            yield connection


def _read_only(connection: psycopg.Connection[Any]) -> None:
    connection.set_read_only(True)


@cache
def _sql(name: str) -> LiteralString:
    """Read a query of this room, which stands below `ledger` and its reader."""
    return (Path(__file__).parent / "sql" / f"{name}.sql").read_text(encoding="utf-8")

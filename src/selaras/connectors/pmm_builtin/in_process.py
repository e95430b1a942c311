"""The channel in process: the selectors of the application, on one view of the data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import psycopg

from selaras.connectors.pmm_builtin.channel import Row
from selaras.database import connect
from selaras.galat import TryAgain
from selaras.pmm import selectors

PAGE = 5000


class InProcess:
    """The application in the same database."""

    def __init__(self, dsn: str, instansi: int) -> None:
        """Take the database and the number of the instansi."""
        self._dsn = dsn
        self._instansi = instansi

    def pages(self, tahun: int) -> Iterator[Sequence[Row]]:
        """Yield every row of a year; nothing changes between two pages."""
        try:
            with connect(self._dsn) as connection:
                connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
                yield from self._read(connection, tahun)
        except psycopg.OperationalError:
            raise TryAgain(
                "Basis data PMM bawaan terputus.", di_mana="PMM bawaan", langkah="Ulangi sebentar lagi."
            ) from None

    def _read(self, connection: psycopg.Connection, tahun: int) -> Iterator[Sequence[Row]]:
        kursor, more = 0, True
        while more:
            page = selectors.perubahan(connection, instansi=self._instansi, setelah=kursor, tahun=tahun, batas=PAGE)
            kursor, more = page.kursor, page.masih
            yield page.baris

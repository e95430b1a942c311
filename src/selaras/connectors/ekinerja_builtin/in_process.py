"""The channel in process: the services and selectors of the application, each call in a connection of its own.

A connection of its own, because what the application commits must not hang on a transaction of the ledger.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import psycopg

from selaras.connectors.ekinerja_builtin.channel import Row
from selaras.database import connect
from selaras.ekinerja import selectors, services
from selaras.galat import DataError, TryAgain, Uncertain

_WHERE = "e-Kinerja bawaan"
Connection = psycopg.Connection[tuple[Any, ...]]


class InProcess:
    """The application in the same database."""

    def __init__(self, dsn: str, instansi: int) -> None:
        """Take the database and the number of the instansi."""
        self._dsn = dsn
        self._instansi = instansi

    def tulis(self, operasi: Sequence[Row]) -> Sequence[Row]:
        """Carry out writes; one outcome each, in their order."""
        with _committed(self._dsn) as connection:
            return services.tulis(connection, instansi=self._instansi, operasi=operasi)

    def baca(self, kunci: Sequence[Row]) -> Sequence[Row]:
        """Look under keys; one content each, in their order."""
        return self._read(selectors.baca, kunci=kunci)

    def referensi_periode(self) -> Sequence[Row]:
        """Return every period of Manajemen Periode."""
        return self._read(selectors.referensi_periode)

    def laporan_skp(self, tahun: int) -> Sequence[Row]:
        """Return the whole Laporan SKP of a year."""
        return self._read(selectors.laporan_skp, tahun=tahun)

    def laporan_penilaian(self, tahun: int, periode_id: str) -> Sequence[Row]:
        """Return the whole Laporan Penilaian of a period."""
        return self._read(selectors.laporan_penilaian, tahun=tahun, periode_id=periode_id)

    def unor(self) -> Sequence[Row]:
        """Return the reference of units."""
        return self._read(selectors.unor)

    def log(self, tahun: int) -> Sequence[Row]:
        """Return the Log Sinkronisasi of a year."""
        return self._read(selectors.log, tahun=tahun)

    def _read(self, select: Callable[..., Iterable[Row]], **asked: object) -> Sequence[Row]:
        with _spoken(), connect(self._dsn) as connection:
            return list(select(connection, instansi=self._instansi, **asked))


@contextmanager
def _committed(dsn: str) -> Iterator[Connection]:
    """Lend a connection and commit at the end; only a commit that was not answered leaves anything uncertain."""
    with _spoken(), connect(dsn) as connection:
        yield connection
        try:
            connection.commit()
        except psycopg.OperationalError:
            raise Uncertain(
                "Basis data tidak menjawab saat menyimpan; kiriman itu mungkin sudah tersimpan.",
                di_mana=_WHERE,
                langkah="Jangan kirim ulang: Selaras membaca dulu apa yang tersimpan.",
            ) from None


@contextmanager
def _spoken() -> Iterator[None]:
    """Turn what the database says before the commit into words: nothing has been written then."""
    try:
        yield
    except psycopg.DataError:
        raise DataError("Isi yang dikirim memuat sesuatu yang tidak bisa disimpan.", di_mana=_WHERE) from None
    except psycopg.OperationalError:
        raise TryAgain("Basis data e-Kinerja terputus.", di_mana=_WHERE, langkah="Ulangi sebentar lagi.") from None

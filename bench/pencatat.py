"""A cursor that notes how long every query took."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg


class Pencatat(psycopg.Cursor[tuple[Any, ...]]):
    """Seconds and calls per query text, for the whole process."""

    catatan: dict[str, tuple[int, float]] = {}  # noqa: RUF012 - shared by every cursor on purpose

    def execute(self, query: Any, params: Any = None, **kwargs: Any) -> Pencatat:
        """Run one query."""
        with _waktu(query):
            super().execute(query, params, **kwargs)
        return self

    def executemany(self, query: Any, params_seq: Any, **kwargs: Any) -> None:
        """Run one query many times."""
        with _waktu(query):
            super().executemany(query, params_seq, **kwargs)

    @contextmanager
    def copy(self, statement: Any, params: Any = None, **kwargs: Any) -> Iterator[psycopg.Copy]:
        """Copy in or out."""
        with _waktu(statement), super().copy(statement, params, **kwargs) as copy:
            yield copy


@contextmanager
def _waktu(query: object) -> Iterator[None]:
    mulai = time.perf_counter()
    try:
        yield
    finally:
        kunci = " ".join(str(query.decode() if isinstance(query, bytes) else query).split())
        kali, detik = Pencatat.catatan.get(kunci, (0, 0.0))
        Pencatat.catatan[kunci] = kali + 1, detik + time.perf_counter() - mulai


def jumlah(awal: str = "") -> float:
    """Add up the seconds of the queries that begin so."""
    return sum(detik for kunci, (_, detik) in Pencatat.catatan.items() if kunci.startswith(awal))


def terlama(banyak: int = 12) -> list[str]:
    """List the slowest queries."""
    urut = sorted(Pencatat.catatan.items(), key=lambda hal: -hal[1][1])[:banyak]
    return [f"{detik:9.4f} s {kali:5d} x  {kunci[:110]}" for kunci, (kali, detik) in urut]

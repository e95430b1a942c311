"""The position of the whole instansi for the pages of its admins, gathered once for several pages.

Gathering it takes half a second for 10,000 teachers. A process keeps the last one as long as no run has begun or
derived anything since, and for half a minute at most: a sending run changes states without deriving them.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import psycopg
from django.http import HttpRequest

from selaras.accounts.roles import Izin
from selaras.config import clock
from selaras.documents.tindak_lanjut.susun import Susunan
from selaras.jobs.folder import Folder
from selaras.jobs.position import position
from selaras.monitoring.posisi import Posisi
from selaras.organisasi.selectors import instansi_get
from selaras.portal.db import scope_of, scoped

LONGEST = 30.0  # seconds


@dataclass(frozen=True)
class Keseluruhan:
    """The position, its findings grouped, and the numbers of its schools by NPSN."""

    posisi: Posisi
    sekolah: dict[str, int]

    @cached_property
    def susunan(self) -> Susunan:
        """The findings grouped into what each school does."""
        return Susunan(self.posisi)


_kept: dict[int, tuple[tuple[Any, ...], float, Keseluruhan]] = {}


def keseluruhan(request: HttpRequest) -> Keseluruhan | None:
    """Return the position of the instansi; None before anything was read. For roles that see all of it."""
    scope = scope_of(request)
    scope.perlu(Izin.LIHAT_INSTANSI)
    with scoped(request) as connection:
        instansi = instansi_get(connection)
        if instansi is None or request.bingkai.data_per is None:
            return None
        mark = (_mark(connection), clock.today(), instansi)
        known = _kept.get(instansi.id)
        if known and known[0] == mark and time.monotonic() - known[1] < LONGEST:
            return known[2]
        found = position(Folder(connection, instansi), tahun=instansi.tahun)
        numbers = dict(connection.execute("SELECT npsn, id FROM sekolah").fetchall())
    whole = Keseluruhan(found, numbers)
    _kept[instansi.id] = (mark, time.monotonic(), whole)
    return whole


def _mark(connection: psycopg.Connection) -> tuple[Any, ...]:
    """Return what changes with every run that begins, ends or derives, and with every tick that is read."""
    row = connection.execute(
        "SELECT (SELECT max(id) FROM run), (SELECT max(ended) FROM run), "
        "(SELECT max(id) FROM run WHERE cap IS NOT NULL), (SELECT max(pada) FROM tanda_selesai)"
    ).fetchone()
    return tuple(row or ())

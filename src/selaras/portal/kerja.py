"""Writing from a page: in one transaction, under a run that names who did it, and derived anew by a worker."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from django.http import HttpRequest

from selaras.config import clock
from selaras.intake.services import RULES_VERSION
from selaras.jobs.queue import enqueue_proses
from selaras.portal.db import owner, scope_of


@contextmanager
def recorded(
    request: HttpRequest, verb: str, *, proses: bool = False, amati: bool = False
) -> Iterator[tuple[psycopg.Connection[Any], int]]:
    """Lend a connection that may write, and the number of the run; everything or nothing is kept.

    The caller has asked `Cakupan.perlu` and has seen the thing it writes about through `db.scoped`: this connection
    sees everything. `proses` lets a worker bring links, findings and states up to date once the write is there;
    `amati` lets it read the built-in applications first, because the write was to one of them.
    """
    scope = scope_of(request)
    with owner() as connection:
        row = connection.execute(
            "INSERT INTO run(verb, actor, rules_version, started, ended, hasil) VALUES (%s, %s, %s, %s, %s, 'selesai') "
            "RETURNING id",
            (verb, scope.nama or str(scope.jenis), RULES_VERSION, clock.now(), clock.now()),
        ).fetchone()
        if row is None:
            raise RuntimeError("INSERT ... RETURNING gave no row")
        yield connection, int(row[0])
        if proses or amati:
            enqueue_proses(connection, instansi=scope.instansi, amati=amati)

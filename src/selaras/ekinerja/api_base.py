"""What every view of the API stands on: a connection from a small pool, the token, JSON by orjson."""

from __future__ import annotations

import datetime as dt
import math
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import orjson
import psycopg
from django.http import HttpRequest, HttpResponse
from ninja.parser import Parser
from ninja.security import HttpBearer
from psycopg_pool import ConnectionPool

from selaras.config import clock
from selaras.database.pool import open_pool
from selaras.ekinerja import services
from selaras.ekinerja.api_errors import MaintenanceError
from selaras.ekinerja.api_settings import CLOSED_UNTIL, DSN, THREADS


@cache
def pool() -> ConnectionPool[psycopg.Connection[tuple[Any, ...]]]:
    """Return the pool of this process, opened at first use."""
    return open_pool(os.environ[DSN], name="selaras-ekinerja", size=THREADS)


@contextmanager
def connection() -> Iterator[psycopg.Connection[tuple[Any, ...]]]:
    """Lend a connection for one request: committed at its end, rolled back when it fails."""
    with pool().connection() as lent:
        yield lent


def require_open() -> None:
    """Raise `MaintenanceError` while the application is closed."""
    until = os.environ.get(CLOSED_UNTIL)
    if not until:
        return
    moment = dt.datetime.fromisoformat(until)
    left = (moment if moment.tzinfo else moment.replace(tzinfo=clock.ZONE)) - dt.datetime.now(dt.UTC)
    if left.total_seconds() > 0:
        raise MaintenanceError(math.ceil(left.total_seconds()))


class OrjsonParser(Parser):
    """Reads bodies with orjson, which refuses what is no JSON (NaN, lone surrogates)."""

    def parse_body(self, request: HttpRequest) -> Any:
        """Return the parsed body. Raises `ValueError` when it is none."""
        return orjson.loads(request.body)


def json(data: object) -> HttpResponse:
    """Return an answer of JSON."""
    return HttpResponse(orjson.dumps(data), content_type="application/json")


class Token(HttpBearer):
    """Bearer token of the instansi."""

    def authenticate(self, request: HttpRequest, token: str) -> services.Pemegang | None:
        """Return the holder of the token; None when it is unknown or has expired."""
        require_open()
        with connection() as lent:
            return services.token_periksa(lent, token)


def instansi_of(request: HttpRequest) -> int:
    """Return the instansi whose token came with the request."""
    holder: services.Pemegang = request.auth
    return holder.instansi

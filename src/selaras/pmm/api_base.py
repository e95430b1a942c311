"""What every view of the API stands on: a connection from a small pool, the token, JSON by orjson."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import orjson
import psycopg
from django.http import HttpRequest, HttpResponse
from ninja.errors import HttpError
from ninja.parser import Parser
from ninja.security import HttpBearer
from psycopg_pool import ConnectionPool

from selaras.database.pool import open_pool
from selaras.pmm import services
from selaras.pmm.api_settings import DSN, THREADS


@cache
def pool() -> ConnectionPool[psycopg.Connection[tuple[Any, ...]]]:
    """Return the pool of this process, opened at first use."""
    return open_pool(os.environ[DSN], name="selaras-pmm", size=THREADS)


@contextmanager
def connection() -> Iterator[psycopg.Connection[tuple[Any, ...]]]:
    """Lend a connection for one request: committed at its end, rolled back when it fails."""
    with pool().connection() as lent:
        yield lent


class OrjsonParser(Parser):
    """Reads bodies with orjson, which refuses what is no JSON (NaN, lone surrogates)."""

    def parse_body(self, request: HttpRequest) -> Any:
        """Return the parsed body. Raises `ValueError` when it is none."""
        return orjson.loads(request.body)


def json(data: object) -> HttpResponse:
    """Return an answer of JSON."""
    return HttpResponse(orjson.dumps(data, default=str), content_type="application/json")


class Token(HttpBearer):
    """Bearer token of the instansi."""

    def authenticate(self, request: HttpRequest, token: str) -> services.Pemegang | None:
        """Return the holder of the token; None when it is unknown or has expired."""
        with connection() as lent:
            return services.token_periksa(lent, token)


def reader(request: HttpRequest) -> int:
    """Return the instansi whose reading token came with the request. Raises 403 for a token that only records."""
    holder: services.Pemegang = request.auth
    if holder.sumber is not None:
        raise HttpError(403, "")
    return holder.instansi


def recorder(request: HttpRequest) -> tuple[int, str]:
    """Return instansi and source of a recording token. Raises 403 for a token that only reads."""
    holder: services.Pemegang = request.auth
    if holder.sumber is None:
        raise HttpError(403, "")
    return holder.instansi, holder.sumber

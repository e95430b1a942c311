"""Connections for the pages: a pool, and the scope of the request around every query about people."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import psycopg
from django.http import HttpRequest
from psycopg_pool import ConnectionPool

from selaras.accounts.scope import Cakupan, within
from selaras.database.pool import open_pool
from selaras.galat import Forbidden

DSN = "SELARAS_PORTAL_DSN"  # set by `portal.server` for its own workers
THREADS = 8
PATIENCE = 4.0  # seconds: every thread has a connection of its own, so whoever waits waits for the database itself


@cache
def pool() -> ConnectionPool[psycopg.Connection[tuple[Any, ...]]]:
    """Return the pool of this process, opened at first use."""
    return open_pool(os.environ[DSN], name="selaras-portal", size=THREADS)


@contextmanager
def owner() -> Iterator[psycopg.Connection[Any]]:
    """Lend a connection that sees everything: for signing in and for facts without people."""
    with pool().connection(PATIENCE) as lent:
        yield lent


@contextmanager
def scoped(request: HttpRequest) -> Iterator[psycopg.Connection[Any]]:
    """Lend a connection that sees what the role of this request reaches. Raises `Forbidden` for a stranger."""
    with pool().connection(PATIENCE) as lent, within(lent, scope_of(request)) as seen:
        yield seen


def scope_of(request: HttpRequest) -> Cakupan:
    """Return the role in which this request acts. Raises `Forbidden` when nobody is signed in."""
    scope = getattr(request, "cakupan", None)
    if not isinstance(scope, Cakupan):
        raise Forbidden("Halaman ini untuk yang sudah masuk.", langkah="Masuk dulu.")
    return scope

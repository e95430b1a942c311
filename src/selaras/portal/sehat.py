"""Whether the pages can work: for whoever watches the server, and what a person reads while the database is away."""

from __future__ import annotations

import sys

import psycopg
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from psycopg_pool import PoolTimeout, TooManyRequests

from selaras.galat import TryAgain
from selaras.portal.db import pool
from selaras.ui import galat_halaman

PATIENCE = 2.0  # seconds: a watcher asks again soon
WAIT = 30
_AWAY = (psycopg.OperationalError, OperationalError, PoolTimeout, TooManyRequests)


def sehat(request: HttpRequest) -> HttpResponse:
    """Answer 200 when the database answers, 503 when it does not."""
    del request
    try:
        with pool().connection(timeout=PATIENCE) as lent:
            lent.execute("SELECT 1")
    except _AWAY:
        return _plain("basis data tidak terjangkau", 503)
    return _plain("siap", 200)


def rusak(request: HttpRequest) -> HttpResponse:
    """Handle what nobody caught: 503 when the database is away, which passes by itself, else 500."""
    if isinstance(sys.exc_info()[1], _AWAY):
        away = TryAgain(
            "Basis data Selaras sedang tidak terjangkau. Tidak ada yang diubah.",
            langkah="Coba lagi sebentar lagi; bila lama, beri tahu teknisi.",
            after=WAIT,
        )
        return galat_halaman.dari_galat(request, away)
    return galat_halaman.rusak(request)


def _plain(text: str, status: int) -> HttpResponse:
    answer = HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")
    answer.headers["Cache-Control"] = "no-store"
    return answer

"""The pages as a WSGI application, for the workers of `portal.server`."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
from django.core.handlers.wsgi import WSGIHandler
from granian.utils.proxies import wrap_wsgi_with_proxy_headers

from selaras.organisasi.selectors import instansi_get
from selaras.portal.db import DSN
from selaras.portal.settings import set_up_web

FOLDER = "SELARAS_PORTAL_FOLDER"
PROXY = "SELARAS_PROXY"  # addresses or networks, with commas: whose X-Forwarded-For and -Proto are believed


def set_up() -> None:
    """Set Django up for the database and the folder that the environment names."""
    with psycopg.connect(os.environ[DSN]) as connection:
        instansi = instansi_get(connection)
    set_up_web(os.environ[DSN], folder=Path(os.environ[FOLDER]), instansi=instansi)


def application() -> Callable[..., Any]:
    """Return the application of a worker. What a proxy says of the caller is believed from the named proxies alone."""
    set_up()
    trusted = os.environ.get(PROXY, "").strip() or "127.0.0.1"
    wrapped: Callable[..., Any] = wrap_wsgi_with_proxy_headers(WSGIHandler(), trusted)
    return wrapped

"""The pages as a WSGI application, for the workers of `portal.server`."""

from __future__ import annotations

import os
from pathlib import Path

import psycopg
from django.core.handlers.wsgi import WSGIHandler

from selaras.organisasi.selectors import instansi_get
from selaras.portal.db import DSN
from selaras.portal.settings import set_up_web

FOLDER = "SELARAS_PORTAL_FOLDER"


def set_up() -> None:
    """Set Django up for the database and the folder that the environment names."""
    with psycopg.connect(os.environ[DSN]) as connection:
        instansi = instansi_get(connection)
    set_up_web(os.environ[DSN], folder=Path(os.environ[FOLDER]), instansi=instansi)


def application() -> WSGIHandler:
    """Return the application of a worker."""
    set_up()
    return WSGIHandler()

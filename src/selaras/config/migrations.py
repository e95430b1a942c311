"""Bring a database to the schema of this version of Selaras."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

import psycopg

from selaras.config.django import SIGN_IN_APPS, SIGN_IN_MIDDLEWARE, set_up
from selaras.galat import Stop

_ROOMS = ("organisasi", "ledger", "ekinerja", "pmm", "jobs", "accounts")
_LIBRARIES = {
    "procrastinate": "procrastinate/contrib/django",
    "contenttypes": "django/contrib/contenttypes",
    "auth": "django/contrib/auth",
    "sessions": "django/contrib/sessions",
    "account": "allauth/account",
    "socialaccount": "allauth/socialaccount",
    "mfa": "allauth/mfa",
}


@cache
def expected() -> frozenset[tuple[str, str]]:
    """Name every migration that this version carries, as (app, name)."""
    root = Path(__file__).parent.parent
    folders = {room: root / room / "migrations" for room in _ROOMS} | {
        name: _of_library(at) for name, at in _LIBRARIES.items()
    }
    return frozenset((room, file.stem) for room, folder in folders.items() for file in folder.glob("0*.py"))


def _of_library(at: str) -> Path:
    """Find the migrations that an installed library carries, without importing it: every command asks."""
    package, _, inner = at.partition("/")
    found = find_spec(package)
    if found is None or found.origin is None:
        raise Stop(f"Pustaka {package} tidak terpasang.", langkah="Pasang ulang Selaras.")
    return Path(found.origin).parent / inner / "migrations"


def applied(connection: psycopg.Connection) -> set[tuple[str, str]]:
    """Name every migration that the database has seen."""
    row = connection.execute("SELECT to_regclass('django_migrations')").fetchone()
    if row is None or row[0] is None:
        return set()
    return {(app, name) for app, name in connection.execute("SELECT app, name FROM django_migrations")}


def is_current(connection: psycopg.Connection) -> bool:
    """Say whether nothing is missing. Raises `Stop` for a database made by a newer Selaras. One query."""
    have = {pair for pair in applied(connection) if pair[0] in (*_ROOMS, *_LIBRARIES)}
    if have - expected():
        raise Stop(
            "Folder data ini dibuat oleh Selaras yang lebih baru.", langkah="Pasang versi yang sama atau lebih baru."
        )
    return have == expected()


def migrate(dsn: str) -> None:
    """Apply what is missing; refuse a database made by a newer Selaras."""
    with psycopg.connect(dsn) as connection:
        if is_current(connection):
            return
    set_up(dsn, apps=SIGN_IN_APPS, settings={"MIDDLEWARE": [SIGN_IN_MIDDLEWARE]})
    from django.core.management import call_command

    with psycopg.connect(dsn, autocommit=True) as lock:  # two first commands at once: the second waits
        lock.execute("SELECT pg_advisory_lock(hashtext('selaras.migrate'))")
        call_command("migrate", verbosity=0, interactive=False)

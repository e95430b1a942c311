"""Django set up without a settings file: the data folder decides the database, the code decides the rest."""

from __future__ import annotations

import django
from django.conf import settings
from psycopg.conninfo import conninfo_to_dict

APPS = (
    "selaras.organisasi.apps.OrganisasiConfig",
    "selaras.ledger.apps.LedgerConfig",
    "selaras.ekinerja.apps.EkinerjaConfig",
    "selaras.jobs.apps.JobsConfig",
    "procrastinate.contrib.django",  # only for its migrations: the worker connects by itself
)


def set_up(dsn: str) -> None:
    """Configure Django once for the database that the libpq string `dsn` names."""
    if settings.configured:
        return
    settings.configure(
        INSTALLED_APPS=list(APPS),
        DATABASES={"default": _database(dsn)},
        USE_TZ=True,
        TIME_ZONE="Asia/Jakarta",
        LANGUAGE_CODE="id",
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        PROCRASTINATE_AUTODISCOVER_MODULE_NAME=None,  # setting up the database must not import every stage
    )
    django.setup()


def _database(dsn: str) -> dict[str, object]:
    parts = conninfo_to_dict(dsn)
    taken = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    options = {key: value for key, value in parts.items() if key not in taken}
    named = {taken[key]: str(value) for key, value in parts.items() if key in taken and value is not None}
    return {"ENGINE": "django.db.backends.postgresql", "OPTIONS": options, **named}

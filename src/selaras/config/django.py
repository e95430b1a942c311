"""Django set up without a settings file: the data folder decides the database, the code decides the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import django
from django.conf import settings as configured
from psycopg.conninfo import conninfo_to_dict

APPS = (
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "selaras.organisasi.apps.OrganisasiConfig",
    "selaras.ledger.apps.LedgerConfig",
    "selaras.ekinerja.apps.EkinerjaConfig",
    "selaras.pmm.apps.PmmConfig",
    "selaras.jobs.apps.JobsConfig",
    "selaras.accounts.apps.AccountsConfig",
    "procrastinate.contrib.django",  # only for its migrations: the worker connects by itself
)

# For signing in by OpenID and for second factors: their tables belong to every folder, their code only to the pages.
SIGN_IN_APPS = ("allauth", "allauth.account", "allauth.socialaccount", "allauth.mfa")
SIGN_IN_MIDDLEWARE = "allauth.account.middleware.AccountMiddleware"  # the apps refuse to start without it
_VALIDATORS = "django.contrib.auth.password_validation."
PASSWORD_LENGTH = 12


def set_up(dsn: str, *, apps: Sequence[str] = (), settings: Mapping[str, object] | None = None) -> None:
    """Configure Django once for the database that the libpq string `dsn` names; pages add apps and settings."""
    if configured.configured:
        return
    configured.configure(
        INSTALLED_APPS=[*APPS, *apps],
        DATABASES={"default": _database(dsn)},
        AUTH_USER_MODEL="accounts.Pengguna",
        USE_TZ=True,
        TIME_ZONE="Asia/Jakarta",
        LANGUAGE_CODE="id",
        AUTH_PASSWORD_VALIDATORS=[
            {
                "NAME": _VALIDATORS + "UserAttributeSimilarityValidator",
                "OPTIONS": {"user_attributes": ("username", "nama")},
            },
            {"NAME": _VALIDATORS + "MinimumLengthValidator", "OPTIONS": {"min_length": PASSWORD_LENGTH}},
            {"NAME": _VALIDATORS + "CommonPasswordValidator"},
            {"NAME": _VALIDATORS + "NumericPasswordValidator"},
        ],
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        PROCRASTINATE_AUTODISCOVER_MODULE_NAME=None,  # setting up the database must not import every stage
        **(settings or {}),
    )
    django.setup()


def _database(dsn: str) -> dict[str, object]:
    parts = conninfo_to_dict(dsn)
    taken = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    options = {key: value for key, value in parts.items() if key not in taken}
    named = {taken[key]: str(value) for key, value in parts.items() if key in taken and value is not None}
    # Every page asks who is signed in: a connection of its own for that would cost more than the page.
    kept = {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
    return {"ENGINE": "django.db.backends.postgresql", "OPTIONS": options, **kept, **named}

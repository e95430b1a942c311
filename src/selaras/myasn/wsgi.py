"""The application as a WSGI server runs it, on the settings that the environment of the process names."""

from __future__ import annotations

import logging
import secrets
from pathlib import Path

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler

from selaras.myasn.provider import provider

LONGEST_BODY = 64 * 1024


def application() -> WSGIHandler:
    """Set Django up and return the application; a worker process calls it once."""
    settings.configure(
        ROOT_URLCONF="selaras.myasn.urls",
        MIDDLEWARE=[
            "selaras.myasn.pages.headers",
            "django.middleware.common.CommonMiddleware",  # refuses other host names
            "django.middleware.csrf.CsrfViewMiddleware",
        ],
        TEMPLATES=[_templates()],
        ALLOWED_HOSTS=["127.0.0.1"],
        SECRET_KEY=secrets.token_hex(32),
        CSRF_COOKIE_NAME="selaras_latihan_myasn_csrf",
        CSRF_COOKIE_HTTPONLY=True,
        CSRF_FAILURE_VIEW="selaras.myasn.pages.forged",
        DATA_UPLOAD_MAX_MEMORY_SIZE=LONGEST_BODY,
        APPEND_SLASH=False,
        USE_TZ=True,
        USE_I18N=False,
        LANGUAGE_CODE="id",
        TIME_ZONE="Asia/Jakarta",
    )
    django.setup(set_prefix=False)
    logging.getLogger("django").setLevel(logging.CRITICAL + 1)  # its lines hold addresses: what people searched for
    provider()  # made before the first request: two at once would make two
    return WSGIHandler()


def _templates() -> dict[str, object]:
    return {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "templates"],
    }

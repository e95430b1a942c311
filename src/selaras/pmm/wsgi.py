"""The application as a WSGI server runs it, on the database that the environment of the process names."""

from __future__ import annotations

import logging
import os

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler

from selaras.config.django import set_up
from selaras.pmm.api_settings import DSN, LONGEST_BODY


def application() -> WSGIHandler:
    """Set Django up and return the application; a worker process calls it once."""
    set_up(os.environ[DSN])
    settings.ROOT_URLCONF = "selaras.pmm.api_urls"
    settings.MIDDLEWARE = []
    settings.ALLOWED_HOSTS = ["*"]
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = LONGEST_BODY
    logging.getLogger("django").setLevel(logging.CRITICAL + 1)
    return WSGIHandler()

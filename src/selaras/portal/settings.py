"""Django for the pages: what `config.django` sets up, and everything that a browser needs."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from selaras.config.django import set_up
from selaras.galat import Stop
from selaras.organisasi.selectors import Instansi
from selaras.ui.pengaturan import APP, MIDDLEWARE_AKHIR, MIDDLEWARE_AWAL, STATICFILES_APP, web_settings

HOSTS, HTTPS = "SELARAS_NAMA_HOST", "SELARAS_HTTPS"
# To the server's own log: what broke and where in the code, never what a form held.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"baris": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "baris"}},
    "loggers": {"django.request": {"handlers": ["stderr"], "level": "ERROR", "propagate": False}},
}
_LOCAL = ("localhost", "127.0.0.1", "[::1]")


def set_up_web(dsn: str, *, folder: Path, instansi: Instansi | None) -> None:
    """Configure Django once for serving pages. `folder` keeps the secret key and the collected static files.

    Raises `Stop` when the key can not be read or written.
    """
    https = os.environ.get(HTTPS, "") == "1"
    set_up(
        dsn,
        apps=("django.contrib.messages", STATICFILES_APP, APP, "selaras.portal.apps.PortalConfig"),
        settings={
            **web_settings(
                folder / "statis", context_processors=("django.contrib.messages.context_processors.messages",)
            ),
            "SECRET_KEY": secret_key(folder),
            "ALLOWED_HOSTS": [*_LOCAL, *filter(None, os.environ.get(HOSTS, "").split(","))],
            "ROOT_URLCONF": "selaras.portal.urls",
            "MIDDLEWARE": [
                *MIDDLEWARE_AWAL,
                "django.middleware.gzip.GZipMiddleware",
                "django.contrib.sessions.middleware.SessionMiddleware",
                "django.middleware.csrf.CsrfViewMiddleware",
                "django.contrib.auth.middleware.AuthenticationMiddleware",
                "django.contrib.messages.middleware.MessageMiddleware",
                "selaras.portal.middleware.Wewenang",
                *MIDDLEWARE_AKHIR,
            ],
            "SELARAS_UNGGAHAN": str(folder.parent / "unggahan"),
            "LOGGING": LOGGING,
            "SELARAS_INSTANSI": instansi.nama if instansi else "",
            "SELARAS_LATIHAN": bool(instansi and instansi.latihan),
            "SESSION_COOKIE_AGE": 8 * 3600,
            "SESSION_EXPIRE_AT_BROWSER_CLOSE": True,
            "SESSION_COOKIE_SECURE": https,
            "CSRF_COOKIE_SECURE": https,
            "CSRF_COOKIE_HTTPONLY": True,
            "SECURE_SSL_REDIRECT": https,
            "SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https") if https else None,
            "SECURE_HSTS_SECONDS": 31_536_000 if https else 0,
            "DATA_UPLOAD_MAX_MEMORY_SIZE": 2_000_000,
        },
    )


def secret_key(folder: Path) -> str:
    """Return the key that signs sessions; made at the first start, readable by its owner alone."""
    path = folder / "kunci-sesi"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii")
    except OSError:
        raise Stop("Kunci sesi tidak bisa ditulis.", di_mana=folder.name, langkah="Periksa hak folder itu.") from None
    key = secrets.token_urlsafe(48)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(key)
    return key

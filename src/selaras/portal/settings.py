"""Django for the pages: what `config.django` sets up, and everything that a browser needs."""

from __future__ import annotations

import hashlib
import os
import secrets
from pathlib import Path

from selaras.accounts.oidc import providers
from selaras.config.django import SIGN_IN_APPS, SIGN_IN_MIDDLEWARE, set_up
from selaras.galat import Stop
from selaras.organisasi.selectors import Instansi
from selaras.portal.catatan import LOGGING
from selaras.portal.session import SESSION_SECONDS
from selaras.ui.pengaturan import APP, MIDDLEWARE_AKHIR, MIDDLEWARE_AWAL, STATICFILES_APP, web_settings

HOSTS, HTTPS = "SELARAS_NAMA_HOST", "SELARAS_HTTPS"
_LOCAL = ("localhost", "127.0.0.1", "[::1]")


def set_up_web(dsn: str, *, folder: Path, instansi: Instansi | None) -> None:
    """Configure Django once for serving pages. `folder` keeps the secret key and the collected static files.

    Raises `Stop` when the key can not be read or written.
    """
    https = os.environ.get(HTTPS, "") == "1"
    known = providers()
    set_up(
        dsn,
        apps=("django.contrib.messages", STATICFILES_APP, APP, *SIGN_IN_APPS, "selaras.portal.apps.PortalConfig"),
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
                "django.middleware.common.CommonMiddleware",  # refuses a host that was not named
                "django.contrib.sessions.middleware.SessionMiddleware",
                "django.middleware.csrf.CsrfViewMiddleware",
                "django.contrib.auth.middleware.AuthenticationMiddleware",
                "django.contrib.messages.middleware.MessageMiddleware",
                "django.middleware.clickjacking.XFrameOptionsMiddleware",
                SIGN_IN_MIDDLEWARE,
                "selaras.portal.middleware.Wewenang",
                "selaras.portal.batas.BatasIsi",
                *MIDDLEWARE_AKHIR,
            ],
            "SELARAS_UNGGAHAN": str(folder.parent / "unggahan"),
            "LOGGING": LOGGING,
            "SELARAS_INSTANSI": instansi.nama if instansi else "",
            "SELARAS_LATIHAN": bool(instansi and instansi.latihan),
            "SESSION_COOKIE_NAME": session_cookie(folder),
            "SELARAS_PENYEDIA": known,
            "SELARAS_FORM_ACTION": tuple(dict.fromkeys(one.asal for one in known)),
            "SOCIALACCOUNT_ADAPTER": "selaras.portal.pintu.penyedia.AkunAdapter",
            "SOCIALACCOUNT_STORE_TOKENS": False,
            "MFA_TOTP_TOLERANCE": 1,  # the clock of a telephone may be half a minute off
            "SESSION_COOKIE_AGE": SESSION_SECONDS,
            "SESSION_EXPIRE_AT_BROWSER_CLOSE": True,
            "SESSION_COOKIE_SECURE": https,
            "CSRF_COOKIE_SECURE": https,
            "CSRF_COOKIE_HTTPONLY": True,
            "SECURE_SSL_REDIRECT": https,
            "SECURE_HSTS_SECONDS": 31_536_000 if https else 0,
            "SECURE_HSTS_INCLUDE_SUBDOMAINS": https,
            "SECURE_HSTS_PRELOAD": https,
            "SECURE_REDIRECT_EXEMPT": ["^sehat/$"],  # the watcher on this machine asks without TLS
            "DATA_UPLOAD_MAX_MEMORY_SIZE": 2_000_000,
            "DATA_UPLOAD_MAX_NUMBER_FILES": 1000,  # a folder of reports; the form says how many it takes
        },
    )


def session_cookie(folder: Path) -> str:
    """Name the cookie after the folder: cookies know no port, and one machine may serve two folders.

    >>> session_cookie(Path("a")) != session_cookie(Path("b"))
    True
    """
    return f"selaras-{hashlib.sha256(os.fsencode(folder)).hexdigest()[:8]}"


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

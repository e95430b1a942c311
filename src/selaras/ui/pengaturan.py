"""The part of Django's settings that the pages need; the composition root adds it to its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

APP = "selaras.ui.apps.UiConfig"
STATICFILES_APP = "django.contrib.staticfiles"

# In this order, before whatever a room adds. whitenoise first: a style sheet needs no session.
MIDDLEWARE_AWAL = (
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "selaras.ui.kebijakan.kebijakan_isi",
)
# After sessions, sign-in and whatever sets `request.bingkai`.
MIDDLEWARE_AKHIR = ("selaras.ui.galat_halaman.HalamanGalat",)

CONTEXT_PROCESSORS = (
    "django.template.context_processors.request",
    "django.template.context_processors.csrf",
    "selaras.ui.bingkai.bingkai",
)


def web_settings(static_root: Path, *, context_processors: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return settings for templates, static files and error pages.

    `static_root` is filled by `statis.kumpulkan`. A caller with messages adds their context processor.
    """
    return {
        "TEMPLATES": [
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "APP_DIRS": True,
                "OPTIONS": {"context_processors": [*CONTEXT_PROCESSORS, *context_processors]},
            }
        ],
        "STATIC_URL": "/statis/",
        "STATIC_ROOT": str(static_root),
        "STATICFILES_FINDERS": [
            "django.contrib.staticfiles.finders.AppDirectoriesFinder",
            "selaras.ui.statis.BootstrapFinder",
        ],
        "STORAGES": {
            "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
            "staticfiles": {"BACKEND": "selaras.ui.statis.Penyimpanan"},
        },
        "CSRF_FAILURE_VIEW": "selaras.ui.galat_halaman.csrf",
        "X_FRAME_OPTIONS": "DENY",
        "SECURE_REFERRER_POLICY": "same-origin",
    }

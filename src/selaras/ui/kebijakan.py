"""The content policy of every page: own styles, images and the one script, no frame, nothing inline."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

_TETAP = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)


def kebijakan() -> str:
    """Return the policy. `SELARAS_FORM_ACTION` names further origins that a form may lead to (sign-in by OpenID)."""
    tujuan = " ".join(("'self'", *getattr(settings, "SELARAS_FORM_ACTION", ())))
    return f"{_TETAP}; form-action {tujuan}"


def kebijakan_isi(berikut: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: set the policy on every answer that has not set one itself."""
    nilai = kebijakan()

    def pasang(request: HttpRequest) -> HttpResponse:
        jawaban = berikut(request)
        jawaban.headers.setdefault("Content-Security-Policy", nilai)
        jawaban.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        return jawaban

    return pasang

"""What the pages share: the session, the parameters, the page that says what is wrong, the headers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from authlib.oauth2.rfc6749 import OAuth2Error  # type: ignore[import-untyped]  # authlib carries no types
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from selaras.myasn.memory import SignIn
from selaras.myasn.provider import provider

COOKIE = "selaras_latihan_myasn"  # cookies know no port: another name than that of the portal on this machine
_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # without any, browsers send Origin: null with our own forms
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_ERRORS = {
    "invalid_client": "Aplikasi yang mengirim Anda ke sini tidak terdaftar.",
    "invalid_request": "Permintaan masuk dari aplikasi itu tidak lengkap atau tidak terdaftar.",
}


_CHUNK, _CHUNKS = 64 * 1024, 16


def headers(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Add the headers of safety to every answer that does not bring its own (middleware)."""

    def run(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        _read_rest(request)
        for name, value in _HEADERS.items():
            response.setdefault(name, value)
        return response

    return run


def _read_rest(request: HttpRequest) -> None:
    """Read what nobody read: the server drops a connection with a rest on it, and the next request would be lost."""
    for _ in range(_CHUNKS):
        if not request.read(_CHUNK):
            return


def let_return(response: HttpResponse, where: str) -> HttpResponse:
    """Let the form of a page end at another origin: browsers follow its redirect only to what the policy names."""
    response["Content-Security-Policy"] = f"{_POLICY} {where}"
    return response


def session_of(request: HttpRequest) -> SignIn | None:
    """Return who is signed in here."""
    key = request.COOKIES.get(COOKIE)
    return provider().memory.sessions.get(key) if key else None


def params_of(request: HttpRequest) -> dict[str, list[str]]:
    """Return all parameters of a request: those of the body where it has one."""
    return dict((request.POST if request.method == "POST" else request.GET).lists())


def show(request: HttpRequest, name: str, status: int = 200, **said: Any) -> HttpResponse:
    """Render a page."""
    page: HttpResponse = render(request, f"myasn/{name}.html", said, status=status)
    return page


def trouble(request: HttpRequest, error: OAuth2Error) -> HttpResponse:
    """Tell the person what is wrong with a request that may not be sent back."""
    sentence = _ERRORS.get(error.error, _ERRORS["invalid_request"])
    return show(request, "kesalahan", 400, kalimat=sentence, kode=error.error, rincian=error.get_error_description())


def nowhere(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that there is no such page."""
    return show(request, "kesalahan", 404, kalimat="Halaman ini tidak ada.", kode="", rincian="")


def bad(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that the request cannot be read."""
    return show(request, "kesalahan", 400, kalimat="Permintaan ini tidak terbaca.", kode="", rincian="")


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that a form came from elsewhere, or too late."""
    sentence = "Isian ini tidak berasal dari halaman ini, atau halamannya sudah terlalu lama terbuka."
    return show(request, "kesalahan", 403, kalimat=sentence, kode="", rincian="")

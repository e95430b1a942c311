"""The pages of Selaras with one more: an empty view behind the same middleware, to measure the others against."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import path

KOSONG = "/bench-kosong/"


def application() -> Callable[..., Any]:
    """Return the application of a worker."""
    from selaras.portal.wsgi import application as halaman

    served = halaman()
    from selaras.portal import urls

    urls.urlpatterns.insert(0, path(KOSONG.strip("/") + "/", kosong))
    return served


def kosong(request: HttpRequest) -> HttpResponse:
    """Answer nothing."""
    del request
    return HttpResponse("")

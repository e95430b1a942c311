"""Error pages: a sentence and what to do, never a traceback. None of them asks the database.

Handlers for a URLconf: `handler400 = "selaras.ui.galat_halaman.tidak_terbaca"`, `handler403 = ".tidak_berhak"`,
`handler404 = ".tidak_ada"`, `handler500 = ".rusak"`; `CSRF_FAILURE_VIEW = ".csrf"`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string

from selaras.config import clock
from selaras.galat import DataError, Forbidden, SelarasError, TryAgain
from selaras.ui import format
from selaras.ui.bingkai import bawaan, dari
from selaras.ui.galat_kata import (
    FORMULIR_LAMA,
    PEMELIHARAAN,
    RUSAK,
    TIDAK_ADA,
    TIDAK_BERHAK,
    TIDAK_TERBACA,
    Kata,
)


def tidak_terbaca(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400."""
    del exception
    return _halaman(request, TIDAK_TERBACA, 400)


def tidak_berhak(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403. What was refused is not repeated: an error text must not tell what exists."""
    del exception
    return _halaman(request, TIDAK_BERHAK, 403)


def tidak_ada(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404."""
    del exception
    return _halaman(request, TIDAK_ADA, 404)


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form whose token is missing or old."""
    del reason
    return _halaman(request, FORMULIR_LAMA, 403)


def rusak(request: HttpRequest) -> HttpResponse:
    """500. Nobody is named in the frame: whatever broke may be what knows the person."""
    del request
    return _halaman(None, RUSAK, 500)


def pemeliharaan(request: HttpRequest, *, detik: int = 600) -> HttpResponse:
    """503 while a backup is restored or a version changes; `detik` is what a machine is told to wait."""
    del request
    jawaban = _halaman(None, PEMELIHARAAN, 503)
    jawaban.headers["Retry-After"] = str(detik)
    return jawaban


def dari_galat(request: HttpRequest, galat: SelarasError) -> HttpResponse:
    """Page for an error that Selaras raised on purpose: its own sentence, place and step."""
    if isinstance(galat, Forbidden):
        return tidak_berhak(request, galat)
    asal = f"{galat.di_mana}: {galat.kalimat}" if galat.di_mana else galat.kalimat
    if isinstance(galat, DataError):
        kata, status = Kata("Ada data yang perlu diperbaiki", asal, ()), 422
    elif isinstance(galat, TryAgain):
        kata, status = Kata("Coba lagi sebentar lagi", asal, (), "clock", "tunggu"), 503
    else:
        kata, status = Kata("Belum bisa dilanjutkan", asal, (), "lock"), 409
    jawaban = _halaman(request, replace(kata, langkah=(galat.langkah,) if galat.langkah else ()), status)
    if isinstance(galat, TryAgain) and galat.after:
        jawaban.headers["Retry-After"] = str(math.ceil(galat.after))
    return jawaban


class HalamanGalat:
    """Middleware: an error of `selaras.galat` that a view lets through becomes its page instead of a 500."""

    def __init__(self, berikut: Callable[[HttpRequest], HttpResponse]) -> None:
        """Take the rest of the chain."""
        self.berikut = berikut

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Hand the request on."""
        return self.berikut(request)

    def process_exception(self, request: HttpRequest, galat: Exception) -> HttpResponse | None:
        """Return the page of a known error; None leaves anything else to Django."""
        return dari_galat(request, galat) if isinstance(galat, SelarasError) else None


def _halaman(request: HttpRequest | None, kata: Kata, status: int) -> HttpResponse:
    bingkai = dari(request) if request is not None else bawaan()
    isi: dict[str, object] = {"kata": kata, "status": status, "bingkai": bingkai, "tanpa_akun": True}
    isi["saat"] = format.waktu(clock.now())
    if request is not None and bingkai.nama:
        isi["csrf_token"] = get_token(request)
    return HttpResponse(render_to_string("ui/galat.html", isi), status=status)

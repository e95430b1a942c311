"""Every error of the API as one Indonesian sentence in JSON. Nothing of the request is repeated, no trace is shown."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path

import psycopg
from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, UnreadablePostError
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from psycopg_pool import PoolTimeout, TooManyRequests

from selaras.galat import SelarasError, TryAgain
from selaras.pmm.api_settings import LONGEST_BODY

_log = logging.getLogger("selaras.pmm")
_SENTENCES = {
    400: "Isi permintaan bukan JSON.",
    401: "Token tidak dikenal atau sudah kedaluwarsa. Admin instansi menempelkan token baru.",
    403: "Token ini tidak untuk keperluan ini: yang mencatat kegiatan tidak membaca, yang membaca tidak mencatat.",
    404: "Alamat ini tidak ada. Daftar alamat ada di /api/pmm/v1/openapi.json.",
    405: "Cara ini tidak dilayani di alamat ini.",
    413: f"Isi permintaan lebih dari {LONGEST_BODY // 1024 // 1024} MB. Bagi menjadi beberapa permintaan.",
    500: "Ada galat di dalam PMM bawaan. Kirim lagi dengan nomor yang sama aman.",
    503: "PMM bawaan sedang sibuk. Ulangi sebentar lagi.",
}
_REASONS = {
    "missing": "wajib ada",
    "extra_forbidden": "tidak dikenal",
    "too_long": "terlalu banyak",
    "dict_type": "bukan objek",
    "int_parsing": "bukan bilangan bulat",
    "greater_than_equal": "terlalu kecil",
    "less_than_equal": "terlalu besar",
    "less_than": "terlalu besar",
}


def reply(status: int, pesan: str | None = None, *, after: int | None = None) -> HttpResponse:
    """Return an error with its usual sentence, or this one."""
    body = {"pesan": pesan or _SENTENCES.get(status, _SENTENCES[500])}
    headers = {} if after is None else {"Retry-After": str(after)}
    if status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    return JsonResponse(body, status=status, headers=headers)


def what_is_wrong(error: ValidationError) -> str:
    """Name the first field that does not fit, and how many more there are; never what stood in it.

    >>> what_is_wrong(ValidationError([{"loc": ("query", "batas"), "type": "less_than_equal", "msg": ""}]))
    'Isi permintaan tidak sesuai: batas: terlalu besar.'
    """
    first = error.errors[0]
    place = [part for part in first["loc"] if part not in ("body", "query", "path", "data")]
    named = " ".join(f"{part + 1}," if isinstance(part, int) else str(part) for part in place if part != "permintaan")
    more = f" (dan {len(error.errors) - 1} lagi)" if len(error.errors) > 1 else ""
    where = f"{named}: " if named else ""
    return f"Isi permintaan tidak sesuai: {where}{_REASONS.get(first['type'], 'tidak bisa dipakai')}{more}."


def install(api: NinjaAPI) -> None:
    """Give every kind of error its sentence."""

    @api.exception_handler(ValidationError)
    def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
        return reply(422, what_is_wrong(error))

    @api.exception_handler(AuthenticationError)
    def refused(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
        return reply(401)

    @api.exception_handler(HttpError)
    def spoken(request: HttpRequest, error: HttpError) -> HttpResponse:
        return reply(error.status_code)

    @api.exception_handler(RequestDataTooBig)
    def too_long(request: HttpRequest, error: RequestDataTooBig) -> HttpResponse:
        return reply(413)

    @api.exception_handler(UnreadablePostError)
    def cut_off(request: HttpRequest, error: UnreadablePostError) -> HttpResponse:
        return reply(400)

    @api.exception_handler(Http404)
    def nowhere(request: HttpRequest, error: Http404) -> HttpResponse:
        return reply(404)

    @api.exception_handler(TryAgain)
    @api.exception_handler(psycopg.errors.SerializationFailure)
    @api.exception_handler(psycopg.errors.DeadlockDetected)
    def rolled_back(request: HttpRequest, error: Exception) -> HttpResponse:
        return reply(503, after=1)

    @api.exception_handler(SelarasError)
    def told(request: HttpRequest, error: SelarasError) -> HttpResponse:
        return reply(400, str(error))

    @api.exception_handler(PoolTimeout)
    @api.exception_handler(TooManyRequests)
    def crowded(request: HttpRequest, error: Exception) -> HttpResponse:
        return reply(503, after=1)

    @api.exception_handler(psycopg.DataError)
    def unstorable(request: HttpRequest, error: psycopg.DataError) -> HttpResponse:
        _note(error)
        return reply(422, "Isi permintaan memuat sesuatu yang tidak bisa disimpan.")

    @api.exception_handler(Exception)
    def unexpected(request: HttpRequest, error: Exception) -> HttpResponse:
        _note(error)
        return reply(500)


def nowhere(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address outside the API."""
    return reply(404)


def broken(request: HttpRequest) -> HttpResponse:
    """Answer what went wrong before the API was reached."""
    return reply(500)


def _note(error: Exception) -> None:
    """Log kind and place only: the text of a database error may hold a NIP."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    _log.error("galat %s di %s", type(error).__name__, place)

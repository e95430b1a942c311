"""Every error of an API as one Indonesian sentence in JSON. Nothing of the request is repeated, no trace is shown."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, UnreadablePostError
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from psycopg_pool import PoolTimeout, TooManyRequests

from selaras.galat import SelarasError, TryAgain


@dataclass(frozen=True, slots=True)
class ApiErrors:
    """What one API says: a sentence per status (500 is needed), and words for what pydantic finds."""

    log: str
    sentences: Mapping[int, str]
    reasons: Mapping[str, str] = field(default_factory=dict)

    def reply(
        self, status: int, pesan: str | None = None, *, after: int | None = None, kode: str | None = None
    ) -> HttpResponse:
        """Return an error with its usual sentence, or this one; `after` are seconds."""
        body = {"pesan": pesan or self.sentences.get(status, self.sentences[500])} | ({"kode": kode} if kode else {})
        headers = {} if after is None else {"Retry-After": str(after)}
        if status == 401:
            headers["WWW-Authenticate"] = "Bearer"
        return JsonResponse(body, status=status, headers=headers)

    def what_is_wrong(self, error: ValidationError) -> str:
        """Name the first field that does not fit, and how many more there are; never what stood in it.

        >>> errors = ApiErrors("selaras", {}, {"missing": "wajib ada"})
        >>> place = ("body", "data", "operasi", 3, "nip")
        >>> errors.what_is_wrong(ValidationError([{"loc": place, "type": "missing", "msg": ""}]))
        'Isi permintaan tidak sesuai: operasi 4, nip: wajib ada.'
        """
        first = error.errors[0]
        place = [part for part in first["loc"] if part not in ("body", "query", "path", "data", "permintaan")]
        named = " ".join(f"{part + 1}," if isinstance(part, int) else str(part) for part in place)
        more = f" (dan {len(error.errors) - 1} lagi)" if len(error.errors) > 1 else ""
        where = f"{named}: " if named else ""
        return f"Isi permintaan tidak sesuai: {where}{self.reasons.get(first['type'], 'tidak bisa dipakai')}{more}."

    def nowhere(self, request: HttpRequest, exception: Exception) -> HttpResponse:
        """Answer an address outside the API."""
        return self.reply(404)

    def broken(self, request: HttpRequest) -> HttpResponse:
        """Answer what went wrong before the API was reached."""
        return self.reply(500)

    def install(self, api: NinjaAPI) -> None:
        """Give every kind of error its sentence."""
        for kind, status in _STATUS.items():
            api.add_exception_handler(kind, self._always(status))
        for kind in _BUSY:
            api.add_exception_handler(kind, self._always(503, after=1))

        @api.exception_handler(ValidationError)
        def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
            return self.reply(422, self.what_is_wrong(error))

        @api.exception_handler(HttpError)
        def spoken(request: HttpRequest, error: HttpError) -> HttpResponse:
            return self.reply(error.status_code)

        @api.exception_handler(SelarasError)
        def told(request: HttpRequest, error: SelarasError) -> HttpResponse:
            return self.reply(400, str(error))

        @api.exception_handler(psycopg.DataError)
        def unstorable(request: HttpRequest, error: psycopg.DataError) -> HttpResponse:
            return self._noted(error, 422, "Isi permintaan memuat sesuatu yang tidak bisa disimpan.")

        @api.exception_handler(Exception)
        def unexpected(request: HttpRequest, error: Exception) -> HttpResponse:
            return self._noted(error, 500)

    def _always(self, status: int, *, after: int | None = None) -> Callable[[HttpRequest, Any], HttpResponse]:
        return lambda request, error: self.reply(status, after=after)

    def _noted(self, error: Exception, status: int, pesan: str | None = None) -> HttpResponse:
        """Log kind and place only: the text of a database error may hold a NIP."""
        frames = traceback.extract_tb(error.__traceback__)
        place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
        logging.getLogger(self.log).error("galat %s di %s", type(error).__name__, place)
        return self.reply(status, pesan)


_STATUS: dict[type[Exception], int] = {
    AuthenticationError: 401,
    RequestDataTooBig: 413,
    UnreadablePostError: 400,
    Http404: 404,
}
_BUSY: tuple[type[Exception], ...] = (
    TryAgain,
    psycopg.errors.SerializationFailure,
    psycopg.errors.DeadlockDetected,
    PoolTimeout,
    TooManyRequests,
)

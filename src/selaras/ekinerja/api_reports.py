"""The report API as it is in reality: paths, `{"data": [...]}`, 401 for a bad token, 404 when there is nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field

from selaras.ekinerja import api_schema as shape
from selaras.ekinerja import selectors
from selaras.ekinerja.api_base import Token, connection, instansi_of, json

router = Router(tags=["laporan"], auth=Token())
_ERRORS: dict[Any, Any] = dict.fromkeys((401, 403, 422, 500, 503), shape.Pesan)
_ANSWERS = {200: shape.Daftar, 404: shape.Daftar, **_ERRORS}


@router.get("/referensi/periode", response=_ANSWERS, operation_id="referensi_periode")
def referensi_periode(request: HttpRequest) -> HttpResponse:
    """List Manajemen Periode."""
    with connection() as lent:
        return _listed(selectors.referensi_periode(lent, instansi=instansi_of(request)))


@router.get("/laporan/skp/{tahun}", response=_ANSWERS, operation_id="laporan_skp")
def laporan_skp(request: HttpRequest, tahun: shape.Tahun) -> HttpResponse:
    """List the SKP of a year."""
    with connection() as lent:
        return _listed(selectors.laporan_skp(lent, instansi=instansi_of(request), tahun=tahun))


@router.get("/laporan/penilaian/{tahun}/{periode_id}", response=_ANSWERS, operation_id="laporan_penilaian")
def laporan_penilaian(
    request: HttpRequest, tahun: shape.Tahun, periode_id: UUID, nip: Annotated[str, Field(max_length=30)] | None = None
) -> HttpResponse:
    """List the ratings of a period; with ?nip= those of one person."""
    with connection() as lent:
        instansi = instansi_of(request)
        return _listed(
            selectors.laporan_penilaian(lent, instansi=instansi, tahun=tahun, periode_id=str(periode_id), nip=nip)
        )


def _listed(found: Iterable[Any]) -> HttpResponse:
    rows = list(found)
    answer = json({"data": rows})
    if not rows:
        answer.status_code = 404
    return answer

"""Our own API: write, look, and the two lists that the report API does not have."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router

from selaras.ekinerja import api_schema as shape
from selaras.ekinerja import selectors, services
from selaras.ekinerja.api_base import Token, connection, instansi_of, json, require_open

router = Router(tags=["tulis dan baca"])
_ERRORS: dict[Any, Any] = dict.fromkeys((400, 401, 413, 422, 429, 500, 503), shape.Pesan)


@router.get("/sehat", auth=None, response={200: shape.Keadaan, 503: shape.Pesan}, operation_id="sehat")
def sehat(request: HttpRequest) -> HttpResponse:
    """Say whether requests are taken: 503 with Retry-After during maintenance."""
    require_open()
    with connection() as lent:
        lent.execute("SELECT 1")
    return json({"status": "siap"})


@router.post("/tulis", auth=Token(), response={200: shape.JawabanTulis, **_ERRORS}, operation_id="tulis")
def tulis(request: HttpRequest, permintaan: shape.PermintaanTulis) -> HttpResponse:
    """Carry out at most 500 writes as if one after the other; refusals and conflicts are outcomes, not errors.

    The same `kunci` again changes nothing and is answered as the first time.
    """
    with connection() as lent:
        told = services.tulis(lent, instansi=instansi_of(request), operasi=[_plain(one) for one in permintaan.operasi])
    return json({"hasil": told})


@router.post("/baca", auth=Token(), response={200: shape.JawabanBaca, **_ERRORS}, operation_id="baca")
def baca(request: HttpRequest, permintaan: shape.PermintaanBaca) -> HttpResponse:
    """Show what stands under at most 1000 keys, as the reports would show it."""
    with connection() as lent:
        found = selectors.baca(lent, instansi=instansi_of(request), kunci=[_plain(one) for one in permintaan.kunci])
    return json({"isi": found})


@router.get("/unor", auth=Token(), response={200: shape.Daftar, **_ERRORS}, operation_id="unor")
def unor(request: HttpRequest) -> HttpResponse:
    """List the units, as the reference of SIASN does."""
    with connection() as lent:
        return json({"data": selectors.unor(lent, instansi=instansi_of(request))})


@router.get("/log/{tahun}", auth=Token(), response={200: shape.Daftar, **_ERRORS}, operation_id="log")
def log(request: HttpRequest, tahun: shape.Tahun) -> HttpResponse:
    """List what was refused in a year, as Log Sinkronisasi does."""
    with connection() as lent:
        return json({"data": selectors.log(lent, instansi=instansi_of(request), tahun=tahun)})


def _plain(one: shape.Kunci) -> dict[str, Any]:
    """Return the fields as the services take them."""
    found = dict(one)
    if isinstance(one.mulai, dt.date):
        found["mulai"] = one.mulai.isoformat()
    return found

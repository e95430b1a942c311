"""What the API offers: changes since a cursor, and the recording of what was completed elsewhere."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router

from selaras.pmm import api_schema as shape
from selaras.pmm import selectors, services
from selaras.pmm.api_base import Token, connection, json, reader, recorder

router = Router(tags=["pmm"])
_ERRORS: dict[Any, Any] = dict.fromkeys((400, 401, 403, 413, 422, 500, 503), shape.Pesan)


@router.get("/sehat", auth=None, response={200: shape.Keadaan, 503: shape.Pesan}, operation_id="sehat")
def sehat(request: HttpRequest) -> HttpResponse:
    """Say whether requests are taken."""
    with connection() as lent:
        lent.execute("SELECT 1")
    return json({"status": "siap"})


@router.get("/perubahan", auth=Token(), response={200: shape.JawabanPerubahan, **_ERRORS}, operation_id="perubahan")
def perubahan(
    request: HttpRequest, setelah: shape.Setelah = 0, tahun: shape.Tahun | None = None, batas: shape.Batas = 1000
) -> HttpResponse:
    """List what changed after a cursor, oldest change first: pegawai, skp, rhk, kegiatan, penilaian.

    No row is missed or told twice unless it changed again. Wants a token that reads.
    """
    instansi = reader(request)
    with connection() as lent:
        page = selectors.perubahan(lent, instansi=instansi, setelah=setelah, tahun=tahun, batas=batas)
    return json({"perubahan": page.baris, "kursor": page.kursor, "masih": page.masih})


@router.post("/kegiatan", auth=Token(), response={200: shape.JawabanKegiatan, **_ERRORS}, operation_id="kegiatan")
def kegiatan(request: HttpRequest, permintaan: shape.PermintaanKegiatan) -> HttpResponse:
    """Record at most 500 completed courses or events; each row has its own outcome.

    The same row again changes nothing. The source is that of the token: wants one that records.
    """
    instansi, sumber = recorder(request)
    with connection() as lent:
        told = services.kegiatan_otomatis(lent, instansi=instansi, sumber=sumber, kegiatan=permintaan.kegiatan)
    return json({"hasil": told})

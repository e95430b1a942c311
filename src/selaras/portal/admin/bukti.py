"""Evidence: of each plan what was sent, answered and seen, and who approved it; on the screen and as a file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.views.decorators.http import require_safe

from selaras.accounts.roles import Izin
from selaras.kinerja.nip import mask
from selaras.organisasi.selectors import Instansi
from selaras.plan.browse import Ringkas, plan_line, plans
from selaras.portal.admin.proses import paged, show, the_instansi
from selaras.portal.admin.rencana_kata import baris
from selaras.portal.db import owner, scope_of, scoped
from selaras.portal.ids import number_of
from selaras.ui.format import waktu
from selaras.verify.of_plan import BATCH, Bukti, plan_evidence

HEAD = (
    *("nomor", "nama", "nip", "npsn", "sekolah", "apa", "sebelum", "menjadi", "disetujui_oleh", "sebagai", "nomor_sk"),
    *("disetujui_pada", "dikirim_oleh", "keadaan", "kode", "pesan", "dijawab_pada", "terlihat", "dilihat_pada"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """List the plans, each with its evidence."""
    scope = scope_of(request)
    scope.perlu(Izin.LIHAT_INSTANSI)
    with owner() as connection:
        instansi = the_instansi(connection)

        def fetch(limit: int, offset: int) -> tuple[list[Any], int]:
            found = plans(connection, instansi=instansi.id, limit=limit, offset=offset)
            return [baris(one) for one in found], found[0].semua if found else 0

        page = paged(request, fetch)
    plan = "/rencana/" if scope.boleh(Izin.KIRIM) else ""
    return show(request, "bukti", "bukti", {"halaman": page, "hanya_baca": instansi.hanya_baca, "rencana": plan})


@require_safe
def satu(request: HttpRequest, nama: str) -> HttpResponse:
    """Show the evidence of a plan, a page at a time."""
    scope_of(request).perlu(Izin.LIHAT_INSTANSI)
    _, line = _plan(nama)
    with scoped(request) as connection:

        def fetch(limit: int, offset: int) -> tuple[list[Bukti], int]:
            found = plan_evidence(connection, line.id, limit=limit, offset=offset)
            return found, found[0].semua if found else 0

        page = paged(request, fetch)
    return show(request, "bukti_satu", "bukti", {"b": baris(line), "halaman": page})


@require_safe
def unduh(request: HttpRequest, nama: str) -> StreamingHttpResponse:
    """Give the evidence of a plan as CSV that Excel opens; NIP masked."""
    scope_of(request).perlu(Izin.LIHAT_INSTANSI)
    _, line = _plan(nama)
    answer = StreamingHttpResponse(_lines(request, line.id), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="bukti-rencana-{line.id}.csv"'
    answer["Cache-Control"] = "no-store"
    return answer


def _plan(nama: str) -> tuple[Instansi, Ringkas]:
    with owner() as connection:
        instansi = the_instansi(connection)
        line = plan_line(connection, instansi=instansi.id, plan=number_of("rencana", nama))
    if line is None:
        raise Http404
    return instansi, line


def _lines(request: HttpRequest, plan: int) -> Iterator[str]:
    """Write the file in batches: each with a transaction of its own, so that a slow reader holds nothing."""
    yield "\ufeff" + _csv([HEAD])
    offset = 0
    while True:
        with scoped(request) as connection:
            found = plan_evidence(connection, plan, limit=BATCH, offset=offset)
        if not found:
            return
        yield _csv([_row(one) for one in found])
        offset += len(found)


def _row(one: Bukti) -> list[str]:
    told = (
        *(one.nomor, one.nama, mask(one.nip), one.npsn, one.sekolah, one.apa, one.dari, one.menjadi),
        *(one.disetujui_oleh, one.sebagai, one.nomor_sk, _moment(one.disetujui_pada), one.dikirim_oleh, one.keadaan),
        *(one.kode, one.pesan or one.sebab, _moment(one.dijawab_pada), one.terlihat, _moment(one.dilihat_pada)),
    )
    return [safe(value) for value in told]


def _moment(moment: object) -> str:
    return waktu(moment) if moment else ""


def safe(value: object) -> str:
    """Write a cell so that no spreadsheet takes it for a formula.

    >>> safe("=1+1"), safe("Baik"), safe(None)
    ("'=1+1", 'Baik', '')
    """
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _csv(rows: list[Any]) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(rows)
    return text.getvalue()

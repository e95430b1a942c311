"""Dokumen evaluasi: kept as it was made, shown on a page and as PDF; and the final report that locks."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from selaras.accounts.roles import Izin
from selaras.documents.evaluasi import cetak
from selaras.ekinerja import selectors_halaman as baca
from selaras.ekinerja import services
from selaras.ekinerja.selectors_halaman import Row
from selaras.galat import DataError, SelarasError
from selaras.kinerja import periode
from selaras.kinerja.putusan import AturanError
from selaras.portal.db import scoped
from selaras.portal.ekinerja.ruang import Dalam, halaman
from selaras.portal.ekinerja.skp import lihat
from selaras.portal.kerja import recorded


@halaman(Izin.LIHAT_DIRI, kirim=True)
def dokumen(request: HttpRequest, di: Dalam, skp: UUID, slot: int) -> HttpResponse:
    """Show the newest dokumen evaluasi of a period; POST makes one of what stands there now."""
    found, _ = lihat(request, di, skp)
    nama = _period(slot)
    if request.method == "POST":
        try:
            with recorded(request, "e-kinerja: dokumen evaluasi") as (connection, _):
                services.dokumen_buat(connection, instansi=di.id, skp_id=str(skp), slot=slot, oleh=di.scope.nama)
        except DataError as error:
            messages.error(request, str(error))
            return redirect("ek-penilaian", skp=skp)
        return redirect("ek-dokumen", skp=skp, slot=slot)
    content = {"skp": found, "slot": slot, "periode": nama, "dokumen": _newest(request, di, skp, slot)}
    return render(request, "portal/ekinerja/dokumen.html", content)


@halaman(Izin.LIHAT_DIRI)
def pdf(request: HttpRequest, di: Dalam, skp: UUID, slot: int) -> HttpResponse:
    """Give the newest dokumen evaluasi as PDF; its name carries no person."""
    lihat(request, di, skp)
    nama = _period(slot)
    found = _newest(request, di, skp, slot)
    body = cetak(found["isi"], periode=nama, dibuat=found["dibuat"], latihan=di.instansi.latihan)
    answer = HttpResponse(body, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="dokumen-evaluasi-{slot}.pdf"'
    answer["Cache-Control"] = "no-store"
    return answer


@halaman(Izin.KUNCI_LAPORAN, kirim=True, baca=False)
def kunci(request: HttpRequest, di: Dalam, skp: UUID) -> HttpResponse:
    """Lock the final report of the person whose SKP this is; never one's own."""
    found, mine = lihat(request, di, skp)
    if mine:
        raise Http404
    try:
        with recorded(request, "e-kinerja: kunci laporan akhir") as (connection, _):
            services.final_kunci(connection, instansi=di.id, nip=found["nip"], tahun=found["tahun"], oleh=di.scope.nama)
    except SelarasError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "Laporan akhir terkunci. Sinkron tidak mengubahnya lagi.")
    return redirect("ek-penilaian", skp=skp)


def _newest(request: HttpRequest, di: Dalam, skp: UUID, slot: int) -> Row:
    with scoped(request) as connection:
        found = baca.dokumen(connection, instansi=di.id, skp=skp, slot=slot)
    if found is None:
        raise Http404
    return found


def _period(slot: int) -> str:
    try:
        return periode.nama_panjang(slot)
    except AturanError:
        raise Http404 from None

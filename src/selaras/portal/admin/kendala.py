"""All findings of the instansi, the repair that frees most people first."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from selaras.accounts.roles import Izin
from selaras.monitoring.posisi import Kendala
from selaras.monitoring.selectors import kendala_list
from selaras.organisasi.selectors import instansi_get
from selaras.portal.db import scope_of, scoped
from selaras.portal.kartu import card

PER_PAGE = 25


def kendala(request: HttpRequest) -> HttpResponse:
    """List them, notes last, a page at a time."""
    scope_of(request).perlu(Izin.LIHAT_INSTANSI)
    per = request.bingkai.data_per
    found: tuple[Kendala, ...] = ()
    with scoped(request) as connection:
        instansi = instansi_get(connection)
        if instansi is not None and per is not None:
            found = kendala_list(connection, instansi=instansi, tahun=instansi.tahun, per=per)
    ordered = sorted(found, key=lambda k: (k.keadaan == "catatan", -k.membuka_jalan_bagi))
    page = Paginator(ordered, PER_PAGE).get_page(request.GET.get("halaman"))
    return render(request, "portal/admin/kendala.html", {"halaman": page, "kartu": [card(k) for k in page.object_list]})

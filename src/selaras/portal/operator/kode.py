"""One-time codes for a school: made by its operator, shown once, to print and hand out."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from selaras.accounts.codes import VALID, kode_buat, tampil
from selaras.accounts.roles import Izin
from selaras.config import clock
from selaras.portal.db import owner, scope_of


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def kode(request: HttpRequest) -> HttpResponse:
    """Explain, and after the operator's yes show a code for everybody of the school, this once."""
    scope = scope_of(request)
    scope.perlu(Izin.KODE_MASUK)
    if len(scope.sekolah) != 1:
        raise Http404
    sekolah = scope.sekolah[0]
    request.tentang = {"sekolah": sekolah}
    made = []
    if request.method == "POST":
        with owner() as connection:
            made = kode_buat(connection, scope, sekolah=sekolah, orang=None, now=clock.now())
    cards = [{"nama": one.nama, "kode": tampil(one.kode), "sampai": one.berlaku_sampai} for one in made]
    return render(request, "portal/operator/kode.html", {"kartu": cards, "hari": VALID.days})

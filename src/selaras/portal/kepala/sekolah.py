"""The page of one school: what its head, its teachers and its operator do next, and who waits for whom."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from selaras.accounts.roles import Izin
from selaras.documents.tindak_lanjut.langkah import Siapa
from selaras.documents.tindak_lanjut.susun import Susunan
from selaras.monitoring.people import people
from selaras.portal.db import scope_of, scoped
from selaras.portal.ids import number_of
from selaras.portal.posisi import position_of

GROUPS = (
    (Siapa.KEPALA, "Bapak/Ibu kepala sekolah lakukan"),
    (Siapa.GURU, "Guru lakukan"),
    (Siapa.OPERATOR, "Operator lakukan"),
)


def sekolahku(request: HttpRequest) -> HttpResponse:
    """Show the school of whoever has one."""
    scope = scope_of(request)
    if len(scope.sekolah) != 1:
        raise Http404
    return _page(request, scope.sekolah[0])


def satu(request: HttpRequest, nama: str) -> HttpResponse:
    """Show a school that is named in the address."""
    return _page(request, number_of("sekolah", nama))


def _page(request: HttpRequest, sekolah: int) -> HttpResponse:
    scope = scope_of(request)
    scope.perlu(Izin.LIHAT_SEKOLAH, sekolah=sekolah)
    request.tentang = {"sekolah": sekolah}
    with scoped(request) as connection:
        posisi = position_of(connection, request, sekolah=sekolah)
        if posisi is None or not posisi.sekolah:
            raise Http404
        staff = people(connection, sekolah=sekolah, tahun=posisi.tahun)
    steps = Susunan(posisi).sekolah(posisi.sekolah[0])
    groups = [(title, steps.milik(who)) for who, title in GROUPS]
    return render(
        request,
        "portal/kepala/sekolah.html",
        {"sekolah": posisi.sekolah[0], "kelompok": groups, "ditunggu": steps.menunggu_lain, "guru": staff},
    )

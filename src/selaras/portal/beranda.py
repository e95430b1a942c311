"""The first page: each role is taken to what it came for."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from selaras.accounts.roles import Jenis
from selaras.portal.admin import beranda as utama
from selaras.portal.guru import saya
from selaras.portal.kepala import sekolah
from selaras.portal.operator import beranda as operator
from selaras.portal.pengawas import sekolah as sekolah_semua

_HOME = {
    Jenis.GURU: saya.saya,
    Jenis.KEPALA: sekolah.sekolahku,
    Jenis.OPERATOR: operator.beranda,
    Jenis.PENGAWAS: sekolah_semua.daftar,
    Jenis.ADMIN_DINAS: utama.beranda,
    Jenis.ADMIN_INSTANSI: utama.beranda,
}


def beranda(request: HttpRequest) -> HttpResponse:
    """Show the page of the role; a user without a role is told whom to ask."""
    scope = request.cakupan
    if scope is None or scope.jenis not in _HOME:
        return render(request, "portal/pintu/tanpa_peran.html")
    return _HOME[scope.jenis](request)

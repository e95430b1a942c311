"""The first page of Ruang GTK: a teacher's year, a head's teachers, an overview of schools; or why it is off."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from selaras.accounts.roles import Jenis
from selaras.pmm import selectors
from selaras.portal.db import scope_of, scoped
from selaras.portal.gtk import guru, saya
from selaras.portal.gtk.ruang import Ruang, akun_saya, halaman, masuk
from selaras.portal.ids import name_of

ISIAN = (Jenis.KEPALA, Jenis.OPERATOR)  # who states what Ruang GTK shows


@require_safe
def beranda(request: HttpRequest) -> HttpResponse:
    """Show what the role came for."""
    ruang = masuk(request)
    if ruang is None:
        boleh_isi = scope_of(request).jenis in ISIAN
        return render(request, "portal/gtk/mati.html", {"boleh_isi": boleh_isi})
    if ruang.scope.jenis is Jenis.GURU:
        return saya.tampil(request, ruang)
    if ruang.scope.jenis is Jenis.KEPALA:
        return guru.tampil(request, ruang)
    return _sekolah(request, ruang)


def _sekolah(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Show the schools of the role; a pengawas sees whom he observes as well."""
    scope = ruang.scope
    with scoped(request) as connection:
        places = dict(connection.execute("SELECT npsn, id FROM sekolah").fetchall())
        wanted = [npsn for npsn, number in places.items() if scope.semua or number in scope.sekolah]
        found = selectors.ringkas_sekolah(
            connection, instansi=ruang.id, tahun=ruang.periode.tahun, slot=ruang.periode.slot, npsn=wanted
        )
        own = akun_saya(connection) if scope.jenis is Jenis.PENGAWAS else None
        heads = (
            selectors.kepala_diamati(connection, instansi=ruang.id, oleh=own, tahun=ruang.periode.tahun) if own else []
        )
    for row in found:
        row["nama_alamat"] = name_of("sekolah", places[row["npsn"]])
    lihat = {"nilai": scope.jenis is not Jenis.OPERATOR, "menilai": scope.jenis is Jenis.ADMIN_DINAS}
    return halaman(request, ruang, "sekolah", {"sekolah": found, "kepala": heads, "lihat": lihat})

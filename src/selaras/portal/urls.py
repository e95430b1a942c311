"""Addresses of the pages. None carries a person."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path

from selaras.portal import beranda, kendala, kode, masuk, saya, sekolah, unggah


def sehat(request: HttpRequest) -> HttpResponse:
    """Say that the server answers."""
    del request
    return HttpResponse("siap", content_type="text/plain; charset=utf-8")


urlpatterns = [
    path("", beranda.beranda, name="beranda"),
    path("masuk/", masuk.masuk, name="masuk"),
    path("keluar/", masuk.keluar, name="keluar"),
    path("peran/", masuk.peran, name="peran"),
    path("saya/", saya.saya, name="saya"),
    path("sekolah/", sekolah.sekolahku, name="sekolahku"),
    path("sekolah/<str:nama>/", sekolah.satu, name="sekolah"),
    path("sekolah-sekolah/", sekolah.daftar, name="sekolah-sekolah"),
    path("kendala/", kendala.kendala, name="kendala"),
    path("kode/", kode.kode, name="kode"),
    path("impor/", unggah.unggah, name="impor"),
    path("sehat/", sehat, name="sehat"),
]
handler400 = "selaras.ui.galat_halaman.tidak_terbaca"
handler403 = "selaras.ui.galat_halaman.tidak_berhak"
handler404 = "selaras.ui.galat_halaman.tidak_ada"
handler500 = "selaras.ui.galat_halaman.rusak"

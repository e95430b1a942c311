"""Addresses of this room of pages. Of allauth only the two that OpenID Connect needs."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.module_loading import import_string

from selaras.portal.pintu import catatan, ikat, masuk, peran_orang


def later(name: str) -> Callable[..., HttpResponse]:
    """Return a view that is imported when it is asked for: models can not be before Django is set up."""

    def view(request: HttpRequest, **parts: str) -> HttpResponse:
        answer: HttpResponse = import_string(f"selaras.portal.pintu.{name}")(request, **parts)
        return answer

    return view


urlpatterns: list[URLPattern] = [
    path("masuk/", masuk.masuk, name="masuk"),
    path("masuk/ikat/", ikat.ikat, name="ikat"),
    path("masuk/lokal/", later("lokal.lokal"), name="lokal"),
    path("masuk/lokal/kode/", later("lokal.kode"), name="lokal_kode"),
    path("masuk/lokal/pasang/", later("lokal.pasang"), name="lokal_pasang"),
    path("accounts/oidc/<slug:provider_id>/login/", later("oidc.pergi"), name="openid_connect_login"),
    path("accounts/oidc/<slug:provider_id>/login/callback/", later("oidc.kembali"), name="openid_connect_callback"),
    path("keluar/", masuk.keluar, name="keluar"),
    path("peran/", masuk.peran, name="peran"),
    path("peran-orang/", peran_orang.daftar, name="peran_daftar"),
    path("peran-orang/<str:nama>/", peran_orang.orang, name="peran_orang"),
    path("peran-orang/cabut/<uuid:peran>/", peran_orang.cabut, name="peran_cabut"),
    path("catatan-akses/", catatan.catatan, name="catatan_akses"),
]

"""Addresses of this room of pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from selaras.portal.operator import daftar, kode, verval

urlpatterns: list[URLPattern] = [
    path("kode/", kode.kode, name="kode"),
    path("operator/", verval.verval, name="operator"),
    path("operator/verval-ptk.xlsx", verval.unduh, name="operator_unduh"),
    path("operator/daftar-guru/", daftar.daftar, name="operator_daftar"),
    path("operator/daftar-guru/<str:nama>/", daftar.hasil, name="operator_daftar_hasil"),
]

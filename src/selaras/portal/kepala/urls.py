"""Addresses of this room of pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from selaras.portal.kepala import sekolah

urlpatterns: list[URLPattern] = [
    path("sekolah/", sekolah.sekolahku, name="sekolahku"),
    path("sekolah/<str:nama>/", sekolah.satu, name="sekolah"),
]

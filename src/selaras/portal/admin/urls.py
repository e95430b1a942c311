"""Addresses of this room of pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from selaras.portal.admin import kendala, unggah

urlpatterns: list[URLPattern] = [
    path("kendala/", kendala.kendala, name="kendala"),
    path("impor/", unggah.unggah, name="impor"),
]

"""Addresses of this room of pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from selaras.portal.pintu import masuk

urlpatterns: list[URLPattern] = [
    path("masuk/", masuk.masuk, name="masuk"),
    path("keluar/", masuk.keluar, name="keluar"),
    path("peran/", masuk.peran, name="peran"),
]

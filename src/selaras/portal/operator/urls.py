"""Addresses of this room of pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from selaras.portal.operator import kode

urlpatterns: list[URLPattern] = [
    path("kode/", kode.kode, name="kode"),
]

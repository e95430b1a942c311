"""Addresses of this room of pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from selaras.portal.guru import saya

urlpatterns: list[URLPattern] = [
    path("saya/", saya.saya, name="saya"),
]

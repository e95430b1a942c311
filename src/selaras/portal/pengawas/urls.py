"""Addresses of this room of pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from selaras.portal.pengawas import sekolah

urlpatterns: list[URLPattern] = [
    path("sekolah-sekolah/", sekolah.daftar, name="sekolah-sekolah"),
    path("pengawas/gambar.<str:bentuk>", sekolah.gambar, name="pengawas-gambar"),
]

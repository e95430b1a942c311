"""Addresses of this room of pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from selaras.portal.kepala import langkah, rekap, sekolah, setujui, verifikasi

urlpatterns: list[URLPattern] = [
    path("sekolah/", sekolah.sekolahku, name="sekolahku"),
    path("sekolah/langkah/", langkah.langkah, name="sekolahku-langkah"),
    path("sekolah/rekap/", rekap.rekap, name="sekolahku-rekap"),
    path("sekolah/rekap.pdf", rekap.pdf, name="sekolahku-rekap-pdf"),
    path("sekolah/<str:nama>/", sekolah.satu, name="sekolah"),
    path("sekolah/<str:nama>/langkah/", langkah.langkah, name="sekolah-langkah"),
    path("sekolah/<str:nama>/rekap/", rekap.rekap, name="sekolah-rekap"),
    path("sekolah/<str:nama>/rekap.pdf", rekap.pdf, name="sekolah-rekap-pdf"),
    path("setujui/", setujui.setujui, name="setujui"),
    path("verifikasi/", verifikasi.halaman, name="verifikasi"),
    path("verifikasi/<str:nama>/", verifikasi.halaman, name="verifikasi-sekolah"),
]

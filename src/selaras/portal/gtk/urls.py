"""Addresses of this room of pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from selaras.portal.gtk import beranda, guru, isian, kegiatan, kirim, nilai, observasi, periksa, periode, rencana, saya

urlpatterns: list[URLPattern] = [
    path("gtk/", beranda.beranda, name="gtk"),
    path("gtk/periode/", periode.ganti, name="gtk periode"),
    path("gtk/saya/", saya.saya, name="gtk saya"),
    path("gtk/dibaca/<uuid:skp>/", saya.dibaca, name="gtk dibaca"),
    path("gtk/skp/", saya.buat, name="gtk skp mulai"),
    path("gtk/skp/<uuid:skp>/", rencana.rencana, name="gtk skp"),
    path("gtk/kegiatan/", kegiatan.kegiatan, name="gtk kegiatan"),
    path("gtk/kegiatan/<uuid:kegiatan>/tarik/", kegiatan.tarik, name="gtk kegiatan tarik"),
    path("gtk/observasi/<uuid:skp>/", observasi.observasi, name="gtk observasi"),
    path("gtk/guru/", guru.guru, name="gtk guru"),
    path("gtk/periksa/<uuid:skp>/", periksa.periksa, name="gtk periksa"),
    path("gtk/nilai/", nilai.nilai, name="gtk nilai"),
    path("gtk/kirim/", kirim.kirim, name="gtk kirim"),
    path("gtk/tarik/<uuid:skp>/", kirim.tarik, name="gtk tarik"),
    path("gtk/isian-cepat/", isian.isian, name="gtk isian cepat"),
]

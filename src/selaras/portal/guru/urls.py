"""Addresses of this room of pages. `/saya/`: oneself; `/guru/<signed name>/`: somebody whom the role may see."""

from __future__ import annotations

from django.urls import URLPattern, path

from selaras.portal.guru import bukti, kata, langkah, lapor, pesan, riwayat, saya

urlpatterns: list[URLPattern] = [
    path("saya/", saya.saya, name="saya"),
    path("saya/langkah/", langkah.langkah, name="saya_langkah"),
    path("saya/riwayat/", riwayat.riwayat, name="saya_riwayat"),
    path("saya/bukti/", bukti.bukti, name="saya_bukti"),
    path("saya/pesan/", pesan.pesan, name="saya_pesan"),
    path("saya/lapor/", lapor.lapor, name="saya_lapor"),
    path("saya/nyatakan/<str:apa>/", kata.katakan, name="saya_nyatakan"),
    path("saya/nyatakan/<str:apa>/<str:kode>/", kata.katakan, name="saya_nyatakan_kode"),
    path("guru/<str:nama>/", saya.saya, name="orang"),
    path("guru/<str:nama>/langkah/", langkah.langkah, name="orang_langkah"),
    path("guru/<str:nama>/riwayat/", riwayat.riwayat, name="orang_riwayat"),
    path("guru/<str:nama>/bukti/", bukti.bukti, name="orang_bukti"),
]

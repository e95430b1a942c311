"""Addresses of the pages. None carries a person."""

from __future__ import annotations

from django.urls import path

from selaras.portal import beranda
from selaras.portal.admin import urls as admin
from selaras.portal.ekinerja import urls as ekinerja
from selaras.portal.gtk import urls as gtk
from selaras.portal.guru import urls as guru
from selaras.portal.kepala import urls as kepala
from selaras.portal.operator import urls as operator
from selaras.portal.pengawas import urls as pengawas
from selaras.portal.pintu import urls as pintu
from selaras.portal.sehat import sehat

ROOMS = (pintu, guru, kepala, operator, pengawas, admin, gtk, ekinerja)


urlpatterns = [
    path("", beranda.beranda, name="beranda"),
    path("sehat/", sehat, name="sehat"),
    *(page for room in ROOMS for page in room.urlpatterns),
]
handler400 = "selaras.ui.galat_halaman.tidak_terbaca"
handler403 = "selaras.ui.galat_halaman.tidak_berhak"
handler404 = "selaras.ui.galat_halaman.tidak_ada"
handler500 = "selaras.portal.sehat.rusak"

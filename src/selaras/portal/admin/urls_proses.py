"""Addresses of the pages about running things."""

from __future__ import annotations

from django.urls import URLPattern, path

from selaras.portal.admin import bukti, jadwal, jalan, jalankan, log, periode, rencana, rencana_satu, sistem

urlpatterns: list[URLPattern] = [
    path("jalan/", jalan.daftar, name="jalan"),
    path("jalan/sinkronkan/", jalankan.sinkronkan, name="jalan_sinkronkan"),
    path("jalan/proses/", jalankan.proses, name="jalan_proses"),
    path("jalan/sinkron/<str:nama>/", jalan.sinkron, name="jalan_sinkron"),
    path("jalan/sinkron/<str:nama>/isi/", jalan.sinkron_isi, name="jalan_sinkron_isi"),
    path("jalan/<str:nama>/", jalan.satu, name="jalan_satu"),
    path("jalan/<str:nama>/isi/", jalan.satu_isi, name="jalan_satu_isi"),
    path("rencana/", rencana.daftar, name="rencana"),
    path("rencana/<str:nama>/", rencana_satu.satu, name="rencana_satu"),
    path("periode/", periode.periode, name="periode"),
    path("jadwal/", jadwal.jadwal, name="jadwal"),
    path("log-sinkronisasi/", log.log, name="log_sinkronisasi"),
    path("sistem/", sistem.sistem, name="sistem"),
    path("bukti/", bukti.daftar, name="bukti"),
    path("bukti/<str:nama>/", bukti.satu, name="bukti_satu"),
    path("bukti/<str:nama>/unduh/", bukti.unduh, name="bukti_unduh"),
]

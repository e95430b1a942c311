"""Addresses of this room of pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from selaras.portal.ekinerja import (
    admin_laporan,
    admin_log,
    admin_pegawai,
    admin_periode,
    admin_tugas,
    admin_unor,
    bawahan,
    beranda,
    dokumen,
    sinkron,
    skp,
)

_SKP = "e-kinerja/skp/<uuid:skp>/"
_ADMIN = "e-kinerja/admin/"
urlpatterns: list[URLPattern] = [
    path("e-kinerja/", beranda.skp_saya, name="ek-skp-saya"),
    path("e-kinerja/profil/", beranda.profil, name="ek-profil"),
    path("e-kinerja/sinkron/", sinkron.sinkron, name="ek-sinkron"),
    path("e-kinerja/sinkron-rotasi/", sinkron.rotasi, name="ek-rotasi"),
    path("e-kinerja/bawahan/", bawahan.daftar, name="ek-bawahan"),
    path(_SKP, skp.satu, name="ek-skp"),
    path(f"{_SKP}penilaian/", skp.penilaian, name="ek-penilaian"),
    path(f"{_SKP}putusan/", skp.putusan, name="ek-putusan"),
    path(f"{_SKP}kunci/", dokumen.kunci, name="ek-kunci"),
    path(f"{_SKP}dokumen/<int:slot>/", dokumen.dokumen, name="ek-dokumen"),
    path(f"{_SKP}dokumen/<int:slot>/pdf/", dokumen.pdf, name="ek-pdf"),
    path(f"{_ADMIN}periode/", admin_periode.periode, name="ek-periode"),
    path(f"{_ADMIN}unor/", admin_unor.unor, name="ek-unor"),
    path(f"{_ADMIN}plt/", admin_tugas.plt, name="ek-plt"),
    path(f"{_ADMIN}pegawai/", admin_pegawai.cari, name="ek-pegawai-cari"),
    path(f"{_ADMIN}pegawai/<uuid:pegawai>/", admin_pegawai.satu, name="ek-pegawai"),
    path(f"{_ADMIN}log/", admin_log.log, name="ek-log"),
    path(f"{_ADMIN}sinkro-penilaian/", admin_log.sinkro, name="ek-sinkro"),
    path(f"{_ADMIN}laporan/", admin_laporan.daftar, name="ek-laporan"),
    path(f"{_ADMIN}laporan/skp/<int:tahun>/", admin_laporan.skp, name="ek-laporan-skp"),
    path(f"{_ADMIN}laporan/penilaian/<int:tahun>/<uuid:periode>/", admin_laporan.penilaian, name="ek-laporan-nilai"),
    path(f"{_ADMIN}laporan/log/<int:tahun>/", admin_laporan.log, name="ek-laporan-log"),
]

"""Addresses of this room of pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from selaras.portal.admin import (
    kecualikan,
    kendala,
    orang,
    padan,
    padan_unor,
    perubahan,
    rekap,
    tindak_lanjut,
    tindak_lanjut_berkas,
    tindak_lanjut_status,
    unggah,
    urls_proses,
)

urlpatterns: list[URLPattern] = [
    path("kendala/", kendala.kendala, name="kendala"),
    path("kendala/<str:kode>/", kendala.satu, name="kendala_satu"),
    path("impor/", unggah.unggah, name="impor"),
    path("impor/kemajuan/", unggah.kemajuan, name="impor_kemajuan"),
    path("impor/<str:nama>/", unggah.satu, name="impor_satu"),
    path("rekap/", rekap.rekap, name="rekap"),
    path("rekap/unduh/", rekap.unduh, name="rekap_unduh"),
    path("perubahan/", perubahan.perubahan, name="perubahan"),
    path("orang/", orang.orang, name="orang_semua"),
    path("padan/", padan.padan, name="padan"),
    path("padan/putuskan/", padan.putuskan, name="padan_putuskan"),
    path("padan/batal/", padan.batal, name="padan_batal"),
    path("padan/unor/", padan_unor.padan_unor, name="padan_unor"),
    path("padan/unor/<str:nama>/", padan_unor.satu, name="padan_unor_satu"),
    path("kecualikan/", kecualikan.kecualikan, name="kecualikan"),
    path("kecualikan/daftar/", kecualikan.daftar, name="kecualikan_daftar"),
    path("kecualikan/cabut/", kecualikan.cabut, name="kecualikan_cabut"),
    path("tindak-lanjut/", tindak_lanjut.tindak_lanjut, name="tindak_lanjut"),
    path("tindak-lanjut/berkas/", tindak_lanjut_berkas.keadaan, name="tindak_lanjut_keadaan"),
    path("tindak-lanjut/berkas/minta/", tindak_lanjut_berkas.minta, name="tindak_lanjut_minta"),
    path("tindak-lanjut/berkas/<str:nama>/", tindak_lanjut_berkas.ambil, name="tindak_lanjut_ambil"),
    path("tindak-lanjut/status/", tindak_lanjut_status.status, name="tindak_lanjut_status"),
    path("tindak-lanjut/<str:nama>/", tindak_lanjut.satu, name="tindak_lanjut_satu"),
    path("tindak-lanjut/<str:nama>/<str:bentuk>/", tindak_lanjut.unduh, name="tindak_lanjut_unduh"),
    *urls_proses.urlpatterns,
]

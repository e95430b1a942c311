"""SKP Bawahan: what waits for the word of the superior, and how far everybody is."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from selaras.accounts.roles import Izin
from selaras.ekinerja import selectors_halaman as baca
from selaras.kinerja import predikat
from selaras.portal.db import scoped
from selaras.portal.ekinerja.ruang import Dalam, diri, halaman


@halaman(Izin.SETUJUI)
def daftar(request: HttpRequest, di: Dalam) -> HttpResponse:
    """List the staff whom this role rates; an admin rates nobody and searches for people instead."""
    if di.scope.semua:
        return redirect("ek-pegawai-cari")
    with scoped(request) as connection:
        siapa = diri(connection)
        rows = baca.bawahan(connection, instansi=di.id, pegawai=siapa.bawahan, tahun=di.tahun)
    for row in rows:
        row["predikat_nama"] = predikat.nama(row["predikat"]) if row["predikat"] else None
    waiting = sum(row["status"] == "diajukan" for row in rows)
    return render(request, "portal/ekinerja/bawahan.html", {"baris": rows, "menunggu": waiting, "tahun": di.tahun})

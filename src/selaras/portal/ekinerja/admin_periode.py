"""Manajemen Periode of the built-in e-Kinerja: all periods of a year in one click, or one by one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from selaras.accounts.roles import Izin
from selaras.ekinerja import selectors_halaman as baca
from selaras.ekinerja import services
from selaras.galat import DataError
from selaras.portal.db import scoped
from selaras.portal.ekinerja.formulir import PeriodeForm
from selaras.portal.ekinerja.jembatan_nilai import periode_setahun
from selaras.portal.ekinerja.ruang import Dalam, halaman
from selaras.portal.kerja import recorded

_BESIDE = (("Angka Periodik", "angka_periodik"), ("bertumpang", "periode_awal"), ("final sudah ada", "jenis_periode"),
           ("tidak seragam", "tipe_periodik"), ("bukan hari dan bulan", "periode_awal"))  # fmt: skip


@halaman(Izin.EKINERJA, kirim=True)
def periode(request: HttpRequest, di: Dalam) -> HttpResponse:
    """List the periods; add one, all of them, or take one away."""
    form = PeriodeForm()
    if request.method == "POST":
        aksi = request.POST.get("aksi")
        if aksi == "standar":
            return _all(request, di)
        if aksi == "hapus":
            return _remove(request, di)
        if aksi != "tambah":
            raise Http404
        form = PeriodeForm(request.POST)
        if form.is_valid() and _add(request, di, form):
            return redirect("ek-periode")
    with scoped(request) as connection:
        rows = baca.periode(connection, instansi=di.id)
        kalender = periode_setahun(connection, instansi=di.id, tahun=di.tahun, tipe_biasa=di.instansi.tipe_periodik)
    content = {"baris": rows, "form": form, "kalender": kalender, "tahun": di.tahun, "tipe": di.instansi.tipe_periodik}
    return render(request, "portal/ekinerja/admin_periode.html", content, status=422 if form.is_bound else 200)


def _all(request: HttpRequest, di: Dalam) -> HttpResponse:
    try:
        with recorded(request, "e-kinerja: periode standar", amati=True) as (connection, _):
            made = services.periode_standar(
                connection, instansi=di.id, tipe=di.instansi.tipe_periodik, tahun=di.tahun, batas_pengisian="31-01"
            )
    except DataError as error:
        messages.error(request, str(error))
    else:
        words = f"{len(made)} periode dibuat." if made else "Semua periode sudah ada. Tidak ada yang diubah."
        messages.success(request, words)
    return redirect("ek-periode")


def _remove(request: HttpRequest, di: Dalam) -> HttpResponse:
    try:
        with recorded(request, "e-kinerja: hapus periode", amati=True) as (connection, _):
            services.periode_hapus(connection, instansi=di.id, id=request.POST.get("id", "").replace("\x00", ""))
    except DataError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "Periode dihapus.")
    return redirect("ek-periode")


def _add(request: HttpRequest, di: Dalam, form: PeriodeForm) -> bool:
    given: Any = {name: value or None for name, value in form.cleaned_data.items()}
    try:
        with recorded(request, "e-kinerja: tambah periode", amati=True) as (connection, _):
            services.periode_buat(connection, instansi=di.id, **given)
    except DataError as error:
        field = next((name for words, name in _BESIDE if words in error.kalimat), None)
        form.add_error(field, str(error))
        return False
    messages.success(request, "Periode ditambahkan.")
    return True

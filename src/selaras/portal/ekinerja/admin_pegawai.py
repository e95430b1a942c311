"""Pegawai: the search, and one person with his SKP and the lock of his year."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from selaras.accounts.roles import Izin
from selaras.ekinerja import selectors_halaman as baca
from selaras.ekinerja import services
from selaras.ekinerja.selectors_halaman import Row
from selaras.galat import DataError
from selaras.portal.db import scoped
from selaras.portal.ekinerja.ruang import Dalam, halaman, potong, teks
from selaras.portal.kerja import recorded


class BukaForm(forms.Form):
    """Who asks that a final report be opened again, and why; whoever sends the form agrees."""

    oleh = forms.CharField(label="Diminta oleh", max_length=100)
    alasan = forms.CharField(label="Alasan", max_length=500, widget=forms.Textarea({"rows": 2}))


@halaman(Izin.EKINERJA)
def cari(request: HttpRequest, di: Dalam) -> HttpResponse:
    """Search people by NIP, name or unit."""
    kata = teks(request, "cari")
    with scoped(request) as connection:
        rows, page = potong(request, lambda n: baca.pegawai_cari(connection, instansi=di.id, cari=kata, halaman=n))
    return render(request, "portal/ekinerja/admin_pegawai.html", {"baris": rows, "halaman": page, "cari": kata})


@halaman(Izin.EKINERJA, kirim=True)
def satu(request: HttpRequest, di: Dalam, pegawai: UUID) -> HttpResponse:
    """Show a person; open his locked year again."""
    with scoped(request) as connection:
        found = baca.pegawai(connection, instansi=di.id, id=pegawai)
        skp = baca.skp_daftar(connection, instansi=di.id, pegawai=[pegawai])
        final = baca.final(connection, instansi=di.id, pegawai=pegawai, tahun=di.tahun)
    if found is None:
        raise Http404
    form = BukaForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and _open(request, di, found, form):
        return redirect("ek-pegawai", pegawai=pegawai)
    content = {"pegawai": found, "skp": skp, "final": final, "form": form, "tahun": di.tahun}
    return render(request, "portal/ekinerja/admin_orang.html", content, status=422 if form.is_bound else 200)


def _open(request: HttpRequest, di: Dalam, pegawai: Row, form: BukaForm) -> bool:
    try:
        with recorded(request, "e-kinerja: buka laporan akhir") as (connection, _):
            services.final_buka(
                connection, instansi=di.id, nip=pegawai["nip"], tahun=di.tahun, disetujui=di.scope.nama,
                **form.cleaned_data,
            )  # fmt: skip
    except DataError as error:
        form.add_error("oleh" if "orang lain" in error.kalimat else None, str(error))
        return False
    messages.success(request, "Laporan akhir dibuka kembali.")
    return True

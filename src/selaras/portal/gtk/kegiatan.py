"""Activities of the year: recorded as they happen, taken back when wrong; what platforms report comes by itself."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from selaras.config.clock import today
from selaras.galat import DataError
from selaras.pmm import selectors, services
from selaras.pmm.kosakata import KEGIATAN
from selaras.portal.db import scoped
from selaras.portal.gtk.ruang import Ruang, di_ruang, halaman, wajib_akun
from selaras.portal.kerja import recorded


class KegiatanForm(forms.Form):
    """What was done, when, and where it can be seen."""

    jenis = forms.ChoiceField(label="Jenis", choices=list(KEGIATAN.items()))
    judul = forms.CharField(label="Judul kegiatan", max_length=300)
    mulai = forms.DateField(label="Tanggal mulai", widget=forms.DateInput({"type": "date"}))
    selesai = forms.DateField(label="Tanggal selesai", required=False, widget=forms.DateInput({"type": "date"}))
    peran = forms.CharField(label="Peran", max_length=100, required=False, help_text="Misalnya peserta atau pemateri.")
    jam = forms.DecimalField(label="Lama (jam)", required=False, min_value=0, max_value=9999, decimal_places=2)
    tautan = forms.CharField(
        label="Tautan bukti", max_length=500, required=False, help_text="Alamat yang diawali https://"
    )

    def clean_mulai(self) -> Any:
        """Refuse what has not happened yet."""
        day = self.cleaned_data["mulai"]
        if day > today():
            raise forms.ValidationError("Kegiatan dicatat sesudah dimulai, bukan sebelumnya.")
        return day

    def clean_tautan(self) -> str:
        """Accept only addresses of pages."""
        link: str = self.cleaned_data["tautan"]
        if link and not link.startswith(("https://", "http://")):
            raise forms.ValidationError("Tautan bukti harus alamat yang diawali https:// atau http://.")
        return link

    def clean(self) -> dict[str, Any]:
        """Compare the two days."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("mulai") and data.get("selesai") and data["selesai"] < data["mulai"]:
            self.add_error("selesai", "Tanggal selesai mendahului tanggal mulai.")
        return data


@require_http_methods(["GET", "HEAD", "POST"])
@di_ruang
def kegiatan(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """List the activities of the year and record another one."""
    request.tentang = {"orang": ruang.scope.orang}
    with scoped(request) as connection:
        own = wajib_akun(connection, ruang)
        year = selectors.tahun_guru(connection, instansi=ruang.id, oleh=own, pegawai_id=own, tahun=ruang.periode.tahun)
    form = KegiatanForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            with recorded(request, "gtk: catat kegiatan", amati=True) as (connection, _):
                services.kegiatan_catat(connection, instansi=ruang.id, oleh=own, **form.cleaned_data)
        except DataError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"Kegiatan «{form.cleaned_data['judul']}» tercatat.")
            return redirect("/gtk/kegiatan/")
    for line in year["kegiatan"]:
        line["jenis_nama"] = KEGIATAN[line["jenis"]]
    return halaman(request, ruang, "kegiatan", year | {"form": form}, status=422 if form.errors else 200)


@require_POST
@di_ruang
def tarik(request: HttpRequest, ruang: Ruang, kegiatan: UUID) -> HttpResponse:
    """Take back an activity of one's own; what a platform reported stays."""
    with scoped(request) as connection:
        own = wajib_akun(connection, ruang)
        seen = connection.execute("SELECT FROM pm_kegiatan WHERE id = %s AND pegawai_id = %s", (kegiatan, own))
        if not seen.rowcount:
            raise Http404
    try:
        with recorded(request, "gtk: tarik kegiatan", amati=True) as (connection, _):
            services.kegiatan_tarik(connection, instansi=ruang.id, oleh=own, kegiatan_id=str(kegiatan))
    except DataError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "Kegiatan ditarik.")
    return redirect("/gtk/kegiatan/")

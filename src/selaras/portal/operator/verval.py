"""Verval PTK: who needs what, old beside new, and when it was submitted. The one page with whole numbers."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from selaras.accounts.roles import Izin
from selaras.config import clock
from selaras.documents.tindak_lanjut import langkah
from selaras.documents.tindak_lanjut import operator as paper
from selaras.jobs.daftar_guru import Sekolah
from selaras.monitoring.akun_orang import Nomor, numbers
from selaras.monitoring.posisi import Kendala
from selaras.organisasi.selectors import Instansi, instansi_get
from selaras.portal.db import scope_of, scoped
from selaras.portal.ids import name_of, number_of
from selaras.portal.kartu import sentences
from selaras.portal.kerja import recorded
from selaras.portal.operator.pilih import for_school
from selaras.portal.operator.sekolah import work
from selaras.portal.posisi import position_of
from selaras.review.pernyataan import OPERATOR, Apa, nyatakan

EARLIEST = dt.timedelta(days=366)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class AjukanForm(forms.Form):
    """On which day the correction was submitted."""

    tanggal = forms.DateField(
        label="Tanggal diajukan", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def clean_tanggal(self) -> dt.date:
        """Refuse a day to come and one long ago."""
        day: dt.date = self.cleaned_data["tanggal"]
        if day > clock.today():
            raise forms.ValidationError("Tanggal ini belum terjadi.")
        if day < clock.today() - EARLIEST:
            raise forms.ValidationError("Tanggal ini lebih dari setahun yang lalu; periksa tahunnya.")
        return day


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@for_school(Izin.LIHAT_IDENTITAS)
def verval(request: HttpRequest, sekolah: Sekolah) -> HttpResponse:
    """Show who needs what, and take the word that it was submitted."""
    with scoped(request) as connection:
        instansi = instansi_get(connection)
        if instansi is None:
            raise Http404
        found = work(connection, request, sekolah.id, instansi)
        told = numbers(connection, sorted({k.orang_id for k in found.perlu if k.orang_id}))
    bound: dict[tuple[int | None, str], AjukanForm] = {}
    if request.method == "POST":
        about = _about(request, found.perlu)
        form = AjukanForm(request.POST, auto_id=_ids(found.perlu.index(about)))
        if form.is_valid():
            _say(request, about, instansi, form.cleaned_data["tanggal"])
            messages.success(request, f"Tercatat: {about.nama} sudah diajukan. Tidak ditagih lagi sampai data berubah.")
            return redirect("operator")
        bound[about.orang_id, about.kode] = form
    cards = [
        _card(n, k, told.get(k.orang_id or 0, ()), bound.get((k.orang_id, k.kode))) for n, k in enumerate(found.perlu)
    ]
    content = {"sekolah": sekolah, "perlu": cards, "diajukan": found.diajukan, "beres": found.beres}
    return render(request, "portal/operator/verval.html", content, status=422 if bound else 200)


@never_cache
@require_safe
@for_school(Izin.LIHAT_IDENTITAS)
def unduh(request: HttpRequest, sekolah: Sekolah) -> HttpResponse:
    """Give the operator's workbook of this school alone; its name carries nobody."""
    with scoped(request) as connection:
        posisi = position_of(connection, request, sekolah=sekolah.id)
    if posisi is None:
        raise Http404
    with tempfile.TemporaryDirectory() as folder:
        content = paper.tulis(posisi, Path(folder) / paper.BERKAS).read_bytes()
    disposition = f'attachment; filename="verval-ptk-{sekolah.npsn}.xlsx"'
    return HttpResponse(content, content_type=XLSX, headers={"Content-Disposition": disposition})


def _about(request: HttpRequest, waiting: tuple[Kendala, ...]) -> Kendala:
    """Return the finding that a form answers, among those that wait here. Raises `Http404` for any other."""
    orang, kode = number_of("orang", request.POST.get("orang", "")), request.POST.get("kode", "")
    found = next((k for k in waiting if k.orang_id == orang and k.kode == kode), None)
    if found is None:
        raise Http404
    return found


def _say(request: HttpRequest, about: Kendala, instansi: Instansi, day: dt.date) -> None:
    scope = scope_of(request)
    request.tentang = {"orang": about.orang_id, "sekolah": about.sekolah_id}
    with recorded(request, "pernyataan") as (connection, run):
        nyatakan(
            connection, instansi=instansi.id, tahun=instansi.tahun, orang=about.orang_id or 0, apa=Apa.DIAJUKAN,
            kode=about.kode, isi=day.isoformat(), oleh_orang=scope.orang, oleh=scope.nama, sebagai=OPERATOR, run=run,
            now=clock.now(),
        )  # fmt: skip


def _ids(n: int) -> str:
    return f"id_{n}_%s"  # one form a card: the fields of each need ids of their own


def _card(n: int, k: Kendala, told: tuple[Nomor, ...], bound: AjukanForm | None) -> dict[str, Any]:
    """One person and what is wrong: the numbers that differ, and all of them where one belongs to two people."""
    every = k.kode in ("N4", "N5")
    shown = [one for one in told if one.nama == "NIP" or every or one.berbeda]
    return {
        "id": f"orang-{n}", "nama": k.nama or "(tanpa nama)", "kode": k.kode, "judul": k.judul, "sebab": k.sebab,
        "singkat": langkah.aturan(k)[0].singkat, "langkah": sentences(k.langkah), "di_mana": k.di_mana,
        "waktu": k.perkiraan_waktu, "nomor": shown, "mendesak": k.keadaan != "catatan",
        "orang": name_of("orang", k.orang_id) if k.orang_id else "",
        "form": bound or AjukanForm(initial={"tanggal": clock.today()}, auto_id=_ids(n)),
    }  # fmt: skip

"""Every component on one page, with long names and empty states. For tests and development only."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html

from selaras.ui import gallery_data as contoh
from selaras.ui.bingkai import Bingkai, Menu, Peran
from selaras.ui.templatetags.selaras_ui import icon

_MENU = (
    Menu("Beranda", "/", "house", aktif=True),
    Menu("Guru", "/#guru", "users"),
    Menu("Kendala", "/#kendala", "list-checks"),
    Menu("Riwayat", "/#riwayat", "clock"),
)


class ContohForm(forms.Form):  # type: ignore[misc]  # Django carries no types
    """One field of every kind."""

    nama = forms.CharField(label="Nama lengkap", help_text="Seperti di SK terakhir.", max_length=20)
    tanggal = forms.DateField(label="Tanggal SK", required=False, widget=forms.DateInput(attrs={"type": "date"}))
    peran = forms.ChoiceField(label="Peran", choices=[("guru", "Guru"), ("plt", "Plt. kepala sekolah")])
    keputusan = forms.ChoiceField(
        label="Keputusan",
        choices=[("bawa", "Bawa nilai PMM"), ("tahan", "Pertahankan nilai e-Kinerja")],
        widget=forms.RadioSelect,
    )
    alasan = forms.CharField(label="Alasan", widget=forms.Textarea(attrs={"rows": 3}), help_text="Dibaca guru.")
    berkas = forms.FileField(label="Berkas laporan", required=False)
    setuju = forms.BooleanField(label="Data saya sudah benar")


class SaringForm(forms.Form):  # type: ignore[misc]  # Django carries no types
    """A filter over a list."""

    kata = forms.CharField(label="Nama atau sekolah", required=False)
    keadaan = forms.ChoiceField(label="Keadaan", required=False, choices=[("", "Semua"), ("siap", "Tinggal ditekan")])


def bingkai() -> Bingkai:
    """Return a frame with the longest names that one has to expect."""
    return Bingkai(
        instansi="Pemerintah Kabupaten Latihan Selaras Pegunungan Bintang Timur",
        latihan=True,
        tahun=2025,
        data_per=dt.date(2026, 1, 6),
        nama=contoh.NAMA_PANJANG,
        peran=Peran("kepala-1", "Plt. kepala sekolah", contoh.SEKOLAH_PANJANG),
        peran_lain=(Peran("guru-1", "Guru", "SD Negeri 2 Latihan"), Peran("pengawas-1", "Pengawas sekolah")),
        menu=_MENU,
    )


def galeri(request: HttpRequest) -> HttpResponse:
    """Show everything; `?kosong=1` shows the empty states."""
    kosong = "kosong" in request.GET
    request.bingkai = bingkai()  # what the middleware of a real page does
    if hasattr(request, "_messages"):
        _pesan(request)
    form = ContohForm({"nama": contoh.NAMA_PANJANG, "peran": "guru", "alasan": ""}, auto_id="isi_%s")
    data = list(range(1, 132))
    isi: dict[str, Any] = {
        "form": form,
        "form_kosong": ContohForm(auto_id="baru_%s"),
        "form_saring": SaringForm(request.GET or None),
        "page": Paginator(data, 25).get_page(request.GET.get("halaman", 2)),
        "tabel": [] if kosong else _tabel(),
        "batang": [] if kosong else contoh.BATANG,
        "batang_polos": [] if kosong else contoh.BATANG_POLOS,
        "total": 0 if kosong else 25,
        "contoh": contoh,
    }
    return render(request, "ui/galeri.html", isi)


def konfirmasi(request: HttpRequest) -> HttpResponse:
    """Show the confirmation page."""
    request.bingkai = bingkai()
    return render(request, "ui/galeri_konfirmasi.html", {"butir": contoh.AKIBAT})


def _tabel() -> list[dict[str, Any]]:
    tautan = '<a class="tautan" href="/#guru">{}Periksa<span class="visually-hidden"> {}</span></a>'
    return [{**baris, "aksi": format_html(tautan, icon("search"), baris["nama"])} for baris in contoh.TABEL]


def _pesan(request: HttpRequest) -> None:
    messages.success(request, "14 penilaian disetujui.")
    messages.info(request, "Laporan berikutnya dibaca besok pukul 06.00 WIB.")
    messages.warning(request, "Data e-Kinerja sudah berumur 9 hari.")
    messages.error(request, "Berkas tidak dibaca: lembar Laporan tidak ada.")

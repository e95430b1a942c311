"""Where PMM exists: what a school sees in Ruang GTK, pasted or typed, taken in as its own statement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import psycopg
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from selaras.accounts.roles import Izin
from selaras.documents.templat import PegawaiTemplat, susun
from selaras.galat import SelarasError
from selaras.jobs.isian_cepat import nyatakan
from selaras.kinerja import periode
from selaras.monitoring.roster import roster
from selaras.organisasi.selectors import Instansi, instansi_get, pmm_bawaan
from selaras.portal.db import owner, scope_of, scoped
from selaras.portal.gtk.isian_form import KeadaanForm, OrangForm, terisi
from selaras.portal.gtk.periode import Periode, pilihan
from selaras.portal.gtk.tempel import baca
from selaras.portal.kerja import recorded


@dataclass(frozen=True, slots=True)
class Lembar:
    """The sheet of one school: whom it lists, and who can not be filled in."""

    sekolah: str
    npsn: str
    periode: Periode
    orang: list[PegawaiTemplat]
    di_luar: list[str]  # names without a possible NIP, or with two rows already


@require_http_methods(["GET", "HEAD", "POST"])
def isian(request: HttpRequest) -> HttpResponse:
    """Show the sheet of the school, read what was pasted, take in what was typed."""
    scope = scope_of(request)
    scope.perlu(Izin.ISIAN_CEPAT)
    if not scope.sekolah:
        raise Http404
    sekolah = scope.sekolah[0]
    scope.perlu(Izin.ISIAN_CEPAT, sekolah=sekolah)
    request.tentang = {"sekolah": sekolah}
    with owner() as connection:
        instansi = instansi_get(connection)
    if instansi is None:
        raise Http404
    if pmm_bawaan(instansi):
        messages.info(request, "Isian cepat tidak perlu di sini: Ruang GTK ada di Selaras.")
        return redirect("/gtk/")
    waktu = _periode(request, instansi)
    with scoped(request) as connection:
        lembar = _lembar(connection, sekolah, waktu)
    if request.method != "POST":
        return _halaman(
            request, instansi, lembar, KeadaanForm(), [OrangForm(o, waktu.slot, None) for o in lembar.orang]
        )
    forms_ = [OrangForm(o, waktu.slot, request.POST) for o in lembar.orang]
    if request.POST.get("aksi") == "tempel":
        return _tempel(request, instansi, lembar, forms_)
    return _simpan(request, instansi, lembar, forms_)


def _periode(request: HttpRequest, instansi: Instansi) -> Periode:
    wanted = request.POST.get("periode") or request.GET.get("periode")
    known = {one.kunci: one for tahun, group in pilihan(instansi) for one in group if tahun == instansi.tahun}
    return known.get(wanted) or Periode(instansi.tahun, periode.SETAHUN)


def _lembar(connection: psycopg.Connection, sekolah: int, waktu: Periode) -> Lembar:
    row = connection.execute("SELECT coalesce(nama, npsn), npsn FROM sekolah WHERE id = %s", (sekolah,)).fetchone()
    if row is None:
        raise Http404
    people = [
        susun(o, tahun=waktu.tahun, slots=[waktu.slot]) for o in roster(connection, sekolah=sekolah, tahun=waktu.tahun)
    ]
    inside = sorted((p for p in people if not p.di_luar), key=lambda p: (p.nama.casefold(), p.nip))
    open_ones = [p for p in inside if p.ber_nip and len(p.kenal(str(waktu.slot))) < 2]
    due = [p for p in open_ones if p.kenal(str(waktu.slot)) or waktu.slot not in p.lewati]
    nama, npsn = row
    return Lembar(nama, npsn, waktu, due, [p.nama for p in inside if p not in open_ones])


def _tempel(request: HttpRequest, instansi: Instansi, lembar: Lembar, forms_: list[OrangForm]) -> HttpResponse:
    """Fill the form with what was pasted; nothing is kept before it was looked at."""
    text = request.POST.get("tempelan", "")
    pasted = baca(text, {form.kunci: (form.orang.nama, form.orang.nip) for form in forms_})
    data = terisi(request.POST, forms_, pasted)
    filled = [OrangForm(form.orang, lembar.periode.slot, data) for form in forms_]
    state = KeadaanForm(data)
    if not text.strip():
        state.add_error("tempelan", "Kotak ini masih kosong. Salin dulu daftarnya dari Ruang GTK.")
    elif not pasted.orang:
        state.add_error("tempelan", "Tidak ada nama guru sekolah ini yang terbaca di tempelan.")
    for sentence in pasted.galat:
        state.add_error("tempelan", sentence)
    if pasted.orang:
        messages.success(request, f"{len(pasted.orang)} guru terisi dari tempelan. Periksa, lalu tekan Simpan.")
    return _halaman(request, instansi, lembar, state, filled, status=422 if state.errors else 200)


def _simpan(request: HttpRequest, instansi: Instansi, lembar: Lembar, forms_: list[OrangForm]) -> HttpResponse:
    """Take in everybody who is complete; the others stay in the form with what is wrong beside them."""
    state = KeadaanForm(request.POST)
    good = [form for form in forms_ if form.is_valid() and all(form.nilai.values())]
    if not state.is_valid():
        return _halaman(request, instansi, lembar, state, forms_, status=422)
    status = state.cleaned_data["status"]
    said = [form for form in good if form.menyatakan(status)]
    rows = [row for form in said
            for row in form.isian(lembar.periode, lembar.npsn, status, skp=state.cleaned_data["skp"])]  # fmt: skip
    if rows:
        try:
            with recorded(request, "isian cepat Ruang GTK", proses=True) as (connection, run):
                nyatakan(
                    connection, instansi=instansi.id, run=run, tahun=lembar.periode.tahun, sekolah=lembar.sekolah,
                    baris=rows,
                )  # fmt: skip
        except SelarasError as error:
            state.add_error(None, str(error))
            return _halaman(request, instansi, lembar, state, forms_, status=422)
        messages.success(request, f"Penilaian {len(said)} guru untuk {lembar.periode.nama} tercatat.")
    if any(form.errors for form in forms_):
        return _halaman(request, instansi, lembar, state, forms_, status=422)
    if not rows:
        messages.info(request, "Tidak ada yang berubah.")
    return redirect(f"{request.path}?periode={lembar.periode.kunci}")


def _halaman(
    request: HttpRequest,
    instansi: Instansi,
    lembar: Lembar,
    state: KeadaanForm,
    forms_: list[OrangForm],
    *,
    status: int = 200,
) -> HttpResponse:
    content: dict[str, Any] = {
        "lembar": lembar, "keadaan": state, "orang": forms_, "terisi": sum(bool(form.lama) for form in forms_),
        "periode": [one for tahun, group in pilihan(instansi) for one in group if tahun == instansi.tahun],
    }  # fmt: skip
    return render(request, "portal/gtk/isian.html", content, status=status)

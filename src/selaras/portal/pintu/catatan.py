"""Who looked at what: for the admin of the instansi with names, for the technician without."""

from __future__ import annotations

from functools import cache

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.views.decorators.http import require_safe

from selaras.accounts.granted import Dilihat, access_list
from selaras.accounts.roles import Izin, Jenis
from selaras.portal.db import owner, scope_of
from selaras.portal.pintu.halaman import Lembar, page_of

_STATUS = {200: "dibuka", 302: "dijalankan", 303: "dijalankan", 403: "ditolak", 404: "tidak ada", 422: "isian salah"}
_WAYS_IN = ("masuk ", "ikat ")  # what `datang.note` writes; a page has no blank in its name
_ROLES = {str(one): one.nama for one in Jenis}


class SaringForm(forms.Form):
    """A day and a role."""

    hari = forms.DateField(
        label="Hari",
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": "Tulis tanggal seperti 2025-01-06."},
    )
    peran = forms.ChoiceField(label="Peran", required=False, choices=[("", "Semua peran"), *_ROLES.items()])


@require_safe
def catatan(request: HttpRequest) -> HttpResponse:
    """Show a page of the record."""
    scope = scope_of(request)
    scope.perlu(Izin.CATATAN)
    form, page = SaringForm(request.GET or None), page_of(request)
    if form.is_bound and not form.is_valid():
        return render(request, "portal/pintu/catatan.html", {"form": form}, status=422)
    wanted = form.cleaned_data if form.is_bound else {}
    with owner() as connection:
        seen, more = access_list(connection, scope, day=wanted.get("hari"), peran=wanted.get("peran"), page=page)
    content = {"form": form, "baris": [_row(one) for one in seen], "lembar": Lembar.of(page, more=more),
               "tanpa_nama": not scope.semua}  # fmt: skip
    return render(request, "portal/pintu/catatan.html", content)


def _row(one: Dilihat) -> dict[str, object]:
    who = one.nama or ("(nama disembunyikan)" if one.orang else "orang yang belum masuk")
    came = one.status == 200 and one.apa.startswith(_WAYS_IN)
    about = [part for part in (one.tentang, one.sekolah) if part]
    return {
        "waktu": one.waktu,
        "siapa": who,
        "peran": _ROLES.get(one.peran, ""),
        "apa": _titles().get(one.apa, one.apa.replace("_", " ") or "halaman yang tidak ada"),
        "tentang": ", ".join(about),
        "hasil": "masuk" if came else _STATUS.get(one.status, f"kode {one.status}"),
    }


@cache
def _titles() -> dict[str, str]:
    """Name the pages as the navigation does."""
    from selaras.portal.menu import ALL  # the navigation knows this room

    found = {}
    for one in ALL:
        try:
            found[resolve(one.url).view_name] = one.teks
        except Resolver404:
            continue
    return found

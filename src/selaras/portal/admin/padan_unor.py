"""Which unit of SIASN is which school: sure suggestions at once, doubtful ones singly, everything can be undone."""

from __future__ import annotations

from typing import Any

import psycopg
from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from selaras.accounts.roles import Izin
from selaras.link import decisions
from selaras.link.selectors import schools, unit, units
from selaras.portal.db import scope_of, scoped
from selaras.portal.ids import name_of, number_of
from selaras.portal.kerja import recorded

PER_PAGE = 25
LONG = 80
REASON = 300
KINDS = [
    ("usulan", "Ada usulan"),
    ("belum", "Belum punya sekolah"),
    ("diputuskan", "Sudah diputuskan"),
    ("semua", "Semua unit"),
]
AGAIN = "Padanan dan kendala sedang dihitung ulang."


class SaringForm(forms.Form):
    """Which units are shown."""

    jenis = forms.ChoiceField(label="Tampilkan", required=False, choices=KINDS)
    nama = forms.CharField(label="Nama unit", required=False, max_length=LONG)


class TetapkanForm(forms.Form):
    """What a unit is."""

    aksi = forms.ChoiceField(choices=[(x, x) for x in ("tetapkan", "bukan", "lepas")])
    npsn = forms.CharField(required=False, max_length=20)
    alasan = forms.CharField(
        label="Alasan", max_length=REASON,
        error_messages={"required": "Tulis alasannya, misalnya: bidang di kantor dinas."},
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Ask for a school; only a no needs its reason."""
        given = self.cleaned_data
        if given.get("aksi") != "bukan" and not self.data.get("alasan"):
            self.errors.pop("alasan", None)
            given["alasan"] = ""
        if given.get("aksi") == "tetapkan" and not given.get("npsn"):
            self.add_error("npsn", "Pilih sekolahnya dulu.")
        return dict(given)


@require_http_methods(["GET", "HEAD", "POST"])
def padan_unor(request: HttpRequest) -> HttpResponse:
    """List units with their suggestions; a POST accepts every sure one."""
    scope = scope_of(request)
    scope.perlu(Izin.PADAN)
    if request.method == "POST":
        return _accept_sure(request)
    form = SaringForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    kind = asked.get("jenis") or "usulan"
    with scoped(request) as connection:
        found = decisions.unit_suggestions(connection, instansi=scope.instansi)
        page, rows = _rows(connection, request, found, kind, asked.get("nama", ""))
    content = {
        "form": form, "jenis": kind, "halaman": page, "baris": rows,
        "pasti": sum(bool(one["pasti"]) for one in found), "ragu": sum(not one["pasti"] for one in found),
    }  # fmt: skip
    return render(request, "portal/admin/padan_unor.html", content, status=200 if form.is_valid() else 422)


@require_http_methods(["GET", "HEAD", "POST"])
def satu(request: HttpRequest, nama: str) -> HttpResponse:
    """Show one unit with its suggestions and a search for schools; a POST decides."""
    scope = scope_of(request)
    scope.perlu(Izin.PADAN)
    number = number_of("unor", nama)
    search = request.GET.get("cari", "")[:LONG].replace("\x00", "").strip()
    with scoped(request) as connection:
        one = unit(connection, instansi=scope.instansi, unor=number)
        if one is None:
            raise Http404
        found = decisions.unit_suggestions(connection, instansi=scope.instansi)
        hits = schools(connection, instansi=scope.instansi, cari=search)
    form = TetapkanForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        return _decide(request, one, form.cleaned_data)
    content = {
        "unit": one, "form": form, "cari": search, "sekolah": hits,
        "usulan": [u for u in found if u["unor"] == number],
    }  # fmt: skip
    return render(request, "portal/admin/padan_unor_satu.html", content, status=422 if form.is_bound else 200)


def _decide(request: HttpRequest, one: dict[str, Any], given: dict[str, Any]) -> HttpResponse:
    scope = scope_of(request)
    what, unor = given["aksi"], one["unor"]
    with recorded(request, "padan", proses=True) as (connection, _):
        # Two clicks at once: the second waits here and finds the unit as the first left it.
        connection.execute("SELECT 1 FROM unor WHERE id = %s FOR UPDATE", (unor,))
        if what == "lepas":
            decisions.release_unit(connection, instansi=scope.instansi, unor=unor, oleh=scope.nama)
        else:
            decisions.assign_unit(
                connection, instansi=scope.instansi, unor=unor, npsn=given["npsn"] if what == "tetapkan" else None,
                oleh=scope.nama, alasan=given["alasan"] or None,
            )  # fmt: skip
    words = {
        "lepas": "Keputusan dilepas.",
        "bukan": "Dicatat: bukan sekolah.",
        "tetapkan": f"Ditetapkan: NPSN {given['npsn']}.",
    }
    messages.success(request, f"{one['nama'] or 'Unit'}: {words[what]} {AGAIN}")
    return redirect("padan_unor")


def _accept_sure(request: HttpRequest) -> HttpResponse:
    scope = scope_of(request)
    with recorded(request, "padan", proses=True) as (connection, _):
        count = decisions.accept_sure_units(connection, instansi=scope.instansi, oleh=scope.nama)
    if count:
        messages.success(request, f"{count} padanan pasti diterima. {AGAIN}")
    else:
        messages.info(request, "Tidak ada usulan pasti yang tersisa.")
    return redirect("padan_unor")


def _rows(
    connection: psycopg.Connection[Any], request: HttpRequest, found: list[dict[str, Any]], kind: str, name: str
) -> tuple[Any, list[dict[str, Any]]]:
    """Return a page and its units, each with the best suggestion it has."""
    best: dict[int, dict[str, Any]] = {}
    for one in found:
        best.setdefault(one["unor"], one)
    if kind == "usulan":
        kept = [one for one in best.values() if name.casefold() in (one["nama_unor"] or "").casefold()]
        page = Paginator(kept, PER_PAGE).get_page(request.GET.get("halaman"))
        return page, [_suggested(one) for one in page.object_list]
    asked = request.GET.get("halaman", "")
    number = min(max(int(asked), 1), 10_000) if asked.isdecimal() and len(asked) < 9 else 1
    listed = units(
        connection, instansi=scope_of(request).instansi, jenis="" if kind == "semua" else kind, nama=name,
        most=PER_PAGE, skip=(number - 1) * PER_PAGE,
    )  # fmt: skip
    page = Paginator(range(listed[0]["semua"] if listed else 0), PER_PAGE).get_page(number)
    return page, [{**one, "url": _url(one["unor"]), "usulan": best.get(one["unor"])} for one in listed]


def _suggested(one: dict[str, Any]) -> dict[str, Any]:
    return {
        "nama": one["nama_unor"],
        "usulan": one,
        "url": _url(one["unor"]),
        "pegawai": one["guru"],
        "diputuskan": False,
    }


def _url(unor: int) -> str:
    return str(reverse("padan_unor_satu", args=[name_of("unor", unor)]))

"""Periksa & setujui: one tap for everything that equals Ruang GTK, one look at each thing that is odd."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from selaras.accounts.roles import Izin, Jenis
from selaras.accounts.scope import Cakupan
from selaras.config import clock
from selaras.jobs.schedule import schedule_of
from selaras.organisasi.selectors import Instansi, instansi_get
from selaras.portal.db import scope_of, scoped
from selaras.portal.ids import number_of
from selaras.portal.kepala import setujui_kata
from selaras.portal.kepala.lembar import lembar
from selaras.portal.kepala.setujui_isi import KIND, AlasanForm, Kelompok, card, read, rows, sort
from selaras.review.selectors import Waiting

ODD_PER_PAGE, SCHOOLS_PER_PAGE = 20, 10


@require_http_methods(["GET", "HEAD", "POST"])
def setujui(request: HttpRequest) -> HttpResponse:
    """Show what waits for a word, and take the word."""
    role = scope_of(request)
    sekolah = place(request, role)
    role.perlu(Izin.SETUJUI, sekolah=sekolah)
    request.tentang = {"sekolah": sekolah}
    with scoped(request) as connection:
        instansi = instansi_get(connection)
        if instansi is None:
            raise Http404
        if instansi.hanya_baca:
            return render(request, "portal/kepala/setujui_baca.html", {"kepala": role.jenis is Jenis.KEPALA})
        items = read(connection, request, role, instansi, sekolah=sekolah, decided=request.method == "POST")
    if request.method != "POST":
        return page(request, role, instansi, items)
    refused = setujui_kata.say(request, role, instansi, items, sekolah=sekolah)
    if refused is None:
        return redirect(request.get_full_path())
    with scoped(request) as connection:
        items = read(connection, request, role, instansi, sekolah=sekolah)
    return page(request, role, instansi, items, refused=refused)


def place(request: HttpRequest, role: Cakupan) -> int | None:
    """Return the school that is looked at: a head's own; for the admin the one he chose, or None for all."""
    if role.jenis is Jenis.KEPALA:
        return role.sekolah[0]
    chosen = request.GET.get("sekolah", "")
    return number_of("sekolah", chosen) if chosen else None


def page(
    request: HttpRequest, role: Cakupan, instansi: Instansi, items: Sequence[Waiting], *,
    refused: tuple[int | None, AlasanForm | None] | None = None,
) -> HttpResponse:  # fmt: skip
    """Show it; `refused`: the entry whose form has to be filled in again, and that form."""
    found = sort(items, role)
    head = role.jenis is Jenis.KEPALA
    odd = [x for group in found.kelompok for x in group.janggal]
    if head:
        shown, parts = _paged(request, odd, ODD_PER_PAGE), found.kelompok
        open_ones: Sequence[Waiting] = shown.object_list
    else:
        shown = _paged(request, found.kelompok, SCHOOLS_PER_PAGE)
        parts = list(shown.object_list)
        open_ones = [x for group in parts for x in group.janggal]
    plain = [x for group in parts for x in group.biasa]
    entry, form = refused or (None, None)
    content = {
        "kepala": head,
        "biasa": len(plain),
        "orang": len({x.orang_id for x in plain}),
        "lembar": lembar(KIND, {x.id: x.pasangan for x in plain}),
        "kelompok": [_group(group, open_ones, entry, form) for group in parts],
        "janggal": len(odd),
        "halaman": shown,
        "bukan_wewenang": rows(found.bukan_wewenang),
        "diputuskan": found.diputuskan,
        "jadwal": schedule_of(instansi.pengaturan).next(clock.now()),
        "kantor": instansi.kantor,
    }
    return render(request, "portal/kepala/setujui.html", content, status=422 if refused else 200)


def _paged(request: HttpRequest, things: Sequence[Any], size: int) -> Page:
    return Paginator(things, size).get_page(request.GET.get("halaman"))


def _group(group: Kelompok, open_ones: Sequence[Waiting], entry: int | None, form: AlasanForm | None) -> dict[str, Any]:
    wanted = {x.id for x in open_ones}
    cards = [card(x, form if x.id == entry else None) for x in group.janggal if x.id in wanted]
    return {"sekolah": group.sekolah, "biasa": rows(group.biasa), "janggal": cards}

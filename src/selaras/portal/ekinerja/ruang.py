"""What every page of the built-in e-Kinerja stands on: the right, the frame, the instansi whose target it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render

from selaras.accounts.roles import Izin
from selaras.accounts.scope import Cakupan
from selaras.ekinerja.aturan import Connection
from selaras.ekinerja.selectors_halaman import SEBANYAK, Potongan, Row
from selaras.organisasi.selectors import Instansi, instansi_get
from selaras.portal.db import owner, scope_of
from selaras.portal.ekinerja.menu import bawaan, menu_dalam

View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class Dalam:
    """Where a page stands: the instansi, and the role that opened it."""

    instansi: Instansi
    scope: Cakupan

    @property
    def id(self) -> int:
        """The number of the instansi."""
        return self.instansi.id

    @property
    def tahun(self) -> int:
        """The year that the folder works on."""
        return self.instansi.tahun


@dataclass(frozen=True, slots=True)
class Diri:
    """Who somebody is in e-Kinerja, and whom he rates there."""

    nip: tuple[str, ...]
    pegawai: tuple[UUID, ...]
    bawahan: tuple[UUID, ...]


def halaman(izin: Izin, *, kirim: bool = False, baca: bool = True) -> Callable[[View], View]:
    """Ask the right first; where the instansi has another e-Kinerja, say where that is.

    kirim: the page takes forms; baca: it can be opened at all. The view is called with the request and `Dalam`.
    """
    methods = [*(("GET", "HEAD") if baca else ()), *(("POST",) if kirim else ())]

    def around(view: View) -> View:
        @wraps(view)
        def asked(request: HttpRequest, **names: Any) -> HttpResponse:
            scope = scope_of(request)
            scope.perlu(izin)
            with owner() as connection:
                instansi = instansi_get(connection)
            if instansi is None or not bawaan(instansi):
                if request.method == "POST":
                    raise Http404
                return render(request, "portal/ekinerja/di_luar.html", {"instansi": instansi})
            if request.method not in methods:
                return HttpResponseNotAllowed(methods)
            frame(request, instansi)
            return view(request, Dalam(instansi, scope), **names)

        return asked

    return around


def frame(request: HttpRequest, instansi: Instansi) -> None:
    """Put the frame of the application around the page."""
    request.bingkai = replace(
        request.bingkai,
        aplikasi="e-Kinerja (LATIHAN)" if instansi.latihan else "e-Kinerja (bawaan Selaras)",
        url_beranda="/e-kinerja/",
        menu=menu_dalam(scope_of(request), request.path),
    )


def diri(connection: Connection) -> Diri:
    """Return who the role of this scoped connection is."""
    row = connection.execute("SELECT app_ek_nip(), app_ek_saya(), app_ek_bawahan()").fetchone()
    nip, pegawai, bawahan = row or ((), (), ())
    return Diri(tuple(nip), tuple(pegawai), tuple(one for one in bawahan if one not in pegawai))


def potong(request: HttpRequest, fetch: Callable[[int], Potongan]) -> tuple[list[Row], Page[int]]:
    """Return the rows of the page that the address names, and the page; the first when there is no such page."""
    text = request.GET.get("halaman", "")
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 1
    part = fetch(max(number, 1))
    if not part.baris and number > 1:
        number, part = 1, fetch(1)
    return part.baris, Paginator(range(part.semua), SEBANYAK).get_page(number)


def teks(request: HttpRequest, name: str) -> str:
    """Return a text of the address, short and storable."""
    text: str = request.GET.get(name, "")
    return text.replace("\x00", "").strip()[:100]

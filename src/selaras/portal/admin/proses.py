"""What the pages about running things share: their own navigation, the instansi, one page of a long list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import psycopg
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from selaras.accounts.roles import Izin
from selaras.galat import Stop
from selaras.organisasi.selectors import Instansi, instansi_get
from selaras.portal.db import scope_of

PER_PAGE = 25
FURTHEST = 100_000  # pages; beyond is nothing that anybody asked for
Fetch = Callable[[int, int], tuple[Sequence[Any], int]]


@dataclass(frozen=True, slots=True)
class Bagian:
    """One of these pages, and who has it."""

    kunci: str
    teks: str
    url: str
    izin: Izin


BAGIAN = (
    Bagian("jalan", "Jalan", "/jalan/", Izin.LIHAT_INSTANSI),
    Bagian("rencana", "Rencana dan kirim", "/rencana/", Izin.KIRIM),
    Bagian("periode", "Periode", "/periode/", Izin.LIHAT_INSTANSI),
    Bagian("log", "Log Sinkronisasi", "/log-sinkronisasi/", Izin.LIHAT_INSTANSI),
    Bagian("bukti", "Bukti", "/bukti/", Izin.LIHAT_INSTANSI),
    Bagian("jadwal", "Jadwal", "/jadwal/", Izin.JADWAL),
    Bagian("sistem", "Sistem", "/sistem/", Izin.SISTEM),
)


def show(
    request: HttpRequest, template: str, di: str, content: Mapping[str, Any], *, status: int = 200
) -> HttpResponse:
    """Render a page of this group; `di` is the part that it belongs to."""
    scope = scope_of(request)
    own = tuple(part for part in BAGIAN if scope.boleh(part.izin))
    return render(request, f"portal/admin/{template}.html", {"bagian": own, "di": di, **content}, status=status)


def the_instansi(connection: psycopg.Connection[Any]) -> Instansi:
    """Return the instansi of the folder. Raises `Stop` before anything was read."""
    found = instansi_get(connection)
    if found is None:
        raise Stop("Folder data ini masih kosong.", langkah="Unggah laporan di halaman Impor dulu.")
    return found


def paged(request: HttpRequest, fetch: Fetch, per_page: int = PER_PAGE) -> Page:
    """Return the page that the address asks for, the first one where there is no such; cut by the database.

    fetch  takes how many and how many to skip, returns them and how many there are altogether (0 with no row)
    """
    said = request.GET.get("halaman", "1")
    number = min(int(said), FURTHEST) if said.isascii() and said.isdigit() and len(said) < 7 else 1
    number = max(number, 1)
    rows, count = fetch(per_page, (number - 1) * per_page)
    if not rows and number > 1:
        number = 1
        rows, count = fetch(per_page, 0)
    page = Paginator(range(count), per_page).page(number)
    page.object_list = rows
    return page

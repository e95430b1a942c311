"""Who asks, as what: the role of the request, the frame of its page, and the record that it was asked."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import psycopg
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import add_never_cache_headers
from django.utils.http import urlencode

from selaras.accounts.roles import Jenis
from selaras.accounts.scope import Cakupan
from selaras.accounts.selectors import roles
from selaras.config import clock
from selaras.ledger.balance import position_date
from selaras.organisasi.selectors import instansi_get
from selaras.portal.db import owner
from selaras.portal.menu import menu_of
from selaras.portal.session import CHOSEN, SESSION_SECONDS, SINCE
from selaras.ui.bingkai import Bingkai, Peran

NEXT = "lanjut"  # in the address of the sign-in page: where to go afterwards
# A view sets `request.potongan` when it gives a part of a page that was asked for before: it comes every two seconds.
OPEN = ("/masuk/", "/accounts/oidc/")  # pages for strangers
_QUIET = ("/statis/", "/sehat/")


class Wewenang:
    """Middleware: set `request.cakupan` and `request.bingkai`, and write down who looked at what."""

    def __init__(self, following: Callable[[HttpRequest], HttpResponse]) -> None:
        """Take the rest of the chain."""
        self.following = following

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Look up the roles of whoever is signed in, and record the request once it was answered."""
        if request.path.startswith(_QUIET):
            return self.following(request)
        if request.user.is_authenticated and time.time() - request.session.get(SINCE, 0) > SESSION_SECONDS:
            logout(request)
        request.peran, request.cakupan = (), None
        with owner() as connection:
            if request.user.is_authenticated:
                request.peran = roles(connection, pengguna=request.user.pk, today=clock.today())
                request.cakupan = chosen(request.peran, request.session.get(CHOSEN))
            request.bingkai = frame(connection, request)
        if not request.user.is_authenticated and not request.path.startswith(OPEN):
            return redirect(f"/masuk/?{urlencode({NEXT: request.get_full_path()})}")
        answer = self.following(request)
        keep_private(answer)
        if request.cakupan is not None and not (answer.status_code == 200 and getattr(request, "potongan", False)):
            with owner() as connection:
                record(connection, request, request.cakupan, answer.status_code)
        return answer


def keep_private(answer: HttpResponse) -> None:
    """Let neither a proxy nor the next person at the machine keep an answer: nearly every page is about somebody."""
    del answer["Cache-Control"]
    add_never_cache_headers(answer)


def key(scope: Cakupan) -> str:
    """Name a role within the session of its user."""
    places = "-".join(map(str, scope.sekolah)) if scope.jenis is Jenis.KEPALA else ""
    return f"{scope.jenis}:{scope.sebagai}:{places}"


def chosen(found: Sequence[Cakupan], wanted: str | None) -> Cakupan | None:
    """Return the role that was chosen if it still holds, else the one that reaches furthest."""
    return next((scope for scope in found if key(scope) == wanted), found[-1] if found else None)


def frame(connection: psycopg.Connection, request: HttpRequest) -> Bingkai:
    """Return the frame of the page."""
    instansi = instansi_get(connection)
    if instansi is None:
        return Bingkai()
    scope = request.cakupan
    own = shown(scope) if scope else None
    return Bingkai(
        instansi=instansi.nama,
        latihan=instansi.latihan,
        hanya_baca=instansi.hanya_baca,
        tahun=instansi.tahun,
        data_per=position_date(connection),
        nama=scope.nama if scope else "",
        peran=own,
        peran_lain=tuple(shown(one) for one in request.peran if one is not scope),
        menu=menu_of(scope, request.path, instansi) if scope else (),
    )


def shown(scope: Cakupan) -> Peran:
    """Name a role for the role switch."""
    name = scope.jenis.nama if scope.sebagai == "definitif" else f"{scope.sebagai.title()}. {scope.jenis.nama}"
    return Peran(key(scope), name)


def record(connection: psycopg.Connection, request: HttpRequest, scope: Cakupan, status: int) -> None:
    """Write down who asked for what and about whom; addresses carry no person, so the view says it."""
    match = request.resolver_match
    about = getattr(request, "tentang", {})
    connection.execute(
        "INSERT INTO ac_akses(waktu, pengguna_id, peran, apa, metode, sekolah_id, orang_id, status) "
        "VALUES (%s, %s, %s, %s, %s, %s, %s, %s)",
        (
            *(clock.now(), scope.pengguna, scope.jenis, (match.view_name if match else "tidak ada") or ""),
            *(request.method, about.get("sekolah"), about.get("orang"), status),
        ),
    )

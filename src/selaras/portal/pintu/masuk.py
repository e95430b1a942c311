"""The sign-in page with all ways in, the one-time code, choosing a role, signing out."""

from __future__ import annotations

from dataclasses import replace

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from selaras.accounts.codes import kode_pakai
from selaras.accounts.services import pengguna_of
from selaras.config import clock
from selaras.galat import SelarasError
from selaras.portal.db import owner
from selaras.portal.middleware import key
from selaras.portal.pintu.datang import let_in, let_out, wanted
from selaras.portal.pintu.formulir import KodeForm
from selaras.portal.session import CHOSEN

_ALIAS, _LOCAL = "localhost", "127.0.0.1"


@require_http_methods(["GET", "HEAD", "POST"])
def masuk(request: HttpRequest) -> HttpResponse:
    """Show the ways in, and let in whoever has a code."""
    if request.user.is_authenticated:
        return redirect(wanted(request))
    if (elsewhere := _registered_host(request)) and request.method != "POST":
        return redirect(elsewhere)
    form = KodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _let_in(request, form):
        return redirect(wanted(request))
    content = {"form": form, "penyedia": settings.SELARAS_PENYEDIA, "lanjut": wanted(request), "tanpa_akun": True}
    return render(request, "portal/pintu/masuk.html", content, status=422 if form.is_bound else 200)


@require_POST
def keluar(request: HttpRequest) -> HttpResponse:
    """End the session; where a provider let the person in, go on to end its session too."""
    provider = let_out(request)
    if not provider.get("keluar"):
        return redirect("masuk")
    known = next((one for one in settings.SELARAS_PENYEDIA if one.kunci == provider["kunci"]), None)
    if known is None:
        return redirect("masuk")
    request.bingkai = replace(request.bingkai, nama="", peran=None, peran_lain=(), menu=())
    content = {
        "tanpa_akun": True,
        "penyedia": known,
        "tujuan": provider["keluar"],
        "id_token": provider["id_token"],
        "pulang": request.build_absolute_uri("/"),
    }
    return render(request, "portal/pintu/keluar.html", content)


@require_POST
def peran(request: HttpRequest) -> HttpResponse:
    """Act in another of one's own roles from now on."""
    wanted_role = request.POST.get("peran", "")
    if any(key(scope) == wanted_role for scope in getattr(request, "peran", ())):
        request.session[CHOSEN] = wanted_role
    return redirect("beranda")


def _registered_host(request: HttpRequest) -> str:
    """Return the page at 127.0.0.1: a provider compares the address to come back to letter by letter."""
    host, _, port = request.get_host().partition(":")
    if host != _ALIAS or not settings.SELARAS_PENYEDIA or request.is_secure():
        return ""
    return f"http://{_LOCAL}{f':{port}' if port else ''}{request.get_full_path()}"


def _let_in(request: HttpRequest, form: KodeForm) -> bool:
    try:
        with owner() as connection:
            orang = kode_pakai(connection, kode=form.cleaned_data["kode"], now=clock.now())
            number = pengguna_of(connection, orang=orang)
    except SelarasError as error:
        form.add_error("kode", str(error))
        return False
    let_in(request, number, way="masuk kode")
    return True

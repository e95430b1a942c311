"""Signing in with a one-time code, choosing a role, signing out."""

from __future__ import annotations

from django import forms
from django.contrib.auth import get_user_model, login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from selaras.accounts.codes import kode_pakai
from selaras.accounts.services import pengguna_of
from selaras.config import clock
from selaras.galat import SelarasError
from selaras.portal.db import owner
from selaras.portal.middleware import CHOSEN, NEXT, key

BACKEND = "django.contrib.auth.backends.ModelBackend"


class KodeForm(forms.Form):
    """The code as it was printed."""

    kode = forms.CharField(
        label="Kode masuk",
        max_length=40,
        help_text="Dua belas huruf dan angka dari operator sekolah, misalnya ABCD-EFGH-JKMN.",
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autocapitalize": "characters"}),
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def masuk(request: HttpRequest) -> HttpResponse:
    """Show the form, and let in whoever has a code."""
    if request.user.is_authenticated:
        return redirect(_after(request))
    form = KodeForm(request.POST or None)
    status = 200
    if request.method == "POST":
        if form.is_valid() and _let_in(request, form):
            return redirect(_after(request))
        status = 422
    return render(request, "portal/pintu/masuk.html", {"form": form}, status=status)


@require_POST
def keluar(request: HttpRequest) -> HttpResponse:
    """End the session."""
    logout(request)
    return redirect("masuk")


@require_POST
def peran(request: HttpRequest) -> HttpResponse:
    """Act in another of one's own roles from now on."""
    wanted = request.POST.get("peran", "")
    if any(key(scope) == wanted for scope in getattr(request, "peran", ())):
        request.session[CHOSEN] = wanted
    return redirect("beranda")


def _after(request: HttpRequest) -> str:
    """Return where to go after signing in: a page of ours that was asked for, else the first one."""
    wanted = request.GET.get(NEXT, "")
    return wanted if url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) else "/"


def _let_in(request: HttpRequest, form: KodeForm) -> bool:
    try:
        with owner() as connection:
            orang = kode_pakai(connection, kode=form.cleaned_data["kode"], now=clock.now())
            number = pengguna_of(connection, orang=orang)
    except SelarasError as error:
        form.add_error("kode", str(error))
        return False
    login(request, get_user_model().objects.get(pk=number), backend=BACKEND)
    return True

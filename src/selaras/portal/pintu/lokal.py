"""Local accounts of technical admins: name and password, then the second factor. Nobody is in before both are right."""

from __future__ import annotations

import datetime as dt
import time

from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from selaras.accounts.limits import attempt, forget
from selaras.accounts.models import Pengguna
from selaras.config import clock
from selaras.portal.db import owner
from selaras.portal.pintu import faktor
from selaras.portal.pintu.datang import let_in, note, wanted
from selaras.portal.pintu.formulir import FaktorForm, LokalForm, PasangForm

HALF = "lokal"  # in the session of a stranger: whose password was right, and when
SECONDS = 600
MOST, WITHIN = 10, dt.timedelta(minutes=15)  # wrong passwords or codes of one name
MOST_PLACE = 100  # and of one place, whatever the names
WRONG = "Nama pengguna atau kata sandi salah."
TOO_MANY = "Terlalu banyak percobaan. Tunggu 15 menit, atau hubungi teknisi lain."
WRONG_CODE = "Kode salah, sudah dipakai, atau sudah lewat. Pakai kode yang sedang tampil; jam HP harus otomatis."


@sensitive_post_parameters("sandi")
@require_http_methods(["GET", "HEAD", "POST"])
def lokal(request: HttpRequest) -> HttpResponse:
    """Ask for name and password."""
    if request.user.is_authenticated:
        return redirect("beranda")
    form = LokalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        name, answer = form.cleaned_data["nama"], None
        if not _allowed("sandi", name, place=request.META.get("REMOTE_ADDR", "")):
            form.add_error(None, TOO_MANY)
        elif (user := authenticate(request, username=name, password=form.cleaned_data["sandi"])) is None:
            form.add_error(None, WRONG)
        else:
            answer = _half_way(request, user)
        if answer:
            return answer
        note("masuk lokal: ditolak", pengguna=None, status=403)
    return render(
        request, "portal/pintu/lokal.html", {"form": form, "tanpa_akun": True}, status=422 if form.is_bound else 200
    )


@require_http_methods(["GET", "HEAD", "POST"])
def kode(request: HttpRequest) -> HttpResponse:
    """Ask for the second factor of whoever has one."""
    user = _waiting(request)
    if user is None or not faktor.ready(user):
        return redirect("lokal")
    form = FaktorForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not _allowed("faktor", str(user.pk)):
            form.add_error("kode", TOO_MANY)
        elif faktor.right(user, form.cleaned_data["kode"]):
            return _inside(request, user)
        else:
            form.add_error("kode", WRONG_CODE)
        note("masuk lokal: kode ditolak", pengguna=user.pk, status=403)
    return render(
        request,
        "portal/pintu/lokal_kode.html",
        {"form": form, "tanpa_akun": True},
        status=422 if form.is_bound else 200,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def pasang(request: HttpRequest) -> HttpResponse:
    """Set up the second factor at the first sign-in, and show the recovery codes this once."""
    user = _waiting(request)
    if user is None or faktor.ready(user):
        return redirect("lokal")
    secret = request.session[HALF].setdefault("rahasia", faktor.new_secret())
    request.session.modified = True
    form = PasangForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not _allowed("faktor", str(user.pk)):
            form.add_error("kode", TOO_MANY)
        elif codes := faktor.set_up(user, secret, form.cleaned_data["kode"]):
            _inside(request, user)
            return render(request, "portal/pintu/cadangan.html", {"kode": codes, "tanpa_akun": True})
        else:
            form.add_error("kode", WRONG_CODE)
    content = {"form": form, "gambar": faktor.picture(user, secret), "rahasia": faktor.readable(secret),
               "tanpa_akun": True}  # fmt: skip
    return render(request, "portal/pintu/lokal_pasang.html", content, status=422 if form.is_bound else 200)


def _allowed(kind: str, name: str, *, place: str = "") -> bool:
    """Count an attempt before it is checked; the same for names that nobody has."""
    with owner() as connection:
        now = clock.now()
        near = not place or attempt(connection, "asal", place, most=MOST_PLACE, within=WITHIN, now=now)
        return attempt(connection, kind, name.casefold(), most=MOST, within=WITHIN, now=now) and near


def _half_way(request: HttpRequest, user: Pengguna) -> HttpResponse:
    request.session.cycle_key()
    request.session[HALF] = {"siapa": str(user.pk), "pada": int(time.time()), "lanjut": wanted(request)}
    return redirect("lokal_kode" if faktor.ready(user) else "lokal_pasang")


def _waiting(request: HttpRequest) -> Pengguna | None:
    half = request.session.get(HALF)
    if not half or time.time() - half["pada"] > SECONDS:
        return None
    found: Pengguna | None = Pengguna.objects.filter(pk=half["siapa"], is_active=True).first()
    return found


def _inside(request: HttpRequest, user: Pengguna) -> HttpResponse:
    target = request.session[HALF]["lanjut"]
    let_in(request, user.pk, way="masuk lokal")
    with owner() as connection:
        for kind, name in (("sandi", user.username.casefold()), ("faktor", str(user.pk))):
            forget(connection, kind, name, now=clock.now())
    return redirect(target)

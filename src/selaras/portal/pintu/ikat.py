"""Tying an account of belajar.id to a person, once, with a one-time code."""

from __future__ import annotations

import time
from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from selaras.accounts.codes import kode_pakai
from selaras.accounts.oidc import Penyedia
from selaras.accounts.services import pengguna_of
from selaras.accounts.ties import tie
from selaras.config import clock
from selaras.galat import SelarasError
from selaras.portal.db import owner
from selaras.portal.pintu.datang import let_in
from selaras.portal.pintu.formulir import KodeForm

WAITING = "ikat"
SECONDS = 900


def remember(request: HttpRequest, penyedia: Penyedia, uid: str, came_by: Mapping[str, str], wanted: str) -> None:
    """Keep in the session of the stranger whose account it is, until he shows a code."""
    request.session[WAITING] = {
        "kunci": penyedia.kunci, "nama": penyedia.nama, "uid": uid, "lewat": dict(came_by), "lanjut": wanted,
        "pada": int(time.time()),
    }  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def ikat(request: HttpRequest) -> HttpResponse:
    """Ask for the code, tie the account to its owner, and let him in."""
    waiting = request.session.get(WAITING)
    if not waiting or time.time() - waiting["pada"] > SECONDS:
        request.session.pop(WAITING, None)
        return redirect("masuk")
    form = KodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _tied(request, form, waiting):
        return redirect(waiting["lanjut"])
    content = {"form": form, "penyedia": waiting["nama"], "tanpa_akun": True}
    return render(request, "portal/pintu/ikat.html", content, status=422 if form.is_bound else 200)


def _tied(request: HttpRequest, form: KodeForm, waiting: Mapping[str, str]) -> bool:
    now = clock.now()
    try:
        with owner() as connection:
            orang = kode_pakai(connection, kode=form.cleaned_data["kode"], now=now)
            pengguna = pengguna_of(connection, orang=orang)
            tie(connection, penyedia=waiting["kunci"], uid=waiting["uid"], pengguna=pengguna, now=now)
    except SelarasError as error:
        form.add_error("kode", str(error))
        return False
    let_in(request, pengguna, way=f"ikat {waiting['kunci']}", provider=waiting["lewat"])  # type: ignore[arg-type]
    return True

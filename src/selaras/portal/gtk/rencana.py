"""One's own plan: fill it in, keep it as a draft, submit it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from selaras.galat import DataError
from selaras.pmm import selectors, services
from selaras.pmm.kosakata import STATUS, Status
from selaras.portal.db import scoped
from selaras.portal.gtk.rencana_form import (
    LINES,
    RencanaForm,
    RhkSet,
    awal,
    baris_lagi,
    baris_rhk,
    kosong,
    wajib_diajukan,
)
from selaras.portal.gtk.ruang import Ruang, di_ruang, halaman, setahun, wajib_akun, wajib_skp
from selaras.portal.kerja import recorded

_OPEN = (Status.DRAF, Status.DIKEMBALIKAN)


@require_http_methods(["GET", "HEAD", "POST"])
@di_ruang
def rencana(request: HttpRequest, ruang: Ruang, skp: UUID) -> HttpResponse:
    """Show a plan of one's own; while it is open, let it be filled in."""
    request.tentang = {"orang": ruang.scope.orang}
    with scoped(request) as connection:
        own = wajib_akun(connection, ruang)
        mine = wajib_skp(connection, ruang, own, skp, "pemilik")
        year = setahun(connection, ruang, own, mine)
    plan, status = year["skp_ini"], 200
    is_open = mine.status in _OPEN
    if request.method == "POST":
        if not is_open:
            messages.error(request, f"SKP ini {STATUS[mine.status]}, jadi tidak dapat diubah.")
            return redirect(request.path)
        adding = request.POST.get("aksi") == "tambah"
        data = baris_lagi(request.POST, LINES) if adding else request.POST
        form, lines = RencanaForm(data), RhkSet(data, prefix="rhk")
        if not adding and form.is_valid() and lines.is_valid():
            done = _keep(request, ruang, own, mine, form, lines)
            if done:
                return redirect(done)
        status = 200 if adding else 422
    else:
        form = RencanaForm(initial=awal(plan))
        lines = RhkSet(initial=[*plan["rhk"], *kosong(2 if plan["rhk"] else LINES)], prefix="rhk")
    wajib_diajukan(form, lines)
    content = year | {"form": form, "baris": lines, "terbuka": is_open}
    return halaman(request, ruang, "rencana", content, status=status)


def _keep(
    request: HttpRequest, ruang: Ruang, own: str, skp: selectors.Skp, form: RencanaForm, lines: RhkSet
) -> str | None:
    """Store what was typed, and submit it when asked to; the draft stays even when it is not complete yet."""
    submit = request.POST.get("aksi") == "ajukan"
    try:
        with recorded(request, "gtk: isi SKP", amati=True) as (connection, _):
            services.skp_isi(
                connection, instansi=ruang.id, oleh=own, skp_id=str(skp.id), fokus=form.cleaned_data["fokus"],
                indikator=form.cleaned_data["indikator"], rhk=baris_rhk(lines), perilaku=form.perilaku(),
            )  # fmt: skip
        if submit:
            with recorded(request, "gtk: ajukan SKP", amati=True) as (connection, _):
                services.skp_ajukan(connection, instansi=ruang.id, oleh=own, skp_id=str(skp.id))
    except DataError as error:
        form.add_error(None, str(error))
        return None
    if submit:
        messages.success(request, "SKP diajukan. Atasan Bapak/Ibu memeriksanya.")
        return "/gtk/saya/"
    messages.success(request, "SKP disimpan sebagai draf. Belum diajukan.")
    return f"/gtk/skp/{skp.id}/"

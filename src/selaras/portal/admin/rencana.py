"""Plans: what there is, what was refused and why, sealing a new one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from selaras.accounts.roles import Izin
from selaras.apply.refusals import handled
from selaras.apply.refused import refused
from selaras.config import clock
from selaras.galat import DataError, Stop
from selaras.jobs import plan as planning
from selaras.jobs import queue
from selaras.jobs.folder import Folder
from selaras.ledger.balance import position_date
from selaras.ledger.scope import Scope
from selaras.monitoring.log import causes
from selaras.organisasi.selectors import Instansi
from selaras.plan.browse import plans
from selaras.portal.admin import jalankan
from selaras.portal.admin.proses import paged, show, the_instansi
from selaras.portal.admin.rencana_kata import baris
from selaras.portal.db import owner, scope_of
from selaras.portal.kerja import recorded


class CobaLagiForm(forms.Form):
    """What was dealt with, so that what was refused may be sent again."""

    alasan = forms.CharField(
        label="Apa yang sudah ditangani?",
        max_length=300,
        help_text="Misalnya: periode TW4 sudah dibuat. Yang ditolak lalu ikut rencana berikutnya.",
    )


@require_http_methods(["GET", "HEAD", "POST"])
def daftar(request: HttpRequest) -> HttpResponse:
    """List plans and refusals; seal anew, or let refusals be tried again."""
    scope_of(request).perlu(Izin.KIRIM)
    with owner() as connection:
        instansi = the_instansi(connection)
    form = CobaLagiForm(request.POST if request.POST.get("aksi") == "coba" else None)
    if request.method == "POST":
        if instansi.hanya_baca:
            raise Stop("Selaras hanya membaca: tidak ada rencana untuk e-Kinerja instansi ini.")
        if request.POST.get("aksi") == "segel":
            return jalankan.begin(request, instansi, macam=queue.RENCANA)
        if form.is_valid() and _try_again(request, instansi, form):
            return redirect("rencana")
    return _page(request, instansi, form)


def _try_again(request: HttpRequest, instansi: Instansi, form: CobaLagiForm) -> bool:
    scope = scope_of(request)
    try:
        with recorded(request, "coba lagi", proses=True) as (connection, run):
            per = position_date(connection) or clock.today()
            where = Scope(instansi.id, instansi.tahun, per, run, clock.today())
            freed = handled(
                connection, where, oleh=scope.nama, alasan=form.cleaned_data["alasan"], sekolah=None, orang=None
            )
    except DataError as error:
        form.add_error("alasan", str(error))
        return False
    messages.success(request, f"{freed} penolakan dilepas: boleh dikirim lagi. Berikutnya: susun rencana baru.")
    return True


def _page(request: HttpRequest, instansi: Instansi, form: CobaLagiForm) -> HttpResponse:
    with owner() as connection:

        def fetch(limit: int, offset: int) -> tuple[list[Any], int]:
            found = plans(connection, instansi=instansi.id, limit=limit, offset=offset)
            return [baris(one) for one in found], found[0].semua if found else 0

        page = paged(request, fetch)
        current = planning.current(Folder(connection, instansi), tahun=instansi.tahun)
        open_line = next((one for one in page.object_list if current and one.rencana.id == current.id), None)
        denied = refused(connection, instansi=instansi.id, tahun=instansi.tahun)
        known = causes(connection, [one.pesan for one in denied], instansi=instansi)
    content = {
        "hanya_baca": instansi.hanya_baca,
        "halaman": page,
        "terbuka": open_line,
        "ditolak": [{"apa": one, "sebab": known[one.pesan]} for one in denied],
        "form": form,
    }
    return show(request, "rencana", "rencana", content, status=422 if form.is_bound else 200)

"""One plan: what it would write, whose word it waits for; agreeing, sending, pausing, closing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from selaras.accounts.roles import Izin
from selaras.apply.gate import open_plan
from selaras.apply.services import close_plan, pause_plan, resume_plan
from selaras.config import clock
from selaras.galat import SelarasError
from selaras.jobs import queue
from selaras.organisasi.selectors import Instansi
from selaras.plan import selectors
from selaras.plan.browse import changes, plan_line, plan_schools, sample
from selaras.plan.closing import plan_agree, same_name
from selaras.plan.values import Plan
from selaras.portal.admin import jalankan
from selaras.portal.admin.proses import paged, show, the_instansi
from selaras.portal.admin.rencana_kata import RUPA, baris, of_plan
from selaras.portal.db import owner, scope_of, scoped
from selaras.portal.ids import name_of, number_of
from selaras.portal.kerja import recorded
from selaras.verify.selectors import STATUS

SAMPLE = 20  # operations on the screen; the evidence holds all
LEFT = 20  # left out, on the screen


class AlasanForm(forms.Form):
    """A reason, for whoever asks later why."""

    alasan = forms.CharField(label="Alasan", max_length=300)

    def __init__(self, *args: Any, label: str = "Alasan", bantuan: str = "", **kwargs: Any) -> None:
        """Take what the field is called here."""
        super().__init__(*args, **kwargs)
        self.fields["alasan"].label, self.fields["alasan"].help_text = label, bantuan


FORMS = {
    "setujui": ("Alasan menyetujui", "Misalnya: sudah saya periksa 5 sekolah, nilainya memang diperbaiki."),
    "jeda": ("Alasan menjeda", "Yang sedang dikirim diselesaikan dulu; sisanya menunggu."),
    "tutup": ("Alasan menutup", "Yang belum dikirim batal; yang sudah dikirim tetap."),
}


@require_http_methods(["GET", "HEAD", "POST"])
def satu(request: HttpRequest, nama: str) -> HttpResponse:
    """Show a plan, and do what somebody decides about it."""
    scope_of(request).perlu(Izin.KIRIM)
    with owner() as connection:
        instansi = the_instansi(connection)
        line = plan_line(connection, instansi=instansi.id, plan=number_of("rencana", nama))
        if line is None:
            raise Http404
        plan = selectors.plan_get(connection, line.id)
    action = request.POST.get("aksi", "")
    if request.method == "POST" and action in ("kirim", "lanjut"):
        return _send(request, instansi, plan, resume=action == "lanjut")
    given = {key: request.POST if key == action else None for key in FORMS}
    found = {
        key: AlasanForm(given[key], auto_id=f"{key}_%s", label=FORMS[key][0], bantuan=FORMS[key][1]) for key in FORMS
    }
    form = found.get(action)
    if form is not None and form.is_valid() and _said(request, plan, action, form):
        return redirect("rencana_satu", nama=nama)
    return _page(request, instansi, plan, found, status=422 if request.method == "POST" else 200)


def _said(request: HttpRequest, plan: Plan, action: str, form: AlasanForm) -> bool:
    """Do what was decided; what speaks against it is said beside the field."""
    reason, name = form.cleaned_data["alasan"], scope_of(request).nama
    deeds: dict[str, tuple[Callable[[Any], object], str]] = {
        "setujui": (
            lambda c: plan_agree(c, plan.id, name, reason, now=clock.now()),
            "Rencana disetujui orang kedua. Sekarang boleh dikirim.",
        ),
        "jeda": (lambda c: pause_plan(c, plan.id, oleh=name, alasan=reason), "Rencana dijeda."),
        "tutup": (
            lambda c: close_plan(c, plan.id, alasan=f"{name}: {reason}", now=clock.now()),
            "Rencana ditutup; yang belum dikirim batal.",
        ),
    }
    deed, sentence = deeds[action]
    try:
        with recorded(request, f"rencana {action}", proses=action == "tutup") as (connection, _):
            deed(connection)
    except SelarasError as error:
        form.add_error("alasan", f"{error.kalimat} {error.langkah or ''}".strip())
        return False
    messages.success(request, sentence)
    return True


def _send(request: HttpRequest, instansi: Instansi, plan: Plan, *, resume: bool) -> HttpResponse:
    """Put the sending in; a plan that may not go raises why."""
    until, choice = jalankan.quiet(instansi), request.POST.get("jam_tenang", "")
    asks = until is not None and choice not in ("sekarang", "tunggu")
    with owner() as connection:
        if resume and not asks and plan.jeda and not plan.ditutup:
            resume_plan(connection, plan.id)
        if not (resume and asks):
            open_plan(connection, plan.id, instansi=instansi, now=clock.now())
    if until and asks:
        page = f"/rencana/{name_of('rencana', plan.id)}/"
        return jalankan.ask(
            request, jalankan.Tanya(page, page, "Kirim", "lanjut" if resume else "kirim"), until, "rencana"
        )
    return jalankan.begin(request, instansi, macam=queue.KIRIM, plan=plan.id, until=until, paksa=choice == "sekarang")


def _page(
    request: HttpRequest, instansi: Instansi, plan: Plan, found: dict[str, AlasanForm], *, status: int
) -> HttpResponse:
    chosen = request.GET.get("sekolah", "")
    school = number_of("sekolah", chosen) if chosen else None
    with scoped(request) as connection:
        line = plan_line(connection, instansi=instansi.id, plan=plan.id)
        if line is None:
            raise Http404

        def fetch(limit: int, offset: int) -> tuple[list[Any], int]:
            rows = plan_schools(connection, plan.id, limit=limit, offset=offset)
            named = [{"s": one, "nama": name_of("sekolah", one.sekolah) if one.sekolah else ""} for one in rows]
            return named, rows[0].semua if rows else 0

        page = paged(request, fetch)
        steps = sample(connection, plan.id, sekolah=school, limit=SAMPLE)
        left = selectors.left_out(connection, plan.id)
    key = of_plan(plan)
    content = {
        "plan": plan,
        "b": baris(line),
        "perubahan": changes_of(plan),
        "keadaan": key,
        "rupa": RUPA[key],
        "halaman": page,
        "langkah": [{"l": one, "status": STATUS[one.status]} for one in steps],
        "dipilih": steps[0].sekolah if school and steps else "",
        "ditinggal": left[:LEFT],
        "banyak_ditinggal": len(left),
        "sendiri": same_name(scope_of(request).nama, plan.disegel_oleh),
        "form": found,
        "hanya_baca": instansi.hanya_baca,
    }
    return show(request, "rencana_satu", "rencana", content, status=status)


def changes_of(plan: Plan) -> Any:
    """Count what a plan would change."""
    with owner() as connection:
        return changes(connection, plan.id)

"""Schedule and quiet hours: when the instansi is synced by itself."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from selaras.accounts.roles import Izin
from selaras.config import clock
from selaras.galat import DataError
from selaras.jobs.folder import Folder
from selaras.jobs.pmm_side import builtin_pmm
from selaras.jobs.schedule import DAYS, SETTING, Schedule, changed, read_hours, read_time, schedule_of
from selaras.jobs.status import status
from selaras.organisasi.services import instansi_set
from selaras.portal.admin.proses import show, the_instansi
from selaras.portal.db import owner, scope_of
from selaras.portal.kerja import recorded

AHEAD = 3  # moments shown
OFF = "-"


class JadwalForm(forms.Form):
    """Hour, days and quiet hours."""

    hidup = forms.BooleanField(label="Sinkron otomatis hidup", required=False)
    jam = forms.CharField(label="Jam mulai (WIB)", max_length=5, help_text="Seperti 02:00.")
    hari = forms.MultipleChoiceField(
        label="Hari",
        choices=[(str(n), day.capitalize()) for n, day in enumerate(DAYS)],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pilih sedikitnya satu hari."},
    )
    tenang = forms.CharField(
        label="Jam tenang", max_length=13, required=False,
        help_text="Dalam rentang ini tidak ada yang dikirim. Seperti 06:00-18:00; boleh melewati tengah malam.",
    )  # fmt: skip

    def clean_jam(self) -> str:
        """Refuse what is no hour."""
        return self._checked("jam", read_time)

    def clean_tenang(self) -> str:
        """Refuse what is no span, or one that leaves no time."""
        return self._checked("tenang", read_hours) if self.cleaned_data["tenang"] else OFF

    def _checked(self, field: str, reader: Any) -> str:
        text = str(self.cleaned_data[field])
        try:
            reader(text)
        except DataError as error:
            raise forms.ValidationError(f"{error.kalimat} {error.langkah}") from None
        return text


@require_http_methods(["GET", "HEAD", "POST"])
def jadwal(request: HttpRequest) -> HttpResponse:
    """Show and set the schedule."""
    scope_of(request).perlu(Izin.JADWAL)
    with owner() as connection:
        instansi = the_instansi(connection)
    plan = schedule_of(instansi.pengaturan)
    form = JadwalForm(request.POST or None, initial=_initial(plan))
    if request.method == "POST" and form.is_valid():
        _store(request, instansi.id, _wanted(plan, form.cleaned_data))
        messages.success(request, "Jadwal disimpan.")
        return redirect("jadwal")
    with owner() as connection:
        alive = any(one["hidup"] for one in status(Folder(connection, instansi))["pekerja"])
    content = {
        "form": form,
        "kalimat": plan.sentence(),
        "saat": coming(plan, clock.now()),
        "tenang": plan.quiet_until(clock.now()),
        "pekerja": alive,
        "hanya_baca": instansi.hanya_baca,
        "pmm_bawaan": builtin_pmm(instansi),
    }
    return show(request, "jadwal", "jadwal", content, status=422 if form.is_bound else 200)


def coming(plan: Schedule, now: dt.datetime, count: int = AHEAD) -> list[tuple[dt.datetime, dt.datetime]]:
    """List the next slots, each with the moment at which its sync begins: quiet hours put it off.

    >>> day = dt.datetime(2025, 1, 6, 12, tzinfo=clock.ZONE)
    >>> [f"{at:%d %H:%M} {begins:%H:%M}" for at, begins in coming(Schedule(True), day)]
    ['07 02:00 02:00', '08 02:00 02:00', '09 02:00 02:00']
    """
    found: list[tuple[dt.datetime, dt.datetime]] = []
    slot = plan.next(now)
    while slot is not None and len(found) < count:
        found.append((slot, plan.opens(slot)))
        slot = plan.next(slot)
    return found


def _wanted(plan: Schedule, given: dict[str, Any]) -> Schedule:
    days = ",".join(DAYS[int(number)] for number in given["hari"])
    return changed(
        plan, jam=given["jam"], hari=days, tenang=given["tenang"], hidup=bool(given["hidup"]), now=clock.now()
    )


def _store(request: HttpRequest, instansi: int, plan: Schedule) -> None:
    with recorded(request, "jadwal") as (connection, _):
        instansi_set(connection, instansi=instansi, **{SETTING: plan.stored()})


def _initial(plan: Schedule) -> dict[str, Any]:
    kept = plan.stored()
    return {
        "hidup": plan.hidup,
        "jam": kept["jam"],
        "hari": [str(number) for number in kept["hari"]],
        "tenang": kept["tenang"] or "",
    }

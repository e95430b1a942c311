"""Observation of praktik kinerja in its phases: each filled in by whose turn it is, seen by both."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from selaras.config.clock import today
from selaras.galat import DataError
from selaras.pmm import selectors, services
from selaras.pmm.kosakata import BUTIR, FASE, FASE_PENGAMAT, TINGKAT, Status
from selaras.portal.db import scoped
from selaras.portal.gtk.ruang import Ruang, di_ruang, halaman, setahun, wajib_akun, wajib_skp
from selaras.portal.kerja import recorded
from selaras.ui.format import tanggal
from selaras.ui.langkah import Langkah

RUBRIK = 2  # the phase with the rubric


class FaseForm(forms.Form):
    """What happened in one phase, and on which day."""

    tanggal = forms.DateField(label="Tanggal", widget=forms.DateInput({"type": "date"}))
    isi = forms.CharField(label="Catatan", max_length=4000, widget=forms.Textarea({"rows": 4}))

    def __init__(self, fase: int, *args: Any, **kwargs: Any) -> None:
        """Add the rubric where the phase has one."""
        super().__init__(*args, **kwargs)
        self.fase = fase
        if fase == RUBRIK:
            for butir in BUTIR:
                self.fields[f"tingkat_{butir}"] = forms.TypedChoiceField(
                    label=f"Fokus perilaku {butir}", choices=list(TINGKAT.items()), coerce=int,
                    widget=forms.RadioSelect,
                )  # fmt: skip
                self.fields[f"catatan_{butir}"] = forms.CharField(
                    label=f"Catatan fokus {butir}", required=False, max_length=1000
                )

    def clean_tanggal(self) -> Any:
        """Refuse a day to come, except for the preparation."""
        day = self.cleaned_data["tanggal"]
        if day > today() and self.fase > 1:
            raise forms.ValidationError("Tanggal ini belum tiba.")
        return day

    def rubrik(self) -> dict[int, tuple[int, str]] | None:
        """Return the levels that were chosen, None where there is no rubric."""
        if self.fase != RUBRIK:
            return None
        data = self.cleaned_data
        return {butir: (data[f"tingkat_{butir}"], data[f"catatan_{butir}"]) for butir in BUTIR}


@require_http_methods(["GET", "HEAD", "POST"])
@di_ruang
def observasi(request: HttpRequest, ruang: Ruang, skp: UUID) -> HttpResponse:
    """Show the phases of a plan, and the form of the next one to whose turn it is."""
    with scoped(request) as connection:
        oleh = wajib_akun(connection, ruang, menilai=True)
        plan = wajib_skp(connection, ruang, oleh, skp, "pemilik", "mengamati")
        year = setahun(connection, ruang, oleh, plan)
    fase = giliran(plan)
    form = FaseForm(fase, request.POST or None, initial={"tanggal": today().isoformat()}) if fase else None
    if request.method == "POST" and form is None:
        messages.error(request, "Sekarang bukan giliran Bapak/Ibu mengisi observasi ini.")
        return redirect(request.path)
    if form is not None and request.method == "POST":
        if request.POST.get("fase") != str(fase):
            messages.error(request, "Fase itu sudah diisi. Yang tampil sekarang fase berikutnya.")
            return redirect(request.path)
        if form.is_valid() and _keep(request, ruang, oleh, plan, form):
            messages.success(request, f"{FASE[fase]} tersimpan.")
            return redirect(request.path)
    content = year | {
        "langkah": langkah(plan, year["skp_ini"]), "form": form, "fase": fase, "nama_fase": FASE.get(fase, ""),
        "milik_saya": plan.pemilik,
    }  # fmt: skip
    return halaman(request, ruang, "observasi", content, status=422 if form is not None and form.errors else 200)


def giliran(plan: selectors.Skp) -> int:
    """Return the phase that the account may fill in now, 0 for none."""
    following = plan.fase + 1
    if plan.status != Status.DISEPAKATI or plan.peran == "pengawas" or following not in FASE:
        return 0
    allowed = plan.mengamati if following in FASE_PENGAMAT else plan.pemilik
    return following if allowed else 0


def langkah(plan: selectors.Skp, year: dict[str, Any]) -> list[Langkah]:
    """Return the five phases as steps: what was done, whose turn is next."""
    done = {line["fase"]: line for line in year["fase"]}
    steps = []
    for fase, nama in FASE.items():
        whose = "pengamat" if fase in FASE_PENGAMAT else "yang diamati"
        if fase in done:
            line = done[fase]
            steps.append(Langkah(nama, "selesai", f"{tanggal(line['tanggal'])}, {line['oleh']}: {line['isi']}"))
        elif fase == plan.fase + 1 and plan.status == Status.DISEPAKATI:
            own = giliran(plan) == fase
            steps.append(Langkah(nama, "sekarang" if own else "menunggu", f"Diisi {whose}."))
        else:
            steps.append(Langkah(nama, "belum", f"Diisi {whose}."))
    return steps


def _keep(request: HttpRequest, ruang: Ruang, oleh: str, plan: selectors.Skp, form: FaseForm) -> bool:
    try:
        with recorded(request, "gtk: isi observasi") as (connection, _):
            services.observasi_isi(
                connection, instansi=ruang.id, oleh=oleh, skp_id=str(plan.id), fase=form.fase,
                isi=form.cleaned_data["isi"], tanggal=form.cleaned_data["tanggal"], rubrik=form.rubrik(),
            )  # fmt: skip
    except DataError as error:
        form.add_error(None, str(error))
        return False
    return True

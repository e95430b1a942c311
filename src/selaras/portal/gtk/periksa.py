"""A submitted plan before its rater: agree, or return it with a reason."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from selaras.galat import DataError
from selaras.kinerja import predikat, rating
from selaras.pmm import selectors, services
from selaras.pmm.kosakata import BERAKHLAK, STATUS, Status
from selaras.portal.db import scoped
from selaras.portal.gtk.periode import Periode
from selaras.portal.gtk.ruang import Ruang, di_ruang, halaman, setahun, wajib_akun, wajib_skp
from selaras.portal.kerja import recorded


class PeriksaForm(forms.Form):
    """A reason for returning, or what is expected beyond the conduct that was chosen."""

    alasan = forms.CharField(
        label="Alasan mengembalikan", required=False, max_length=2000, widget=forms.Textarea({"rows": 3}),
        help_text="Wajib bila dikembalikan. Sebut apa yang perlu diperbaiki.",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Add an expectation for each value."""
        super().__init__(*args, **kwargs)
        for nilai, (nama, _) in BERAKHLAK.items():
            self.fields[f"ekspektasi_{nilai}"] = forms.CharField(label=nama, required=False, max_length=500)

    @property
    def ekspektasi_bidang(self) -> list[forms.BoundField]:
        """List the seven fields for the page."""
        return [self[f"ekspektasi_{nilai}"] for nilai in BERAKHLAK]

    def clean(self) -> dict[str, Any]:
        """Ask for the reason when the plan is returned."""
        data: dict[str, Any] = super().clean() or {}
        if self.data.get("aksi") == "kembalikan" and not data.get("alasan") and "alasan" not in self.errors:
            self.add_error("alasan", "Alasan wajib diisi supaya guru tahu apa yang perlu diperbaiki.")
        return data

    def ekspektasi(self) -> dict[int, str]:
        """Return what was written, by value."""
        said = {nilai: self.cleaned_data[f"ekspektasi_{nilai}"] for nilai in BERAKHLAK}
        return {nilai: text for nilai, text in said.items() if text}


@require_http_methods(["GET", "HEAD", "POST"])
@di_ruang
def periksa(request: HttpRequest, ruang: Ruang, skp: UUID) -> HttpResponse:
    """Show a plan to whoever rates it, and let him decide while it is submitted."""
    with scoped(request) as connection:
        oleh = wajib_akun(connection, ruang, menilai=True)
        plan = wajib_skp(connection, ruang, oleh, skp, "menilai")
        year = setahun(connection, ruang, oleh, plan)
    waiting = plan.status == Status.DIAJUKAN
    form = PeriksaForm(request.POST or None) if waiting else None
    if request.method == "POST":
        if form is None:
            messages.error(request, f"SKP ini sudah {STATUS[plan.status]}; tidak ada yang diubah.")
            return redirect(request.path)
        if form.is_valid() and _decide(request, ruang, oleh, plan, form):
            return redirect("/gtk/")
    for line in year["skp_ini"]["penilaian"]:
        line["periode"] = Periode(plan.tahun, line["slot"]).nama
        line["predikat_nama"] = predikat.NAMA.get(line["predikat"], "")
        line["hasil_nama"], line["perilaku_nama"] = (rating.NAMA.get(line[name], "") for name in ("hasil", "perilaku"))
    content = year | {"form": form}
    return halaman(request, ruang, "periksa", content, status=422 if form is not None and form.errors else 200)


def _decide(request: HttpRequest, ruang: Ruang, oleh: str, plan: selectors.Skp, form: PeriksaForm) -> bool:
    back = request.POST.get("aksi") == "kembalikan"
    try:
        with recorded(request, "gtk: kembalikan SKP" if back else "gtk: sepakati SKP", amati=True) as (connection, _):
            if back:
                services.skp_kembalikan(
                    connection, instansi=ruang.id, oleh=oleh, skp_id=str(plan.id), alasan=form.cleaned_data["alasan"]
                )
            else:
                services.skp_sepakati(
                    connection, instansi=ruang.id, oleh=oleh, skp_id=str(plan.id), ekspektasi=form.ekspektasi()
                )
    except DataError as error:
        form.add_error(None, str(error))
        return False
    messages.success(request, f"SKP {plan.nama} {'dikembalikan' if back else 'disepakati'}.")
    return True

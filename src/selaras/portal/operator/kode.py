"""One-time codes for a school: made by its operator, shown once, to print and hand out."""

from __future__ import annotations

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from selaras.accounts.codes import VALID, kode_buat, tampil
from selaras.accounts.roles import Izin
from selaras.config import clock
from selaras.jobs.daftar_guru import Sekolah
from selaras.monitoring.people import Orang, people
from selaras.organisasi.selectors import instansi_get
from selaras.portal.db import owner, scope_of, scoped
from selaras.portal.ids import name_of, number_of
from selaras.portal.operator.pilih import for_school

_WRONG = "Orang ini tidak ada di daftar sekolah. Pilih lagi dari daftar."


class KodeForm(forms.Form):
    """For everybody, or for one person alone."""

    orang = forms.CharField(
        label="Untuk siapa",
        required=False,
        help_text="Kode lama yang belum dipakai orang itu tidak berlaku lagi.",
    )

    def __init__(self, staff: list[Orang], *args: object) -> None:
        """Take the people of the school."""
        super().__init__(*args)
        self.staff = {one.orang_id for one in staff}
        named = [(name_of("orang", one.orang_id), one.nama or "(tanpa nama)") for one in staff]
        self.fields["orang"].widget = forms.Select(choices=[("", "Semua orang di sekolah ini"), *named])

    def clean_orang(self) -> list[int] | None:
        """Return the one person, None for everybody; refuse whoever is not of this school."""
        given: str = self.cleaned_data["orang"]
        if not given:
            return None
        try:
            number = number_of("orang", given)
        except Http404:
            raise forms.ValidationError(_WRONG) from None
        if number not in self.staff:
            raise forms.ValidationError(_WRONG)
        return [number]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@for_school(Izin.KODE_MASUK)
def kode(request: HttpRequest, sekolah: Sekolah) -> HttpResponse:
    """Explain, and after the operator's yes show a code for whom he chose, this once."""
    with scoped(request) as connection:
        instansi = instansi_get(connection)
        if instansi is None:
            raise Http404
        staff = people(connection, sekolah=sekolah.id, tahun=instansi.tahun)
    form = KodeForm(staff, request.POST) if request.method == "POST" else KodeForm(staff)
    made = []
    if form.is_bound and form.is_valid():
        with owner() as connection:
            made = kode_buat(
                connection, scope_of(request), sekolah=sekolah.id, orang=form.cleaned_data["orang"], now=clock.now()
            )
    content = {
        "kartu": [{"nama": one.nama, "kode": tampil(one.kode), "sampai": one.berlaku_sampai} for one in made],
        "hari": VALID.days, "form": form, "sekolah": sekolah, "alamat": request.build_absolute_uri("/masuk/"),
    }  # fmt: skip
    return render(request, "portal/operator/kode.html", content, status=422 if form.is_bound and not made else 200)

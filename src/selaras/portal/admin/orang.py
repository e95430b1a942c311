"""Everybody of the instansi: searched by name, filtered by school and state, fifty a page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from selaras.accounts.roles import Izin
from selaras.kinerja.nip import mask
from selaras.ledger import catalogue
from selaras.ledger.keadaan import KEADAAN, WORDS
from selaras.monitoring.directory import Tercatat, Wanted, people_count, people_page
from selaras.organisasi.selectors import instansi_get
from selaras.portal.db import scope_of, scoped
from selaras.portal.guru.tautan import alamat
from selaras.portal.ids import name_of

PER_PAGE = 50
LONG = 80
STATES = [("", "Semua keadaan"), *((name, WORDS[name]) for name in KEADAAN)]


class SaringForm(forms.Form):
    """What the list can be narrowed by."""

    nama = forms.CharField(label="Nama", required=False, max_length=LONG)
    sekolah = forms.CharField(label="Sekolah atau NPSN", required=False, max_length=LONG)
    keadaan = forms.ChoiceField(label="Punya isian yang", required=False, choices=STATES)
    kode = forms.ChoiceField(label="Ditahan kendala", required=False)

    def __init__(self, data: Any) -> None:
        """Offer the codes that can hold somebody."""
        super().__init__(data)
        self.fields["kode"].choices = [("", "Semua kendala"), *_codes()]


def _codes() -> list[tuple[str, str]]:
    """List the codes that can hold somebody, with their titles."""
    known = catalogue.texts()
    return sorted({(k, f"{k} {known[k].judul}") for k, code in catalogue.codes().items() if code.weight and k in known})


class _Counted(Paginator):
    """A paginator over rows that the database has cut already."""

    def __init__(self, rows: list[Any], count: int) -> None:
        super().__init__(rows, PER_PAGE)
        self._n = count

    @property
    def count(self) -> int:
        """How many there are in all."""
        return self._n


@require_safe
def orang(request: HttpRequest) -> HttpResponse:
    """List the people."""
    scope = scope_of(request)
    scope.perlu(Izin.LIHAT_INSTANSI)
    form = SaringForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    with scoped(request) as connection:
        instansi = instansi_get(connection)
        if instansi is None:
            raise Http404
        wanted = Wanted(instansi.id, instansi.tahun, **asked)
        count = people_count(connection, wanted)
        number = _number(request.GET.get("halaman"), count)
        rows = people_page(connection, wanted, most=PER_PAGE, skip=(number - 1) * PER_PAGE)
    page = Page(rows, number, _Counted(rows, count))
    exempt = scope.boleh(Izin.KECUALIKAN)
    content = {
        "form": form,
        "halaman": page,
        "orang": [_shown(one, exempt=exempt) for one in rows],
        "tersaring": any(asked.values()),
        "bisa_kecualikan": exempt,
    }
    return render(request, "portal/admin/orang.html", content, status=200 if form.is_valid() else 422)


def _number(asked: str | None, count: int) -> int:
    last = max(1, -(-count // PER_PAGE))
    return min(max(int(asked), 1), last) if asked and asked.isdecimal() and len(asked) < 9 else 1


def _shown(one: Tercatat, *, exempt: bool) -> dict[str, Any]:
    return {
        "orang": one,
        "nip": mask(one.nip) if one.nip else "",
        "url": alamat(one.orang_id),
        "url_sekolah": f"/sekolah/{name_of('sekolah', one.sekolah_id)}/" if one.sekolah_id else "",
        "url_kecualikan": f"/kecualikan/?orang={name_of('orang', one.orang_id)}" if exempt else "",
    }

"""Accounts that may be one person, side by side; a person decides, and can take it back."""

from __future__ import annotations

from typing import Any

import psycopg
from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from selaras.accounts.roles import Izin
from selaras.galat import DataError
from selaras.link import decisions
from selaras.link.selectors import accounts
from selaras.portal.admin.padan_sisi import berdampingan, sebab, sepihak, sistem
from selaras.portal.db import scope_of, scoped
from selaras.portal.ids import name_of, number_of
from selaras.portal.kerja import recorded

PER_PAGE = 10
DECIDED = 15
LONG = 300
ALREADY = "Pasangan ini sudah diputuskan; tidak ada yang ditulis dua kali."


class PutusanForm(forms.Form):
    """One decision on a pair. Whoever says that two are not one says why."""

    a = forms.CharField(widget=forms.HiddenInput)
    b = forms.CharField(widget=forms.HiddenInput)
    alasan = forms.CharField(
        label="Alasan", required=False, max_length=LONG, help_text="Wajib bila bukan orang yang sama."
    )
    putusan = forms.ChoiceField(choices=[("sama", "sama"), ("beda", "beda")], widget=forms.HiddenInput, required=True)

    def clean(self) -> dict[str, Any]:
        """Ask for the reason of a no."""
        if self.cleaned_data.get("putusan") == "beda" and not self.cleaned_data.get("alasan"):
            self.add_error("alasan", "Tulis alasannya, misalnya: NIK di KTP berbeda.")
        return dict(self.cleaned_data)


class BatalForm(forms.Form):
    """Taking a decision back."""

    nomor = forms.CharField(widget=forms.HiddenInput)
    alasan = forms.CharField(
        label="Alasan membatalkan", max_length=LONG, error_messages={"required": "Tulis mengapa keputusan dibatalkan."}
    )


@require_safe
def padan(request: HttpRequest) -> HttpResponse:
    """List the suggestions with both accounts, and the decisions in force."""
    scope = scope_of(request)
    scope.perlu(Izin.PADAN)
    with scoped(request) as connection:
        found = decisions.suggestions(connection, instansi=scope.instansi)
        made = decisions.decided(connection, instansi=scope.instansi)
        page = Paginator(found, PER_PAGE).get_page(request.GET.get("halaman"))
        pairs = _pairs(connection, page.object_list)
    made.reverse()
    done = Paginator(made, DECIDED).get_page(request.GET.get("keputusan"))
    content = {"halaman": page, "pasangan": pairs, "keputusan": done, "putusan": [_decided(one) for one in done]}
    return render(request, "portal/admin/padan.html", content)


@require_POST
def putuskan(request: HttpRequest) -> HttpResponse:
    """Decide one pair."""
    scope = scope_of(request)
    scope.perlu(Izin.PADAN)
    form = PutusanForm(request.POST)
    akun = (number_of("akun", request.POST.get("a", "")), number_of("akun", request.POST.get("b", "")))
    with scoped(request) as connection:
        found = decisions.suggestions(connection, instansi=scope.instansi)
        pair = next((one for one in found if (one["akun_a"], one["akun_b"]) == akun), None)
        shown = _pairs(connection, [pair])[0] if pair else None
    if shown is None:
        messages.info(request, ALREADY)
        return redirect("padan")
    if not form.is_valid():
        return render(request, "portal/admin/padan_satu.html", {"x": shown | {"form": form}}, status=422)
    same = form.cleaned_data["putusan"] == "sama"
    try:
        with recorded(request, "padan", proses=True) as (connection, _):
            decisions.decide(
                connection, instansi=scope.instansi, akun=akun, sama=same, oleh=scope.nama,
                alasan=form.cleaned_data["alasan"] or None,
            )  # fmt: skip
    except psycopg.errors.UniqueViolation:  # somebody decided the same pair in this very moment
        messages.info(request, ALREADY)
        return redirect("padan")
    words = "Dicatat: orang yang sama." if same else "Dicatat: bukan orang yang sama."
    messages.success(request, f"{words} Padanan dan kendala sedang dihitung ulang.")
    return redirect("padan")


@require_POST
def batal(request: HttpRequest) -> HttpResponse:
    """Take a decision back."""
    scope = scope_of(request)
    scope.perlu(Izin.PADAN)
    number = number_of("putusan", request.POST.get("nomor", ""))
    with scoped(request) as connection:
        made = next((d for d in decisions.decided(connection, instansi=scope.instansi) if d["nomor"] == number), None)
    if made is None:
        messages.info(request, "Keputusan itu sudah dibatalkan.")
        return redirect("padan")
    form = BatalForm(request.POST)
    if not form.is_valid():
        content = {"x": _decided(made) | {"form": form}}
        return render(request, "portal/admin/padan_batal.html", content, status=422)
    try:
        with recorded(request, "padan", proses=True) as (connection, _):
            decisions.undo(
                connection, instansi=scope.instansi, putusan=number, oleh=scope.nama, alasan=form.cleaned_data["alasan"]
            )
    except DataError:
        messages.info(request, "Keputusan itu sudah dibatalkan.")
        return redirect("padan")
    messages.success(request, "Keputusan dibatalkan; padanan sedang dihitung ulang.")
    return redirect("padan")


def _pairs(connection: psycopg.Connection[Any], found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    known = accounts(connection, akun=[one[side] for one in found for side in ("akun_a", "akun_b")])
    return [_pair(number, one, known) for number, one in enumerate(found, start=1)]


def _pair(number: int, one: dict[str, Any], known: dict[int, dict[str, Any]]) -> dict[str, Any]:
    a, b = known.get(one["akun_a"]), known.get(one["akun_b"])
    if a is None or b is None:
        raise Http404
    initial = {"a": name_of("akun", a["id"]), "b": name_of("akun", b["id"])}
    return {
        "nomor": number,
        "nama": a["nama"] or b["nama"] or "(tanpa nama)",
        "kiri": sistem(a),
        "kanan": sistem(b),
        "baris": berdampingan(a, b),
        "sepihak": sepihak(a, b),
        "sebab": sebab(one["penjelasan"]),
        "form": PutusanForm(initial=initial, auto_id=f"id_{number}_%s"),
    }


def _decided(one: dict[str, Any]) -> dict[str, Any]:
    number = one["nomor"]
    form = BatalForm(initial={"nomor": name_of("putusan", number)}, auto_id=f"id_b{number}_%s")
    return {
        **one,
        "kiri": sistem({"sistem": one["sistem_a"]}),
        "kanan": sistem({"sistem": one["sistem_b"]}),
        "form": form,
    }

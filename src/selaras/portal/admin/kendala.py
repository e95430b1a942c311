"""What stands in the way, by code: the repair that frees most teachers first, with its people and a message to send."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from selaras.documents.tindak_lanjut import langkah
from selaras.documents.tindak_lanjut.langkah import SEBUTAN, Siapa
from selaras.documents.tindak_lanjut.teks import aman
from selaras.monitoring.posisi import Kendala
from selaras.portal.admin.kendala_pesan import pesan
from selaras.portal.admin.rekap_gambar import PerKode, per_kode
from selaras.portal.admin.rekap_posisi import keseluruhan
from selaras.portal.guru.tautan import alamat
from selaras.portal.ids import name_of
from selaras.portal.kartu import sentences
from selaras.ui.keadaan import rupa

PER_PAGE = 25
LONG = 80
OWNERS = [("", "Siapa saja"), *((str(one), SEBUTAN.get(one, "Menunggu waktu")) for one in Siapa)]


class SaringForm(forms.Form):
    """What the list can be narrowed by; the codes are those that occur."""

    kode = forms.ChoiceField(label="Kode", required=False)
    siapa = forms.ChoiceField(label="Siapa bertindak", required=False, choices=OWNERS)
    sekolah = forms.CharField(label="Sekolah atau NPSN", required=False, max_length=LONG)

    def __init__(self, data: Any, codes: Sequence[PerKode]) -> None:
        """Offer the codes that occur."""
        super().__init__(data)
        self.fields["kode"].choices = [("", "Semua kode"), *((c.kode, f"{c.kode} {c.judul}") for c in codes)]


@require_safe
def kendala(request: HttpRequest) -> HttpResponse:
    """List the codes, each once, with what to do about it."""
    whole = keseluruhan(request)
    every = whole.posisi.kendala if whole else ()
    form = SaringForm(request.GET, sorted(per_kode(every), key=lambda row: row.kode))
    found = chosen(every, **form.cleaned_data) if form.is_valid() else []
    groups = per_kode(found)
    page = Paginator(groups, PER_PAGE).get_page(request.GET.get("halaman"))
    sample = {k.kode: k for k in reversed(found)}
    cards = [_group(row, sample[row.kode], request) for row in page.object_list]
    content = {
        "form": form, "halaman": page, "kartu": cards, "tersaring": any(form.cleaned_data.values()),
        "baris": len(found),
    }  # fmt: skip
    return render(request, "portal/admin/kendala.html", content, status=200 if form.is_valid() else 422)


@require_safe
def satu(request: HttpRequest, kode: str) -> HttpResponse:
    """Show the places and people of one code."""
    whole = keseluruhan(request)
    if whole is None:
        raise Http404
    every = [k for k in whole.posisi.kendala if k.kode == kode]
    if not every:
        raise Http404
    form = SaringForm(request.GET, ())
    form.fields["kode"].widget = forms.HiddenInput()
    del form.fields["kode"], form.fields["siapa"]
    asked = form.cleaned_data if form.is_valid() else {}
    found = chosen(every, **asked)
    found.sort(key=lambda k: (-k.membuka_jalan_bagi, k.sekolah or "", k.nama or ""))
    page = Paginator(found, PER_PAGE * 2).get_page(request.GET.get("halaman"))
    content = {
        "form": form,
        "ringkas": per_kode(every)[0],
        "contoh": every[0],
        "langkah": sentences(every[0].langkah),
        "halaman": page,
        "baris": [_line(k) for k in page.object_list],
        "pesan": pesan(whole.posisi, found),
    }
    return render(request, "portal/admin/kendala_satu.html", content, status=200 if form.is_valid() else 422)


def chosen(every: Sequence[Kendala], *, kode: str = "", siapa: str = "", sekolah: str = "") -> list[Kendala]:
    """Return the findings of a code, of whoever acts first, of schools with this in their name or as their NPSN."""
    part = sekolah.casefold()
    return [
        k
        for k in every
        if (not kode or k.kode == kode)
        and (not siapa or langkah.siapa(k) == siapa)
        and (not part or part in (k.sekolah or "").casefold() or part == k.npsn)
    ]


def _group(row: PerKode, k: Kendala, request: HttpRequest) -> dict[str, Any]:
    school = request.GET.urlencode() if request.GET.get("sekolah") else ""
    alone = row.baris == 1
    where = f"{row.baris} baris, {row.sekolah} sekolah" if row.sekolah else f"{row.baris} baris"
    return {
        "kode": row.kode,
        "judul": row.judul,
        "keadaan": row.keadaan,
        "nada": rupa(row.keadaan).nada,
        "sebab": aman(k.sebab) if alone else "",
        "langkah": sentences(k.langkah),
        "penanggung_jawab": row.penanggung_jawab,
        "di_mana": k.di_mana,
        "perkiraan_waktu": k.perkiraan_waktu,
        "membuka_jalan_bagi": row.membuka,
        "url": reverse("kendala_satu", args=[row.kode]) + (f"?{school}" if school else ""),
        "tombol": f"Buka {where}",
    }


def _people(k: Kendala) -> str:
    """Return where the people stand who are held by a finding that is about no single one."""
    return f"/orang/?{urlencode({'sekolah': k.npsn or '', 'kode': k.kode})}"


def _line(k: Kendala) -> dict[str, Any]:
    place = f"{k.berkas}{f', lembar {k.lembar}' if k.lembar else ''}, baris {k.baris}" if k.berkas and k.baris else ""
    return {
        "nama": aman(k.nama or ""),
        "url": alamat(k.orang_id) if k.orang_id else "",
        "sekolah": k.sekolah or "",
        "npsn": k.npsn or "",
        "url_sekolah": f"/sekolah/{name_of('sekolah', k.sekolah_id)}/" if k.sekolah_id else "",
        "periode": ", ".join(k.periode),
        "sebab": aman(k.sebab),
        "tempat": aman(place),
        "membuka": k.membuka_jalan_bagi,
        "url_orang": _people(k) if k.tingkat in ("sekolah", "instansi") and k.membuka_jalan_bagi else "",
        "sejak": k.sejak,
        "tingkat": k.tingkat,
    }

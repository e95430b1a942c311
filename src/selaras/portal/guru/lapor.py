"""Reporting what is wrong: said in one's own words, kept, and given back as a text ready to copy."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from selaras.documents.tindak_lanjut.langkah import Tahap, tahap
from selaras.ledger import catalogue
from selaras.monitoring.posisi import Kendala
from selaras.monitoring.selectors import kendala_list
from selaras.organisasi.selectors import Instansi, instansi_get
from selaras.portal.db import scoped
from selaras.portal.guru.kata import say
from selaras.portal.guru.orang import Dilihat, dilihat
from selaras.portal.guru.surat import TENTANG, penerima, surat, tertutup
from selaras.review.pernyataan import Apa, pernyataan_berlaku

_KIND = {Tahap.PERSIAPAN: "nilai", Tahap.IDENTITAS: "identitas", Tahap.VERIFIKASI: "nilai"}


class LaporForm(forms.Form):
    """What is wrong, and what it ought to be."""

    tentang = forms.ChoiceField(label="Yang keliru", choices=[(key, row[0]) for key, row in TENTANG.items()])
    isi = forms.CharField(
        label="Apa yang keliru, dan bagaimana seharusnya?",
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Jangan tulis NIP atau NIK lengkap; nomor panjang ditutup. Serahkan SK langsung kepada orangnya.",
    )
    kode = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_kode(self) -> str:
        """Drop a finding that does not exist: the report stands without it."""
        given: str = self.cleaned_data["kode"]
        return given if given in catalogue.texts() else ""


@require_http_methods(["GET", "HEAD", "POST"])
def lapor(request: HttpRequest) -> HttpResponse:
    """Take a report, and show those that still stand with the text for whoever can mend it."""
    who = dilihat(request, None)
    per = request.bingkai.data_per
    with scoped(request) as connection:
        instansi = instansi_get(connection)
        if instansi is None or per is None:
            raise Http404
        words = pernyataan_berlaku(connection, who.id, instansi.tahun).get(who.id, ())
        findings = kendala_list(connection, instansi=instansi, tahun=instansi.tahun, per=per, orang=who.id)
    form = LaporForm(request.POST) if request.method == "POST" else LaporForm(initial=_initial(request, findings))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        text = tertutup(f"{TENTANG[given['tentang']][0]}: {given['isi'].strip()}")
        say(request, who, Apa.LAPOR, instansi.tahun, kode=given["kode"] or None, isi=text)
        messages.success(request, f"Tercatat. Salin teksnya dan kirim kepada: {penerima(who, text, instansi)}.")
        return redirect("saya_lapor")
    reports = [w for w in words if w.apa == Apa.LAPOR and w.sendiri and w.isi]
    content: dict[str, Any] = {
        "form": form, "orang": who, "tab": who.tab("lapor"),
        "laporan": [_shown(w.isi or "", w.pada, w.id, who, instansi, per) for w in reversed(reports)],
    }  # fmt: skip
    return render(request, "portal/guru/lapor.html", content, status=422 if form.is_bound else 200)


def _shown(isi: str, pada: Any, number: int, who: Dilihat, instansi: Instansi, per: Any) -> dict[str, Any]:
    return {
        "id": f"surat-{number}", "pada": pada, "untuk": penerima(who, isi, instansi),
        "teks": surat(who, isi, instansi=instansi, per=per),
    }  # fmt: skip


def _initial(request: HttpRequest, findings: tuple[Kendala, ...]) -> dict[str, str]:
    """Begin with the finding that led here, or with the message that was not known."""
    kode = request.GET.get("kode", "")
    found = next((k for k in findings if k.kode == kode and k.tingkat == "orang"), None)
    if found is None:
        return {}
    return {"kode": kode, "tentang": _KIND.get(tahap(found), "lain"), "isi": f"{found.judul}. {found.sebab}\n"}

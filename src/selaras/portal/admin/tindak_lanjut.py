"""Who does what, per school: counts per step, the first step, a message to send, papers to hand out."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from selaras.accounts.roles import Izin
from selaras.documents.tindak_lanjut import halaman, hitung, sekolah, wa
from selaras.documents.tindak_lanjut.langkah import JUDUL_TAHAP, SEBUTAN, Tahap
from selaras.documents.tindak_lanjut.tugas import LangkahSekolah
from selaras.jobs.folder import Folder
from selaras.jobs.position import position
from selaras.monitoring.posisi import Posisi, Sekolah
from selaras.organisasi.selectors import instansi_get
from selaras.portal.admin.rekap_posisi import Keseluruhan, keseluruhan
from selaras.portal.admin.tindak_lanjut_berkas import berkas
from selaras.portal.admin.tindak_lanjut_status import StatusForm
from selaras.portal.db import scope_of, scoped
from selaras.portal.ids import name_of, number_of
from selaras.ui.grafik import Batang

PER_PAGE = 20
LONG = 80
WA = "https://wa.me/?text="


class CariForm(forms.Form):
    """Which schools."""

    sekolah = forms.CharField(label="Sekolah, NPSN, atau kecamatan", required=False, max_length=LONG)


@require_safe
def tindak_lanjut(request: HttpRequest) -> HttpResponse:
    """List the schools with what they do, those with most teachers left first."""
    scope_of(request).perlu(Izin.LIHAT_INSTANSI)
    form = CariForm(request.GET)
    whole = keseluruhan(request)
    if whole is None:
        return render(request, "portal/admin/tindak_lanjut.html", {"kosong": True})
    part = (form.cleaned_data["sekolah"] if form.is_valid() else "").casefold()
    found = [s for s in whole.posisi.sekolah if _fits(s, part)]
    found.sort(key=lambda s: (s.selesai - s.guru, s.nama))
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("halaman"))
    content = {
        "form": form,
        "halaman": page,
        "sekolah": [_row(whole, s) for s in page.object_list],
        "tenggat": whole.posisi.tenggat,
        "tersaring": bool(part),
        "status": StatusForm(),
        **berkas(request),
    }
    return render(request, "portal/admin/tindak_lanjut.html", content, status=200 if form.is_valid() else 422)


@require_safe
def satu(request: HttpRequest, nama: str) -> HttpResponse:
    """Show the page of one school as it is handed out, and the messages to send."""
    posisi, whole = _school(request, nama)
    s = posisi.sekolah[0]
    steps = whole.susunan.sekolah(s)
    content = {
        "isi": halaman.dari(posisi, steps),
        "pesan": messages_of(posisi),
        "url_pdf": reverse("tindak_lanjut_unduh", args=[nama, "pdf"]),
        "url_txt": reverse("tindak_lanjut_unduh", args=[nama, "txt"]),
        "url_sekolah": f"/sekolah/{nama}/",
        "tahap": _bars(hitung.per_tahap(whole.susunan, s)),
    }
    return render(request, "portal/admin/tindak_lanjut_satu.html", content)


@require_safe
def unduh(request: HttpRequest, nama: str, bentuk: str) -> HttpResponse:
    """Hand out the page of one school as PDF or text."""
    if bentuk not in ("pdf", "txt"):
        raise Http404
    posisi, _ = _school(request, nama)
    with tempfile.TemporaryDirectory() as folder:
        made = next(path for path in sekolah.tulis(posisi, Path(folder)) if path.suffix == f".{bentuk}")
        content = made.read_bytes()
    kind = "application/pdf" if bentuk == "pdf" else "text/plain; charset=utf-8"
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{made.name}"'
    return answer


def messages_of(posisi: Posisi) -> list[dict[str, Any]]:
    """Return the messages of a position of one school; a person opens the link and sends them himself."""
    own = [one for one in wa.pesan(posisi) if one.npsn]
    return [
        {"id": f"pesan-{number}", "kepada": one.kepada, "isi": one.isi, "url": WA + quote(one.isi)}
        for number, one in enumerate(own, start=1)
    ]


def _school(request: HttpRequest, nama: str) -> tuple[Posisi, Keseluruhan]:
    """Gather one school. Raises `Http404` when it is out of reach or has nobody."""
    scope = scope_of(request)
    scope.perlu(Izin.LIHAT_INSTANSI)
    number = number_of("sekolah", nama)
    request.tentang = {"sekolah": number}
    with scoped(request) as connection:
        instansi = instansi_get(connection)
        if instansi is None:
            raise Http404
        found = position(Folder(connection, instansi), tahun=instansi.tahun, sekolah=number)
    if not found.sekolah:
        raise Http404
    return found, Keseluruhan(found, {})


def _fits(s: Sekolah, part: str) -> bool:
    return not part or part in s.nama.casefold() or part == s.npsn or part in (s.kecamatan or "").casefold()


def _row(whole: Keseluruhan, s: Sekolah) -> dict[str, Any]:
    steps = whole.susunan.sekolah(s)
    counts = hitung.per_tahap(whole.susunan, s)
    return {
        "sekolah": s,
        "sisa": max(s.guru - s.selesai, 0),
        "tahap": [(JUDUL_TAHAP[t], n) for t, n in counts.items() if n],
        "pertama": _first(steps),
        "menit": steps.menit_kepala,
        "url": reverse("tindak_lanjut_satu", args=[name_of("sekolah", whole.sekolah[s.npsn])]),
    }


def _first(steps: LangkahSekolah) -> str:
    """Say what gets a school moving, in the words of the workbook."""
    if found := hitung.langkah_pertama(steps):
        short = found.aturan.singkat
        return f"{SEBUTAN[found.siapa]}: {short[:1].lower()}{short[1:]}"
    return "Selesai" if steps.sekolah.selesai >= steps.sekolah.guru else "Tidak ada; menunggu laporan berikutnya"


def _bars(counts: dict[Tahap, int]) -> list[Batang]:
    return [Batang(JUDUL_TAHAP[t], nilai=n) for t, n in counts.items()]

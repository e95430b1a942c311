"""All schools in reach: five steps each, red first, as one picture that can be passed on and as a table."""

from __future__ import annotations

from collections.abc import Sequence

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString

from selaras.accounts.roles import Izin
from selaras.documents.lima_langkah.cetak import cetak
from selaras.documents.lima_langkah.gambar import KOLOM, PALING_BANYAK, kata, svg
from selaras.documents.tindak_lanjut.lima import Status
from selaras.organisasi.selectors import Instansi, instansi_get
from selaras.portal.db import scope_of, scoped
from selaras.portal.kepala.tempat import alamat
from selaras.portal.pengawas.baca import Sekolah, picture, schools

PER_PAGE = 25
NADA = {Status.TERTAHAN: "tahan", Status.BERIKUTNYA: "aksi", Status.BELUM: "diam", Status.SELESAI: "baik"}
IKON = {
    Status.TERTAHAN: "lock", Status.BERIKUTNYA: "pointer", Status.BELUM: "circle", Status.SELESAI: "circle-check",
}  # fmt: skip
BENTUK = {"svg": "image/svg+xml", "png": "image/png", "pdf": "application/pdf"}


class SaringForm(forms.Form):
    """What narrows the list; nothing of it is required."""

    cari = forms.CharField(label="Nama sekolah, NPSN, atau kecamatan", required=False, max_length=80)
    posisi = forms.ChoiceField(
        label="Posisi",
        required=False,
        choices=[
            ("", "Semua"),
            (str(Status.TERTAHAN), "Ada yang tertahan"),
            (str(Status.BERIKUTNYA), "Ada yang perlu dikerjakan sekolah"),
            (str(Status.SELESAI), "Sudah selesai"),
        ],
    )

    def pick(self, found: Sequence[Sekolah]) -> list[Sekolah]:
        """Return the schools that fit; a wrong choice narrows nothing."""
        if not self.is_valid():
            return list(found)
        words, wanted = self.cleaned_data["cari"].casefold().split(), self.cleaned_data["posisi"]
        return [
            one
            for one in found
            if all(_holds(one, word) for word in words)
            and (not wanted or (any(step.status == wanted for step in one.langkah) and _whole(one, wanted)))
        ]


def daftar(request: HttpRequest) -> HttpResponse:
    """Show the schools in reach, red first, as one picture and as a paged table."""
    found, instansi = _read(request)
    form = SaringForm(request.GET)
    chosen = form.pick(found)
    head, rows = picture(chosen, instansi, request.bingkai)
    page = Paginator(chosen, PER_PAGE).get_page(request.GET.get("halaman"))
    content = {
        "ada": bool(found),
        "jumlah": len(chosen),
        "semua": len(found),
        "form": form,
        "gambar": SafeString(svg(head, rows)),
        "paling_banyak": PALING_BANYAK,
        "halaman": page,
        "langkah": list(KOLOM.values()),
        "sekolah": [_row(one) for one in page.object_list],
        "saring": request.GET.urlencode(),
        "disaring": any(request.GET.get(name) for name in form.fields),
    }
    return render(request, "portal/pengawas/sekolah.html", content)


def gambar(request: HttpRequest, bentuk: str) -> HttpResponse:
    """Hand out the picture as SVG, PNG or PDF; it follows the filter of the page."""
    if bentuk not in BENTUK:
        raise Http404
    found, instansi = _read(request)
    head, rows = picture(SaringForm(request.GET).pick(found), instansi, request.bingkai)
    drawn = svg(head, rows)
    body = drawn.encode() if bentuk == "svg" else cetak(drawn, "png" if bentuk == "png" else "pdf")
    answer = HttpResponse(body, content_type=BENTUK[bentuk])
    day = request.bingkai.data_per
    answer.headers["Content-Disposition"] = f'attachment; filename="lima-langkah-{day or instansi.tahun}.{bentuk}"'
    return answer


def _read(request: HttpRequest) -> tuple[list[Sekolah], Instansi]:
    scope = scope_of(request)
    scope.perlu(Izin.LIHAT_SEKOLAH)
    with scoped(request) as connection:
        instansi = instansi_get(connection)
        if instansi is None:
            raise Http404
        found = schools(connection, instansi)
    if not scope.semua:  # somebody who also works at a school sees himself there; it is none of his schools
        found = [one for one in found if one.id in scope.sekolah]
    return found, instansi


def _holds(one: Sekolah, word: str) -> bool:
    """Say whether a word fits; a short number is looked for in the name only (SDN 2), not in every NPSN."""
    return word in f"{one.nama} {one.kecamatan or ''}".casefold() or (len(word) >= 4 and word in one.npsn)


def _whole(one: Sekolah, wanted: str) -> bool:
    return wanted != Status.SELESAI or one.status is Status.SELESAI


def _row(one: Sekolah) -> dict[str, object]:
    cells = [
        {"kolom": KOLOM[step.tahap], "kata": kata(step), "nada": NADA[step.status], "ikon": IKON[step.status]}
        for step in one.langkah
    ]
    return {"s": one, "url": alamat(one.id), "sel": cells}

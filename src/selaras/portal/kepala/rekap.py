"""The recap of a school: a page to print, and the same steps as the PDF of the papers."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from selaras.documents.tindak_lanjut import sekolah as papers
from selaras.documents.tindak_lanjut.berkas import nama_berkas
from selaras.documents.tindak_lanjut.giliran import Giliran, giliran, kalimat
from selaras.documents.tindak_lanjut.langkah import SEBUTAN, aturan_kode
from selaras.documents.tindak_lanjut.lima import lima
from selaras.monitoring.langkah import Kedudukan, kedudukan
from selaras.portal.db import scope_of, scoped
from selaras.portal.kepala.isi import hitung
from selaras.portal.kepala.tempat import alamat, nama_of, sekolah_of
from selaras.portal.posisi import position_of


def rekap(request: HttpRequest, nama: str = "") -> HttpResponse:
    """Show everybody of a school with the next step and whose it is."""
    sekolah = sekolah_of(request, nama)
    with scoped(request) as connection:
        name = nama_of(connection, sekolah)
        posisi = position_of(connection, request, sekolah=sekolah)
        found = (
            kedudukan(connection, instansi=scope_of(request).instansi, tahun=posisi.tahun, sekolah=sekolah)
            if posisi
            else []
        )
    writes = posisi is not None and not posisi.hanya_baca
    content = {
        "nama": name,
        "ringkas": kalimat(hitung(found, menulis=writes)),
        "baris": [_row(o, writes=writes) for o in found],
        "pdf": alamat(sekolah, "rekap.pdf"),
    }
    return render(request, "portal/kepala/rekap.html", content)


def pdf(request: HttpRequest, nama: str = "") -> HttpResponse:
    """Hand out the steps of a school as PDF."""
    sekolah = sekolah_of(request, nama)
    with scoped(request) as connection:
        posisi = position_of(connection, request, sekolah=sekolah)
    if posisi is None or not posisi.sekolah:
        raise Http404
    (school,) = posisi.sekolah
    answer = HttpResponse(papers.pdf(posisi, school), content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'attachment; filename="{nama_berkas(posisi.sekolah)[school.npsn]}.pdf"'
    return answer


def _row(o: Kedudukan, *, writes: bool) -> dict[str, Any]:
    steps = lima(o.kode, kepala=o.kepala, lengkap=o.lengkap)
    first = next((step for step in steps if step.kode), None)
    rule = aturan_kode(first.kode[0], kepala=o.kepala)[0] if first else None
    stands = giliran(o.kode, kepala=o.kepala, lengkap=o.lengkap, menulis=writes)
    return {
        "nama": o.nama or "(sudah pindah)",
        "kepala": o.kepala,
        "selesai": o.selesai,
        "isian": o.isian,
        "keadaan": str(stands).capitalize(),
        "berikut": rule.singkat if rule else "",
        "siapa": SEBUTAN.get(first.siapa[0], "") if first and stands is not Giliran.SELESAI else "",
    }

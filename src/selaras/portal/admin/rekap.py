"""The rekap: how many entries in which state, per school and per code, as picture, numbers and workbook."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from selaras.accounts.roles import Izin
from selaras.documents import rekap as kertas
from selaras.ledger.balance import balance
from selaras.ledger.keadaan import WORDS
from selaras.portal.admin.rekap_gambar import per_keadaan, per_kode
from selaras.portal.admin.rekap_posisi import keseluruhan
from selaras.portal.db import scope_of, scoped
from selaras.portal.ids import name_of
from selaras.ui.grafik import Batang

PER_PAGE = 25
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def rekap(request: HttpRequest) -> HttpResponse:
    """Show the balance and where it comes from."""
    whole = keseluruhan(request)
    if whole is None:
        return render(request, "portal/admin/rekap.html")
    p = whole.posisi
    with scoped(request) as connection:
        books = balance(connection, instansi=scope_of(request).instansi, tahun=p.tahun)
    schools = sorted(p.sekolah, key=lambda s: (s.selesai - s.guru, s.nama))
    page = Paginator(schools, PER_PAGE).get_page(request.GET.get("halaman"))
    content = {
        "posisi": p,
        "buku": books,
        "keadaan": per_keadaan(p.keadaan),
        "baris_keadaan": [(WORDS[name], n) for name, n in p.keadaan.items()],
        "kode": per_kode(p.kendala),
        "halaman": page,
        "sekolah": [
            Batang(s.nama, bagian=tuple((k, n) for k, n in s.keadaan.items() if n), url=_url(whole.sekolah[s.npsn]))
            for s in page.object_list
        ],
    }
    return render(request, "portal/admin/rekap.html", content)


@require_safe
def unduh(request: HttpRequest) -> HttpResponse:
    """Hand out the rekap as a workbook; it names schools and no person."""
    scope_of(request).perlu(Izin.LIHAT_INSTANSI)
    whole = keseluruhan(request)
    if whole is None:
        raise Http404
    kinds = [(row.kode, row.judul, WORDS[row.keadaan], row.penanggung_jawab, row.baris, row.sekolah, row.membuka)
             for row in per_kode(whole.posisi.kendala)]  # fmt: skip
    name = f"rekap-{whole.posisi.data_per:%Y-%m-%d}.xlsx"
    answer = HttpResponse(kertas.susun(whole.posisi, kinds), content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _url(sekolah: int) -> str:
    return f"/sekolah/{name_of('sekolah', sekolah)}/"

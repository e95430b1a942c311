"""The pages about schools: one school for those who have one, all of them for those who look after many."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from selaras.accounts.roles import Izin
from selaras.documents.tindak_lanjut.langkah import Siapa
from selaras.documents.tindak_lanjut.susun import Susunan
from selaras.monitoring.people import people
from selaras.monitoring.selectors import sekolah_list
from selaras.organisasi.selectors import instansi_get
from selaras.portal.db import scope_of, scoped
from selaras.portal.ids import name_of, number_of
from selaras.portal.posisi import position_of
from selaras.ui.grafik import Batang

GROUPS = (
    (Siapa.KEPALA, "Bapak/Ibu kepala sekolah lakukan"),
    (Siapa.GURU, "Guru lakukan"),
    (Siapa.OPERATOR, "Operator lakukan"),
)


def sekolahku(request: HttpRequest) -> HttpResponse:
    """Show the school of whoever has one."""
    scope = scope_of(request)
    if len(scope.sekolah) != 1:
        raise Http404
    return _page(request, scope.sekolah[0])


def satu(request: HttpRequest, nama: str) -> HttpResponse:
    """Show a school that is named in the address."""
    return _page(request, number_of("sekolah", nama))


def daftar(request: HttpRequest) -> HttpResponse:
    """Show all schools in reach, those with most open work first, as one picture and as a table."""
    scope = scope_of(request)
    scope.perlu(Izin.LIHAT_SEKOLAH)
    with scoped(request) as connection:
        instansi = instansi_get(connection)
        if instansi is None:
            raise Http404
        found = sekolah_list(connection, instansi=instansi.id, tahun=instansi.tahun)
        numbers = dict(connection.execute("SELECT npsn, id FROM sekolah").fetchall())
    rows = sorted(found, key=lambda s: (s.selesai / s.guru if s.guru else 1, s.nama))
    shown = [
        {"sekolah": s, "url": f"/sekolah/{name_of('sekolah', numbers[s.npsn])}/", "sisa": s.guru - s.selesai}
        for s in rows
    ]
    bars = [Batang(s.nama, bagian=tuple((name, n) for name, n in s.keadaan.items() if n)) for s in rows[:30]]
    return render(request, "portal/daftar_sekolah.html", {"sekolah": shown, "batang": bars})


def _page(request: HttpRequest, sekolah: int) -> HttpResponse:
    scope = scope_of(request)
    scope.perlu(Izin.LIHAT_SEKOLAH, sekolah=sekolah)
    request.tentang = {"sekolah": sekolah}
    with scoped(request) as connection:
        posisi = position_of(connection, request, sekolah=sekolah)
        if posisi is None or not posisi.sekolah:
            raise Http404
        staff = people(connection, sekolah=sekolah, tahun=posisi.tahun)
    steps = Susunan(posisi).sekolah(posisi.sekolah[0])
    groups = [(title, steps.milik(who)) for who, title in GROUPS]
    return render(
        request,
        "portal/sekolah.html",
        {"sekolah": posisi.sekolah[0], "kelompok": groups, "ditunggu": steps.menunggu_lain, "guru": staff},
    )

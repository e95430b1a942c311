"""All schools in reach: those with most open work first, as one picture and as a table."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from selaras.accounts.roles import Izin
from selaras.monitoring.selectors import sekolah_list
from selaras.organisasi.selectors import instansi_get
from selaras.portal.db import scope_of, scoped
from selaras.portal.ids import name_of
from selaras.ui.grafik import Batang


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
    return render(request, "portal/pengawas/sekolah.html", {"sekolah": shown, "batang": bars})

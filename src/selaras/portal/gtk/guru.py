"""Whom an account rates at a school in the chosen period, and what each still needs."""

from __future__ import annotations

from dataclasses import dataclass

import psycopg
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from selaras.accounts.roles import Izin, Jenis
from selaras.galat import Forbidden
from selaras.kinerja import predikat
from selaras.pmm import selectors
from selaras.pmm.kosakata import Nilai
from selaras.portal.db import scoped
from selaras.portal.gtk.ruang import Ruang, akun_saya, di_ruang, halaman, wajib_akun
from selaras.portal.ids import name_of, number_of

PENILAI = (Jenis.KEPALA, Jenis.ADMIN_DINAS)  # who rates: a head his teachers, the dinas the heads


@dataclass(frozen=True, slots=True)
class Tempat:
    """The school that a page is about."""

    id: int
    npsn: str
    nama: str

    @property
    def tanya(self) -> str:
        """Return what an address needs to lead back here."""
        return f"?sekolah={name_of('sekolah', self.id)}"


def wajib_tempat(connection: psycopg.Connection, request: HttpRequest, ruang: Ruang) -> Tempat:
    """Return the school of a head, or the one that the dinas has chosen. Raises `Http404` for any other."""
    scope = ruang.scope
    if scope.jenis not in PENILAI:
        raise Forbidden("Halaman ini untuk yang menilai.", langkah="Ganti peran.")
    name = request.GET.get("sekolah", "")
    if name:
        number = number_of("sekolah", name)
    elif len(scope.sekolah) == 1:
        number = scope.sekolah[0]
    else:
        raise Http404
    scope.perlu(Izin.LIHAT_SEKOLAH, sekolah=number)
    request.tentang = {"sekolah": number}
    row = connection.execute("SELECT npsn, coalesce(nama, npsn) FROM sekolah WHERE id = %s", (number,)).fetchone()
    if row is None:
        raise Http404
    return Tempat(number, *row)


@require_safe
@di_ruang
def guru(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Show the list."""
    return tampil(request, ruang)


def tampil(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Render the list; a head without an account is told whom to ask."""
    with scoped(request) as connection:
        tempat = wajib_tempat(connection, request, ruang)
        if ruang.scope.jenis is Jenis.KEPALA and akun_saya(connection) is None:
            return halaman(request, ruang, "tanpa_akun", {})
        oleh = wajib_akun(connection, ruang, menilai=True)
        daftar = selectors.daftar_guru(
            connection, instansi=ruang.id, oleh=oleh, npsn=tempat.npsn, tahun=ruang.periode.tahun,
            slot=ruang.periode.slot,
        )  # fmt: skip
    rows = [
        {"baris": one, "predikat": predikat.NAMA.get(one.predikat or 0, ""), "terkirim": one.nilai == Nilai.TERKIRIM}
        for one in daftar.baris
    ]
    content = {
        "tempat": tempat, "daftar": daftar, "baris": rows, "total": len(rows),
        "terbuka": [row for row in rows if not row["terkirim"]], "selesai": [row for row in rows if row["terkirim"]],
        "bisa_dinilai": sum(one.bisa_dinilai for one in daftar.baris),
        "bisa_dikirim": any(one.hasil is not None and one.nilai != Nilai.TERKIRIM for one in daftar.baris),
    }  # fmt: skip
    return halaman(request, ruang, "guru", content)

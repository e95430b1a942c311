"""Unor: the tree, which units are active, and which unit is which school by its NPSN."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from selaras.accounts.roles import Izin
from selaras.ekinerja import selectors_halaman as baca
from selaras.ekinerja import services
from selaras.galat import DataError
from selaras.kinerja import npsn as nomor_npsn
from selaras.portal.db import scoped
from selaras.portal.ekinerja.ruang import Dalam, halaman, potong, teks
from selaras.portal.kerja import recorded

HANYA = (("", "Semua"), ("belum", "Belum padan dengan NPSN"), ("mati", "Tidak aktif"))


@halaman(Izin.EKINERJA, kirim=True)
def unor(request: HttpRequest, di: Dalam) -> HttpResponse:
    """List the units; match one with a school, switch one on or off."""
    if request.method == "POST":
        return _change(request, di)
    cari, hanya = teks(request, "cari"), teks(request, "hanya")
    with scoped(request) as connection:
        rows, page = potong(
            request, lambda n: baca.unor_cari(connection, instansi=di.id, cari=cari, hanya=hanya, halaman=n)
        )
    content = {"baris": rows, "halaman": page, "cari": cari, "hanya": hanya, "pilihan": HANYA}
    return render(request, "portal/ekinerja/admin_unor.html", content)


def _change(request: HttpRequest, di: Dalam) -> HttpResponse:
    unit, aksi = request.POST.get("id", "").replace("\x00", ""), request.POST.get("aksi")
    if aksi not in ("padankan", "aktifkan", "nonaktifkan"):
        raise Http404
    try:
        with recorded(request, f"e-kinerja: {aksi} unor", amati=True) as (connection, _):
            if aksi == "padankan":
                npsn = _npsn(request.POST.get("npsn", ""))
                services.unor_padankan(connection, instansi=di.id, id=unit, npsn=npsn)
            else:
                services.unor_aktifkan(connection, instansi=di.id, id=unit, aktif=aksi == "aktifkan")
    except DataError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "Unor diperbarui.")
    return redirect(f"{request.path}?{query}" if (query := request.META.get("QUERY_STRING", "")) else request.path)


def _npsn(text: str) -> str | None:
    """Return an NPSN, None for an empty field (untied). Raises `DataError` for anything else."""
    if not text.strip():
        return None
    if not nomor_npsn.is_valid(text):
        raise DataError("NPSN harus 8 angka.")
    return nomor_npsn.compact(text)

"""The sync of SKP: with the range that the person chooses, plain or with rotation."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from selaras.accounts.roles import Izin
from selaras.galat import Stop
from selaras.pmm.selectors_bahan import bahan
from selaras.portal.db import owner, scoped
from selaras.portal.ekinerja.formulir import RentangForm
from selaras.portal.ekinerja.jembatan import Hasil, sinkron_skp
from selaras.portal.ekinerja.operasi_skp import agreed
from selaras.portal.ekinerja.ruang import Dalam, diri, halaman
from selaras.portal.kerja import recorded


@halaman(Izin.LIHAT_DIRI, kirim=True)
def sinkron(request: HttpRequest, di: Dalam) -> HttpResponse:
    """Sinkron SKP PMM / Ruang GTK."""
    return _press(request, di, rotasi=False)


@halaman(Izin.LIHAT_DIRI, kirim=True)
def rotasi(request: HttpRequest, di: Dalam) -> HttpResponse:
    """Sinkron Data SKP dengan Rotasi: the schools concerned are listed first."""
    return _press(request, di, rotasi=True)


def tell(request: HttpRequest, hasil: Hasil) -> None:
    """Give the outcome in the words of the real pop-up."""
    if hasil.ditolak:
        messages.error(request, hasil.pesan)
    elif hasil.baru:
        messages.success(request, hasil.pesan)
    else:
        messages.info(request, hasil.pesan)


def _press(request: HttpRequest, di: Dalam, *, rotasi: bool) -> HttpResponse:
    nip = _nip(request)
    form = RentangForm(request.POST if request.method == "POST" else None, tahun=di.tahun)
    if form.is_bound and form.is_valid():
        try:
            with recorded(request, "e-kinerja: sinkron skp", amati=True) as (connection, _):
                hasil = sinkron_skp(connection, instansi=di.id, nip=nip, tahun=di.tahun, rotasi=rotasi)
        except Stop as error:
            form.add_error(None, error.kalimat)
        else:
            tell(request, hasil)
            return redirect("ek-skp-saya")
    content = {"form": form, "rotasi": rotasi, "rencana": _plans(di, nip), "tahun": di.tahun}
    return render(request, "portal/ekinerja/sinkron.html", content, status=422 if form.is_bound else 200)


def _nip(request: HttpRequest) -> str:
    """Return the NIP of whoever presses; it must be the one of his account in e-Kinerja."""
    with scoped(request) as connection:
        siapa = diri(connection)
    if not siapa.pegawai:
        raise Http404
    return siapa.nip[0]


def _plans(di: Dalam, nip: str) -> list[dict[str, object]]:
    with owner() as connection:
        return agreed(bahan(connection, instansi=di.id, nip=[nip], tahun=di.tahun).get(nip))

"""One SKP: its RHK, targets, what came of them; the ratings of each period; what the superior decides."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from selaras.accounts.roles import Izin
from selaras.ekinerja import selectors_halaman as baca
from selaras.ekinerja import services
from selaras.ekinerja.selectors_halaman import Row
from selaras.galat import DataError, SelarasError
from selaras.kinerja import predikat, rating
from selaras.portal.db import owner, scoped
from selaras.portal.ekinerja.formulir import RealisasiForm
from selaras.portal.ekinerja.jembatan_nilai import Periode, periode_setahun, sinkro_penilaian
from selaras.portal.ekinerja.ruang import Dalam, diri, halaman
from selaras.portal.ekinerja.sinkron import tell
from selaras.portal.kerja import recorded

SEMESTER = "semester_untuk_triwulan"  # in instansi.pengaturan, as `link` reads it


@halaman(Izin.LIHAT_DIRI, kirim=True)
def satu(request: HttpRequest, di: Dalam, skp: UUID) -> HttpResponse:
    """Show an SKP; its owner says what came of an RHK."""
    found, mine = lihat(request, di, skp)
    form = RealisasiForm(request.POST if request.method == "POST" else None, skp=found) if mine else None
    if request.method == "POST":
        if form is None:
            raise Http404
        if form.is_valid():
            return _isi(request, di, found, form)
    content = {"skp": found, "milik": mine, "form": form, "boleh_memutus": not mine and _atasan(di)}
    return render(request, "portal/ekinerja/skp.html", content, status=422 if form and form.is_bound else 200)


@halaman(Izin.LIHAT_DIRI, kirim=True)
def penilaian(request: HttpRequest, di: Dalam, skp: UUID) -> HttpResponse:
    """Show the ratings of an SKP; Sinkro Penilaian takes over what PMM has sent."""
    found, mine = lihat(request, di, skp)
    with owner() as connection:
        kalender = periode_setahun(
            connection, instansi=di.id, tahun=found["tahun"], tipe_biasa=di.instansi.tipe_periodik
        )
    if request.method == "POST":
        return _sinkro(request, di, found, mine=mine)
    content = {"skp": found, "milik": mine, "kalender": kalender, "tombol": mine and _button(found, kalender)}
    content["boleh_kunci"] = not mine and di.scope.boleh(Izin.KUNCI_LAPORAN)
    return render(request, "portal/ekinerja/penilaian.html", content)


@halaman(Izin.SETUJUI, kirim=True, baca=False)
def putusan(request: HttpRequest, di: Dalam, skp: UUID) -> HttpResponse:
    """Let the superior agree to an SKP, or give it back."""
    found, mine = lihat(request, di, skp)
    if mine or not _atasan(di):
        raise Http404
    decide = {"setujui": services.skp_setujui, "kembalikan": services.skp_kembalikan}.get(request.POST.get("aksi", ""))
    if decide is None:
        raise Http404
    try:
        with recorded(request, "e-kinerja: putusan skp", amati=True) as (connection, _):
            decide(connection, instansi=di.id, skp_id=str(found["id"]))
    except SelarasError as error:
        messages.error(request, str(error))
    else:
        words = "SKP disetujui." if decide is services.skp_setujui else "SKP dikembalikan kepada pegawai."
        messages.success(request, words)
    return redirect("ek-bawahan")


def lihat(request: HttpRequest, di: Dalam, skp: UUID) -> tuple[Row, bool]:
    """Return an SKP that this role sees, and whether it is one's own. Raises `Http404` for any other."""
    with scoped(request) as connection:
        siapa = diri(connection)
        found = baca.skp_satu(connection, instansi=di.id, skp=skp)
    if found is None:
        raise Http404
    for line in found["penilaian"]:
        line["hasil_nama"] = rating.nama(line["hasil_kerja"]) if line["hasil_kerja"] else None
        line["perilaku_nama"] = rating.nama(line["perilaku_kerja"]) if line["perilaku_kerja"] else None
        line["predikat_nama"] = predikat.nama(line["predikat"]) if line["predikat"] else None
    return found, found["pegawai_id"] in siapa.pegawai


def _atasan(di: Dalam) -> bool:
    return di.scope.boleh(Izin.SETUJUI) and not di.scope.semua


def _button(skp: Row, kalender: Periode) -> bool:
    return kalender.siap and skp["status"] == "persetujuan" and not skp["plt"]


def _sinkro(request: HttpRequest, di: Dalam, skp: Row, *, mine: bool) -> HttpResponse:
    if not mine:
        raise Http404
    with recorded(request, "e-kinerja: sinkro penilaian", amati=True) as (connection, _):
        told = sinkro_penilaian(
            connection, instansi=di.id, nip=[skp["nip"]], tahun=skp["tahun"], tipe_biasa=di.instansi.tipe_periodik,
            semester=bool(di.instansi.pengaturan.get(SEMESTER)),
        )  # fmt: skip
    tell(request, told[skp["nip"]])
    return redirect("ek-penilaian", skp=skp["id"])


def _isi(request: HttpRequest, di: Dalam, skp: Row, form: RealisasiForm) -> HttpResponse:
    given = form.cleaned_data
    place = {"instansi": di.id, "rhk_id": given["rhk"], "periode_id": given["periode"]}
    try:
        with recorded(request, "e-kinerja: realisasi") as (connection, _):
            if given["realisasi"]:
                services.realisasi_isi(connection, **place, realisasi=given["realisasi"])
            if given["tautan"]:
                services.bukti_tambah(connection, **place, judul=given["judul"], tautan=given["tautan"])
    except (DataError, SelarasError) as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "Realisasi tersimpan.")
    return redirect("ek-skp", skp=skp["id"])

"""Log Sinkronisasi: what was refused and why; and Sinkro Penilaian by the admin, for one or for all on the page."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from selaras.accounts.roles import Izin
from selaras.ekinerja import selectors_halaman as baca
from selaras.portal.db import scoped
from selaras.portal.ekinerja.arti import arti
from selaras.portal.ekinerja.jembatan_nilai import periode_setahun, sinkro_penilaian
from selaras.portal.ekinerja.ruang import Dalam, halaman, potong, teks
from selaras.portal.ekinerja.skp import SEMESTER
from selaras.portal.kerja import recorded

HASIL = (("ditolak", "Ditolak"), ("diterima", "Berhasil"), ("bentrok", "Data berubah"), ("", "Semua"))
JENIS = (("", "Semua"), ("skp", "SKP"), ("penilaian", "Penilaian"))


@halaman(Izin.EKINERJA)
def log(request: HttpRequest, di: Dalam) -> HttpResponse:
    """Show the log; like the real one only refusals, unless asked otherwise."""
    cari, jenis = teks(request, "cari"), teks(request, "jenis")
    hasil = teks(request, "hasil") if "hasil" in request.GET else "ditolak"
    with scoped(request) as connection:
        rows, page = potong(
            request,
            lambda n: baca.log_cari(
                connection, instansi=di.id, tahun=di.tahun, cari=cari, hasil=hasil, jenis=jenis, halaman=n
            ),
        )
    for row in rows:
        row["arti"] = arti(row["kode"])
    content = {"baris": rows, "halaman": page, "cari": cari, "hasil": hasil, "jenis": jenis, "tahun": di.tahun}
    return render(request, "portal/ekinerja/admin_log.html", content | {"pilihan_hasil": HASIL, "pilihan_jenis": JENIS})


@halaman(Izin.EKINERJA, kirim=True)
def sinkro(request: HttpRequest, di: Dalam) -> HttpResponse:
    """List employees whose SKP was synced; press Sinkro Penilaian for one, or for all on the page."""
    if request.method == "POST":
        return _press(request, di)
    cari, semua = teks(request, "cari"), teks(request, "semua") == "1"
    with scoped(request) as connection:
        kalender = periode_setahun(connection, instansi=di.id, tahun=di.tahun, tipe_biasa=di.instansi.tipe_periodik)
        rows, page = potong(
            request,
            lambda n: baca.siap_sinkro(
                connection, instansi=di.id, tahun=di.tahun, slot=len(kalender.ada), kurang=not semua, cari=cari,
                halaman=n,
            ),
        )  # fmt: skip
    content = {"baris": rows, "halaman": page, "cari": cari, "semua": semua, "kalender": kalender, "tahun": di.tahun}
    return render(request, "portal/ekinerja/admin_sinkro.html", content)


def _press(request: HttpRequest, di: Dalam) -> HttpResponse:
    nips = _nips(request, di)
    with recorded(request, "e-kinerja: sinkro penilaian", amati=True) as (connection, _):
        told = sinkro_penilaian(
            connection, instansi=di.id, nip=nips, tahun=di.tahun, tipe_biasa=di.instansi.tipe_periodik,
            semester=bool(di.instansi.pengaturan.get(SEMESTER)),
        )  # fmt: skip
    done = sum(bool(one.baru) and not one.ditolak for one in told.values())
    refused = [one for one in told.values() if one.ditolak]
    same = len(told) - done - len(refused)
    messages.success(request, f"{done} pegawai tersinkron, {same} tanpa data baru, {len(refused)} ditolak.")
    for words in dict.fromkeys(one.pesan for one in refused):
        messages.error(request, f"{words} ({sum(one.pesan == words for one in refused)} pegawai)")
    return redirect("ek-sinkro")


def _nips(request: HttpRequest, di: Dalam) -> list[str]:
    """Return the NIP of the people whom the form names, as far as this role sees them. Raises `Http404` for none."""
    try:
        wanted = [UUID(text) for text in request.POST.getlist("pegawai")[: baca.SEBANYAK]]
    except ValueError:
        raise Http404 from None
    with scoped(request) as connection:
        rows = connection.execute(
            "SELECT nip FROM ek_pegawai WHERE instansi_id = %s AND id = ANY(%s)", (di.id, wanted)
        ).fetchall()
    if not rows:
        raise Http404
    return [row[0] for row in rows]

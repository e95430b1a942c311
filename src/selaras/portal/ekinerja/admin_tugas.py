"""PLT/PLH: who heads a school by decree."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from selaras.accounts.roles import Izin
from selaras.config.clock import today
from selaras.ekinerja import selectors_halaman as baca
from selaras.ekinerja.services_tugas import tugas_akhiri, tugas_simpan
from selaras.galat import DataError
from selaras.portal.db import scoped
from selaras.portal.ekinerja.formulir import TugasForm
from selaras.portal.ekinerja.ruang import Dalam, halaman
from selaras.portal.kerja import recorded


@halaman(Izin.EKINERJA, kirim=True)
def plt(request: HttpRequest, di: Dalam) -> HttpResponse:
    """List acting heads; record one, or let one end today."""
    form = TugasForm(request.POST if request.POST.get("aksi") == "tambah" else None)
    if request.method == "POST" and not form.is_bound:
        return _end(request, di)
    if form.is_bound and form.is_valid() and _add(request, di, form):
        return redirect("ek-plt")
    with scoped(request) as connection:
        rows = baca.tugas(connection, instansi=di.id, hari=today())
    content = {"baris": rows, "form": form}
    return render(request, "portal/ekinerja/admin_plt.html", content, status=422 if form.is_bound else 200)


def _add(request: HttpRequest, di: Dalam, form: TugasForm) -> bool:
    given = dict(form.cleaned_data)
    npsn = given.pop("unor")
    try:
        with recorded(request, "e-kinerja: plt/plh") as (connection, _):
            row = connection.execute(
                "SELECT id FROM ek_unor WHERE instansi_id = %s AND npsn = %s AND aktif", (di.id, npsn)
            ).fetchone()
            if row is None:
                form.add_error("unor", "Tidak ada unor aktif yang padan dengan NPSN ini.")
                return False
            tugas_simpan(connection, instansi=di.id, unor_id=row[0], **given)
    except DataError as error:
        form.add_error("nip" if "egawai" in error.kalimat else "mulai", str(error))
        return False
    messages.success(request, "Plt./Plh. tercatat.")
    return True


def _end(request: HttpRequest, di: Dalam) -> HttpResponse:
    try:
        wanted = UUID(request.POST.get("id", ""))
    except ValueError:
        raise Http404 from None
    try:
        with recorded(request, "e-kinerja: akhiri plt/plh") as (connection, _):
            tugas_akhiri(connection, instansi=di.id, id=wanted, selesai=today())
    except DataError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "Tugas Plt./Plh. diakhiri hari ini.")
    return redirect("ek-plt")

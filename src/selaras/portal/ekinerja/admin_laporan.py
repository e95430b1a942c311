"""Reports as workbooks in the layout of the real exports: small ones at once, large ones are made by a worker."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from selaras.accounts.roles import Izin
from selaras.ekinerja import selectors_halaman as baca
from selaras.jobs import documents, reports
from selaras.jobs.reports import Named, Report
from selaras.jobs.status import live
from selaras.portal.db import owner, scoped
from selaras.portal.ekinerja.ruang import Dalam, halaman

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@halaman(Izin.EKINERJA)
def daftar(request: HttpRequest, di: Dalam) -> HttpResponse:
    """List the reports of the year."""
    with scoped(request) as connection:
        periods = [p for p in baca.periode(connection, instansi=di.id) if p["tahun"] in (None, di.tahun)]
    return render(request, "portal/ekinerja/admin_laporan.html", {"periode": periods, "tahun": di.tahun})


@halaman(Izin.EKINERJA, kirim=True)
def skp(request: HttpRequest, di: Dalam, tahun: int) -> HttpResponseBase:
    """Give Laporan SKP of a year."""
    return _give(request, di, Report("skp", tahun))


@halaman(Izin.EKINERJA, kirim=True)
def penilaian(request: HttpRequest, di: Dalam, tahun: int, periode: UUID) -> HttpResponseBase:
    """Give Laporan Penilaian SKP of a period, or of the year."""
    return _give(request, di, Report("penilaian", tahun, periode))


@halaman(Izin.EKINERJA, kirim=True)
def log(request: HttpRequest, di: Dalam, tahun: int) -> HttpResponseBase:
    """Give the refusals of Log Sinkronisasi: NIP, nama, pesan, waktu."""
    return _give(request, di, Report("log", tahun))


def _give(request: HttpRequest, di: Dalam, report: Report) -> HttpResponseBase:
    """Hand a report out; one that takes long is asked for, and waits here when a worker has made it."""
    with scoped(request) as connection:
        names = reports.named(connection, di.id, report)
        if names is None:
            raise Http404
        kept = next((one for one in documents.papers(connection) if one["jenis"] == report.kind), None)
        if request.method == "POST":
            return _ask(request, di, names)
        if kept is None or (kept["selesai"] and not kept["berkas"] and not kept["kalimat"]):
            kept = None
            columns, found = reports.rows(connection, di.id, report)
            every, few = reports.peek(found, reports.AT_ONCE)
            if few:
                file = tempfile.NamedTemporaryFile(prefix="selaras-", suffix=".xlsx")  # noqa: SIM115 - closed by the response
                reports.write(Path(file.name), di.instansi, names, columns, every)
                return _file(file, names)
        path = documents.paper(connection, nomor=kept["id"]) if kept else None
    if path is not None and "unduh" in request.GET:
        return _file(path.open("rb"), names)
    with owner() as connection:
        alive = bool(live(connection)["pekerja"])
    content = {"nama": names, "berkas": kept, "siap": path is not None, "pekerja": alive, "tahun": di.tahun}
    return render(request, "portal/ekinerja/admin_laporan_besar.html", content)


def _ask(request: HttpRequest, di: Dalam, names: Named) -> HttpResponse:
    folder = Path(settings.SELARAS_UNGGAHAN).parent / "dokumen"
    with owner() as connection:
        asked = documents.ask(connection, instansi=di.id, jenis=names.report.kind, oleh=di.scope.nama, folder=folder)
    if asked is None:
        messages.info(request, "Laporan itu sedang dibuat; tidak dibuat dua kali.")
    else:
        messages.success(request, "Sedang dibuat. Halaman ini boleh ditinggal; laporannya menunggu di sini.")
    return redirect(request.path)


def _file(file: Any, names: Named) -> FileResponse:
    answer = FileResponse(file, as_attachment=True, filename=names.berkas, content_type=XLSX)
    answer["Cache-Control"] = "no-store"
    return answer

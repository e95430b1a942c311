"""Reports as workbooks in the layout of the real exports, written row by row whatever their number."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from selaras.accounts.roles import Izin
from selaras.config import clock
from selaras.documents.laporan_ekinerja import tulis
from selaras.ekinerja import selectors_halaman as baca
from selaras.ekinerja.aturan import Connection
from selaras.ekinerja.selectors_laporan import laporan
from selaras.kinerja import periode as slot_periode
from selaras.portal.db import scoped
from selaras.portal.ekinerja.ruang import Dalam, halaman

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@halaman(Izin.EKINERJA)
def daftar(request: HttpRequest, di: Dalam) -> HttpResponse:
    """List the reports of the year."""
    with scoped(request) as connection:
        periods = [p for p in baca.periode(connection, instansi=di.id) if p["tahun"] in (None, di.tahun)]
    return render(request, "portal/ekinerja/admin_laporan.html", {"periode": periods, "tahun": di.tahun})


@halaman(Izin.EKINERJA)
def skp(request: HttpRequest, di: Dalam, tahun: int) -> HttpResponseBase:
    """Give Laporan SKP of a year."""
    with scoped(request) as connection:
        return _file(connection, di, "skp", f"SKP Periode Tahun {tahun}", f"laporan-skp-{tahun}", {"tahun": tahun})


@halaman(Izin.EKINERJA)
def penilaian(request: HttpRequest, di: Dalam, tahun: int, periode: UUID) -> HttpResponseBase:
    """Give Laporan Penilaian SKP of a period, or of the year."""
    with scoped(request) as connection:
        found = next((p for p in baca.periode(connection, instansi=di.id) if p["id"] == periode), None)
        if found is None or found["tahun"] not in (None, tahun):
            raise Http404
        slot = found["slot"]
        nama = slot_periode.nama(slot).replace("TW", "Triwulan ").replace("Bulan ", "Bulanan ")
        about = {"tahun": tahun, "periode": periode}
        name = f"laporan-penilaian-{slot_periode.nama(slot).lower().replace(' ', '-')}-{tahun}"
        return _file(connection, di, "penilaian", f"Penilaian SKP Periode {nama} Tahun {tahun}", name, about)


@halaman(Izin.EKINERJA)
def log(request: HttpRequest, di: Dalam, tahun: int) -> HttpResponseBase:
    """Give the refusals of Log Sinkronisasi: NIP, nama, pesan, waktu."""
    with scoped(request) as connection:
        return _file(connection, di, "log", "", f"log-sinkronisasi-{tahun}", {"tahun": tahun})


def _file(
    connection: Connection, di: Dalam, what: str, title: str, name: str, about: dict[str, Any]
) -> HttpResponseBase:
    if not 2000 <= about["tahun"] <= 2100:
        raise Http404
    kolom, rows = laporan(connection, what, {"instansi": di.id, **about})
    file = tempfile.NamedTemporaryFile(prefix="selaras-", suffix=".xlsx")  # noqa: SIM115 - closed by the response
    tulis(Path(file.name), _head(di, title), kolom, _counted(rows))
    answer = FileResponse(file, as_attachment=True, filename=f"{name}.xlsx", content_type=XLSX)
    answer["Cache-Control"] = "no-store"
    return answer


def _head(di: Dalam, title: str) -> Sequence[str]:
    if not title:
        return ()
    return (
        f"Laporan {title}",
        f"Instansi {di.instansi.nama}",
        f"Periode : {title.partition(' Periode ')[2]}",
        "Unor Induk : ALL",
        "Unor : ALL",
        f"Data ditarik pada : {clock.now():%Y-%m-%d %H:%M:%S}",
        "",
    )


def _counted(rows: Iterator[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Pass rows on up to what a sheet can hold."""
    for number, row in enumerate(rows):
        if number >= 1_048_000:
            return
        yield row

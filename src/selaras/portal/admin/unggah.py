"""Dropping the reports: the files are kept as they came, a worker reads them, the page says what became of each."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from selaras.accounts.roles import Izin
from selaras.config import clock
from selaras.documents.tindak_lanjut.teks import aman
from selaras.jobs import uploads
from selaras.jobs.status import live
from selaras.monitoring.reports import ages, rejected, sources_sentence
from selaras.monitoring.selectors import missing
from selaras.organisasi.selectors import instansi_get
from selaras.portal.admin.unggah_hasil import hasil
from selaras.portal.admin.unggah_isian import UnggahForm, shown
from selaras.portal.db import owner, scope_of, scoped
from selaras.portal.ids import name_of, number_of
from selaras.ui.format import tanggal

LAST = 10  # uploads on the page
PER_PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
def unggah(request: HttpRequest) -> HttpResponse:
    """Take the reports in, and show what is being read, what came of it and what is still missing."""
    scope = scope_of(request)
    scope.perlu(Izin.IMPOR)
    form = UnggahForm(request.POST or None, request.FILES or None) if request.method == "POST" else UnggahForm()
    if form.is_bound and form.is_valid():
        files = form.semua()
        folder, kept = keep(files)
        with owner() as connection:
            uploads.take_in(connection, instansi=scope.instansi, folder=folder, berkas=kept, oleh=scope.nama)
        messages.success(request, f"{len(files)} berkas diterima dan sedang antre dibaca.")
        return redirect("impor")
    content = {"form": form, **_around(request), **_progress(request)}
    return render(request, "portal/admin/impor.html", content, status=422 if form.is_bound else 200)


@never_cache
@require_safe
def kemajuan(request: HttpRequest) -> HttpResponse:
    """Return the part of the page that changes while a worker reads."""
    scope_of(request).perlu(Izin.IMPOR)
    request.potongan = True
    return render(request, "portal/admin/impor_kemajuan.html", _progress(request))


@require_safe
def satu(request: HttpRequest, nama: str) -> HttpResponse:
    """Show what became of one upload, with the rows that could not be read."""
    scope_of(request).perlu(Izin.IMPOR)
    with scoped(request) as connection:
        found = uploads.upload(connection, nomor=number_of("unggahan", nama))
        if found is None:
            raise Http404
        number = max(1, int(request.GET.get("halaman", "1")) if request.GET.get("halaman", "1").isdecimal() else 1)
        skip = min(number - 1, 10_000) * PER_PAGE
        rows = rejected(connection, run=found["run_id"], most=PER_PAGE, skip=skip) if found["run_id"] else []
    for row in rows:
        row["alasan"], row["berkas"] = aman(row["alasan"] or ""), aman(row["berkas"])
    count = rows[0]["semua"] if rows else 0
    page = Paginator(range(count), PER_PAGE).get_page(number)
    content = {"unggahan": hasil(found), "baris": rows, "halaman": page}
    return render(request, "portal/admin/impor_satu.html", content)


def keep(files: Iterable[UploadedFile]) -> tuple[Path, list[uploads.Dropped]]:
    """Write files into a new folder, each in one of its own so that names stay as they were; return what was kept."""
    folder = Path(settings.SELARAS_UNGGAHAN) / secrets.token_hex(8)
    folder.mkdir(parents=True, mode=0o700)
    kept = []
    for number, file in enumerate(files, start=1):
        place = folder / f"{number:03d}"
        place.mkdir(mode=0o700)
        name = shown(file.name)
        with (place / name).open("xb") as target:
            for chunk in file.chunks():
                target.write(chunk)
        kept.append(uploads.Dropped(name, file.size or 0))
    return folder, kept


def _around(request: HttpRequest) -> dict[str, Any]:
    """Say how old each kind of report is and what is missing."""
    with scoped(request) as connection:
        instansi = instansi_get(connection)
        if instansi is None:
            return {}
        lacking = missing(connection, instansi=instansi, tahun=instansi.tahun)
        known = ages(connection, instansi=instansi.id, titles=uploads.TITLES, today=clock.today())
    per = request.bingkai.data_per
    days = (clock.today() - per).days if per else None
    return {"kurang": lacking, "umur": known, "sumber": sources_sentence(lacking, per=tanggal(per), hari=days)}


def _progress(request: HttpRequest) -> dict[str, Any]:
    with owner() as connection:
        now = live(connection)
    with scoped(request) as connection:
        last = [hasil(one) for one in uploads.uploads(connection, most=LAST)]
    for one in last:
        one["url"] = reverse("impor_satu", args=[name_of("unggahan", one["id"])])
    busy = any(
        q["siap"] or q["dikerjakan"] or q["terjadwal"] for q in now["antrean"] if q["nama"] in ("impor", "proses")
    )
    return {"status": now, "unggahan": last, "sibuk": busy or bool(now["berjalan"])}

"""Papers for the whole instansi: a worker makes them, the page says how far it is and hands them out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from selaras.accounts.roles import Izin
from selaras.jobs import documents
from selaras.jobs.status import live
from selaras.portal.db import owner, scope_of, scoped
from selaras.portal.ids import name_of, number_of

# What is offered: kind, title, what is in it.
OFFERED = (
    ("buku", "Buku kerja admin", "Siapa mengerjakan apa, per pihak dan per sekolah; NIP disamarkan. "
     "Kolom status bisa diisi dan diunggah kembali."),
    ("sekolah", "Lembar semua sekolah", "PDF dan teks tiap sekolah dalam satu ZIP; tanpa NIP dan nilai."),
    ("pesan", "Pesan WhatsApp semua sekolah", "Teks tiap sekolah dalam satu ZIP; tanpa NIP dan nilai."),
    ("operator", "Daftar untuk operator", "Memuat NIP utuh: serahkan langsung kepada operator, jangan lewat WhatsApp."),
)  # fmt: skip


def berkas(request: HttpRequest) -> dict[str, Any]:
    """Return what the part of the page about papers shows."""
    with owner() as connection:
        now = live(connection)
    with scoped(request) as connection:
        known = {row["jenis"]: row for row in documents.papers(connection)}
    scope = scope_of(request)
    rows = [_offer(kind, title, text, known.get(kind)) for kind, title, text in OFFERED
            if kind != "operator" or scope.boleh(Izin.LIHAT_IDENTITAS)]  # fmt: skip
    return {"berkas": rows, "pekerja": now["pekerja"], "dibuat": any(row["menunggu"] for row in rows)}


@never_cache
@require_safe
def keadaan(request: HttpRequest) -> HttpResponse:
    """Return the part of the page that changes while papers are made."""
    scope_of(request).perlu(Izin.LIHAT_INSTANSI)
    request.potongan = True
    return render(request, "portal/admin/tindak_lanjut_berkas.html", berkas(request))


@require_POST
def minta(request: HttpRequest) -> HttpResponse:
    """Ask for papers."""
    scope = scope_of(request)
    scope.perlu(Izin.LIHAT_INSTANSI)
    kind = request.POST.get("jenis", "")
    if kind == "operator":
        scope.perlu(Izin.LIHAT_IDENTITAS)
    folder = Path(settings.SELARAS_UNGGAHAN).parent / "dokumen"
    with owner() as connection:
        asked = documents.ask(connection, instansi=scope.instansi, jenis=kind, oleh=scope.nama, folder=folder)
    if asked is None:
        messages.info(request, "Berkas itu sedang dibuat; tidak dibuat dua kali.")
    else:
        messages.success(request, "Sedang dibuat. Halaman ini boleh ditinggal; berkasnya menunggu di sini.")
    return redirect(reverse("tindak_lanjut") + "#berkas")


@never_cache
@require_safe
def ambil(request: HttpRequest, nama: str) -> HttpResponse | FileResponse:
    """Hand out papers that were made."""
    scope = scope_of(request)
    scope.perlu(Izin.LIHAT_INSTANSI)
    number = number_of("dokumen", nama)
    with scoped(request) as connection:
        found = documents.paper(connection, nomor=number)
    if found is None or found.name not in documents.KINDS.values():
        raise Http404
    if found.name == documents.KINDS["operator"]:
        scope.perlu(Izin.LIHAT_IDENTITAS)
    return FileResponse(found.open("rb"), as_attachment=True, filename=found.name)


def _offer(kind: str, title: str, text: str, row: dict[str, Any] | None) -> dict[str, Any]:
    ready = row is not None and row["berkas"] is not None
    return {
        "jenis": kind,
        "judul": title,
        "isi": text,
        "menunggu": row is not None and row["selesai"] is None,
        "gagal": row["kalimat"] if row and row["kalimat"] else "",
        "selesai": row["selesai"] if row else None,
        "per": row["per"] if row else None,
        "dihapus": bool(row and row["ukuran"] and not ready),
        "ukuran": row["ukuran"] if row else None,
        "url": reverse("tindak_lanjut_ambil", args=[name_of("dokumen", row["id"])]) if row and ready else "",
    }

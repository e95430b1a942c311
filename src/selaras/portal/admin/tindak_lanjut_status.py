"""Filled status columns come back: kept as what people said, the next report decides."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from selaras.accounts.roles import Izin
from selaras.documents.tindak_lanjut.status import StatusBaris
from selaras.galat import SelarasError
from selaras.jobs.papers import read_ticks, store_ticks
from selaras.portal.db import scope_of
from selaras.portal.kerja import recorded

SIZE_LIMIT = 20 << 20  # bytes


class StatusForm(forms.Form):
    """The workbook with its filled columns."""

    berkas = forms.FileField(
        label="Buku kerja yang sudah diisi",
        help_text="XLSX yang diunduh di sini, kolom Status atau Catatan sudah diisi.",
        error_messages={"required": "Belum ada berkas yang dipilih."},
    )  # fmt: skip

    def clean_berkas(self) -> UploadedFile:
        """Refuse what is too large."""
        given: UploadedFile = self.cleaned_data["berkas"]
        if (given.size or 0) > SIZE_LIMIT:
            raise forms.ValidationError(f"Berkas ini terlalu besar; paling besar {SIZE_LIMIT >> 20} MB.")
        return given


@require_http_methods(["GET", "HEAD", "POST"])
def status(request: HttpRequest) -> HttpResponse:
    """Read a workbook back and keep what was ticked."""
    scope = scope_of(request)
    scope.perlu(Izin.LIHAT_INSTANSI)
    form = StatusForm(request.POST, request.FILES) if request.method == "POST" else StatusForm()
    rows: list[StatusBaris] = []
    if form.is_bound and form.is_valid():
        try:
            rows = _read(form.cleaned_data["berkas"])
        except SelarasError as error:
            form.add_error("berkas", f"{error.kalimat} {error.langkah or ''}".strip())
        else:
            if not rows:
                form.add_error("berkas", "Tidak ada kolom Status atau Catatan yang terisi di berkas ini.")
    if form.is_bound and form.is_valid():
        with recorded(request, "tanda selesai") as (connection, run):
            stored = store_ticks(connection, instansi=scope.instansi, run=run, rows=rows)
        counted = Counter(str(row.status) for row in rows)
        words = ", ".join(f"{name} {count}" for name, count in counted.most_common())
        messages.success(
            request, f"{stored} tanda dibaca: {words}. Tanda hanya dicatat; laporan berikutnya yang menutup kendala."
        )
        return redirect("tindak_lanjut")
    return render(
        request, "portal/admin/tindak_lanjut_status.html", {"form": form}, status=422 if form.is_bound else 200
    )


def _read(file: UploadedFile) -> list[StatusBaris]:
    """Read an upload through a file of its own; what it was called is nobody's path."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "buku-kerja.xlsx"
        with path.open("wb") as target:
            for chunk in file.chunks():
                target.write(chunk)
        return read_ticks(path)

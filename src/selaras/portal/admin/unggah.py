"""Dropping the reports: the files are kept as they came, a worker reads them, the page says how far it is."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from pathlib import Path

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from selaras.accounts.roles import Izin
from selaras.jobs.folder import Folder
from selaras.jobs.queue import enqueue_impor
from selaras.jobs.status import status
from selaras.monitoring.selectors import missing
from selaras.organisasi.selectors import instansi_get
from selaras.portal.db import owner, scope_of

MOST = 200  # files at once
SIZE_LIMIT = 500 << 20  # bytes in one file
NAME = 80


class ManyFiles(forms.ClearableFileInput):
    """A field for several files, or a whole folder."""

    allow_multiple_selected = True


class BerkasField(forms.FileField):
    """Several files."""

    widget = ManyFiles

    def clean(self, data: object, initial: object = None) -> list[UploadedFile]:
        """Check each file by itself."""
        given = data if isinstance(data, list | tuple) and data else [data or None]
        return [super(BerkasField, self).clean(one, initial) for one in given]


class UnggahForm(forms.Form):
    """The reports as they were downloaded."""

    berkas = BerkasField(
        label="Berkas laporan",
        help_text="Pilih semua sekaligus: XLSX, CSV, ZIP, JSON. Jangan dibuka atau disimpan ulang di Excel.",
    )

    def clean_berkas(self) -> list[UploadedFile]:
        """Refuse too many and too large ones before anything is kept."""
        given: list[UploadedFile] = self.cleaned_data["berkas"]
        if len(given) > MOST:
            raise forms.ValidationError(f"Paling banyak {MOST} berkas sekali unggah. Masukkan ke dalam satu ZIP.")
        for one in given:
            if (one.size or 0) > SIZE_LIMIT:
                raise forms.ValidationError(f"{shown(one.name)} terlalu besar; paling besar {SIZE_LIMIT >> 20} MB.")
        return given


@require_http_methods(["GET", "HEAD", "POST"])
def unggah(request: HttpRequest) -> HttpResponse:
    """Take the reports in, and show what is being read and what is still missing."""
    scope = scope_of(request)
    scope.perlu(Izin.IMPOR)
    form = UnggahForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        folder = keep(form.cleaned_data["berkas"])
        with owner() as connection:
            enqueue_impor(connection, instansi=scope.instansi, folder=str(folder))
        messages.success(request, f"{len(form.cleaned_data['berkas'])} berkas diterima dan sedang antre dibaca.")
        return redirect("impor")
    with owner() as connection:
        instansi = instansi_get(connection)
        found = status(Folder(connection, instansi))
        lacking = missing(connection, instansi=instansi, tahun=instansi.tahun) if instansi else []
    content = {"form": form, "status": found, "kurang": lacking}
    return render(request, "portal/admin/impor.html", content, status=422 if form.is_bound else 200)


def keep(files: Iterable[UploadedFile]) -> Path:
    """Write files into a new folder of their own, under names that can do no harm; return it."""
    folder = Path(settings.SELARAS_UNGGAHAN) / secrets.token_hex(8)
    folder.mkdir(parents=True, mode=0o700)
    for number, file in enumerate(files, start=1):
        with (folder / f"{number:03d}-{shown(file.name)}").open("xb") as target:
            for chunk in file.chunks():
                target.write(chunk)
    return folder


def shown(name: str | None) -> str:
    """Return a file name without anything that leads elsewhere.

    >>> shown("../../etc/passwd"), shown("laporan skp.xlsx"), shown(None)
    ('passwd', 'laporan skp.xlsx', 'berkas')
    """
    bare = (name or "").replace("\\", "/").rpartition("/")[2]
    kept = "".join(sign for sign in bare if sign.isalnum() or sign in " ._-").strip(" .")
    return kept[-NAME:] or "berkas"

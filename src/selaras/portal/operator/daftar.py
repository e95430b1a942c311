"""Dropping the Daftar Guru of one's own school: read at once, with the result row by row."""

from __future__ import annotations

import json
import secrets
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from selaras.accounts.roles import Izin
from selaras.config import clock
from selaras.galat import DataError, Stop
from selaras.jobs.daftar_guru import Hasil, Sekolah, terima
from selaras.jobs.daftar_guru_baris import ACCEPTED, ELSEWHERE, OUTSIDE, WRONG
from selaras.organisasi.selectors import instansi_get
from selaras.portal.db import owner
from selaras.portal.kerja import recorded
from selaras.portal.operator.pilih import for_school

SIZE_LIMIT = 5 << 20  # bytes
KINDS = (".xlsx", ".csv")
RESULT = "hasil.json"
_SALT = "selaras.alamat.daftar"
WORDS = {
    WRONG: ("Perlu diperbaiki", "tahan"),
    ELSEWHERE: ("Tidak disimpan", "tahan"),
    ACCEPTED: ("Diterima", "baik"),
    OUTSIDE: ("Di luar cakupan", "diam"),
}


class DaftarForm(forms.Form):
    """The list as Dapodik gives it."""

    berkas = forms.FileField(
        label="Daftar Guru dari Dapodik",
        help_text="Satu berkas XLSX atau CSV, sekolah sendiri saja. Jangan dibuka atau disimpan ulang di Excel.",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}),
    )

    def clean_berkas(self) -> UploadedFile:
        """Refuse what can not be the list of a school before anything is kept."""
        given: UploadedFile = self.cleaned_data["berkas"]
        if (given.size or 0) > SIZE_LIMIT:
            raise forms.ValidationError(f"Terlalu besar untuk satu sekolah; paling besar {SIZE_LIMIT >> 20} MB.")
        if not (given.name or "").lower().endswith(KINDS):
            raise forms.ValidationError("Bukan XLSX atau CSV. Unduh Daftar Guru dari Dapodik, lalu unggah apa adanya.")
        return given


@require_http_methods(["GET", "HEAD", "POST"])
@for_school(Izin.UNGGAH_DAFTAR)
def daftar(request: HttpRequest, sekolah: Sekolah) -> HttpResponse:
    """Take the list in and lead to its result; a file that can not be taken is refused beside the field."""
    form = DaftarForm(request.POST, request.FILES) if request.method == "POST" else DaftarForm()
    if form.is_bound and form.is_valid():
        try:
            return redirect(_take(request, sekolah, form.cleaned_data["berkas"]))
        except (DataError, Stop) as error:
            form.add_error("berkas", str(error))
    with owner() as connection:
        row = connection.execute(_LAST, {"sekolah": sekolah.id}).fetchone()
    content = {"form": form, "sekolah": sekolah, "terakhir": row[0] if row else None}
    return render(request, "portal/operator/daftar.html", content, status=422 if form.is_bound else 200)


@require_safe
@for_school(Izin.UNGGAH_DAFTAR)
def hasil(request: HttpRequest, sekolah: Sekolah, nama: str) -> HttpResponse:
    """Show what became of each row of a list that was dropped for this school, what is wrong first."""
    try:
        token, whose = signing.loads(nama, salt=_SALT)
        found = json.loads((Path(settings.SELARAS_UNGGAHAN) / token / RESULT).read_text(encoding="utf-8"))
    except (signing.BadSignature, ValueError, TypeError, OSError):
        raise Http404 from None
    if whose != sekolah.id:
        raise Http404
    order = list(WORDS)
    rows = sorted(found["baris"], key=lambda row: (order.index(row["status"]), not row["sebab"], row["baris"]))
    count = Counter(row["status"] for row in rows)
    content: dict[str, Any] = {
        "sekolah": sekolah, "sama": found["sama"], "jumlah": [(*WORDS[one], count[one]) for one in order if count[one]],
        "baris": [row | {"kata": WORDS[row["status"]][0], "nada": WORDS[row["status"]][1]} for row in rows],
    }  # fmt: skip
    return render(request, "portal/operator/daftar_hasil.html", content)


_LAST = (
    "SELECT max(b.per) FROM batch b JOIN coverage c ON c.batch_id = b.id WHERE c.side = 3 AND c.kind = 1 "
    "AND (c.sekolah_id = %(sekolah)s OR c.sekolah_id IS NULL AND c.unor_id IS NULL) AND b.closed_at IS NOT NULL"
)


def _take(request: HttpRequest, sekolah: Sekolah, given: UploadedFile) -> str:
    """Keep the file, read it, keep the result beside it; return where the result is."""
    token = secrets.token_hex(8)
    folder = Path(settings.SELARAS_UNGGAHAN) / token
    folder.mkdir(parents=True, mode=0o700)
    path = folder / f"daftar-guru{Path(given.name or '').suffix.lower()}"
    with path.open("xb") as target:
        for chunk in given.chunks():
            target.write(chunk)
    try:
        with recorded(request, "impor", proses=True) as (connection, run):
            instansi = instansi_get(connection)
            if instansi is None:
                raise Http404
            found = terima(connection, path, instansi=instansi, sekolah=sekolah, run=run, today=clock.today())
    except (DataError, Stop):
        path.unlink()
        folder.rmdir()
        raise
    (folder / RESULT).write_text(json.dumps(asdict(found)), encoding="utf-8")
    messages.success(request, _sentence(found))
    return str(reverse("operator_daftar_hasil", args=[signing.dumps([token, sekolah.id], salt=_SALT)]))


def _sentence(found: Hasil) -> str:
    taken = sum(row.status == ACCEPTED for row in found.baris)
    if found.sama:
        return "Berkas ini sudah pernah dibaca; hasilnya ditampilkan lagi."
    return f"{len(found.baris)} baris dibaca, {taken} diterima. Kendala dihitung ulang sebentar lagi."

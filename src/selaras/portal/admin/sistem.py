"""The machine: checks, workers, queue, jobs that stand still, versions, last backup, how long files are kept.

No person stands here.
"""

from __future__ import annotations

import platform
from importlib import metadata
from pathlib import Path
from typing import Any

import psycopg
from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from selaras.accounts.roles import Izin
from selaras.database import space
from selaras.database.folder import data_folder
from selaras.intake.services import RULES_VERSION
from selaras.jobs.backups import last
from selaras.jobs.cleaning import LEAST, MOST, days_kept, keep_for
from selaras.jobs.folder import Folder
from selaras.jobs.status import status
from selaras.organisasi.selectors import instansi_get
from selaras.portal.admin.jalan_kata import VERB
from selaras.portal.admin.proses import show, the_instansi
from selaras.portal.db import owner, scope_of
from selaras.portal.kerja import recorded

_SIZE = "SELECT pg_database_size(current_database())"


class UmurForm(forms.Form):
    """For how long files are kept."""

    hari = forms.IntegerField(
        label="Simpan berkas selama (hari)", min_value=LEAST, max_value=MOST,
        help_text=f"{LEAST} sampai {MOST} hari. Isinya yang sudah dibaca tetap tersimpan di pembukuan.",
        error_messages={
            "min_value": f"Paling sedikit {LEAST} hari.", "max_value": f"Paling lama {MOST} hari.",
            "invalid": "Tulis angka saja, misalnya 90.",
        },
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def sistem(request: HttpRequest) -> HttpResponse:
    """Show how the machine stands, and set how long files are kept."""
    scope_of(request).perlu(Izin.SISTEM)
    with owner() as connection:
        instansi = instansi_get(connection)
    form = UmurForm(request.POST or None, initial={"hari": days_kept(instansi.pengaturan if instansi else {})})
    if request.method == "POST" and form.is_valid():
        with recorded(request, "umur berkas") as (connection, _):
            keep_for(connection, instansi=the_instansi(connection).id, days=form.cleaned_data["hari"])
        messages.success(request, f"Berkas disimpan {form.cleaned_data['hari']} hari, lalu dihapus sendiri.")
        return redirect("sistem")
    return show(request, "sistem", "sistem", {"form": form, **_stand()}, status=422 if form.is_bound else 200)


def _stand() -> dict[str, Any]:
    with owner() as connection:
        found = status(Folder(connection, instansi_get(connection)))
        size = connection.execute(_SIZE).fetchone()
        fact = facts(connection)
    return {
        "periksa": found["server"],
        "beres": all(one["beres"] for one in found["server"]),
        "pekerja": found["pekerja"],
        "hidup": sum(bool(one["hidup"]) for one in found["pekerja"]),
        "antrean": [{**one, "kata": VERB.get(one["nama"], one["nama"])} for one in found["antrean"]],
        "macet": [{**one, "kata": VERB.get(one["pekerjaan"], one["pekerjaan"])} for one in found["macet"]],
        "terputus": [{**one, "kata": VERB.get(one["pekerjaan"], one["pekerjaan"])} for one in found["terputus"]],
        "cadangan": last(data_folder()),
        "ukuran": int(size[0]) // space.MIB if size else 0,
        "bebas": free(data_folder()),
        "versi": fact,
    }


def facts(connection: psycopg.Connection[Any]) -> list[tuple[str, str]]:
    """List the versions that a report of a fault needs."""
    row = connection.execute("SELECT current_setting('server_version')").fetchone()
    return [
        ("Selaras", metadata.version("selaras")),
        ("Aturan baca", str(RULES_VERSION)),
        ("PostgreSQL", str(row[0]).partition(" ")[0] if row else "?"),
        ("Python", platform.python_version()),
        ("Django", metadata.version("django")),
        ("Procrastinate", metadata.version("procrastinate")),
    ]


def free(folder: Path) -> int | None:
    """Return how many MB are left on the disk of the data folder, None where that can not be read."""
    try:
        return space.free(folder) // space.MIB
    except OSError:
        return None

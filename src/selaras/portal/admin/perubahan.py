"""What changed since an earlier day of the data: finished, new, back again."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from selaras.accounts.roles import Izin
from selaras.kinerja import periode
from selaras.ledger import catalogue
from selaras.monitoring.reports import data_days
from selaras.monitoring.selectors import changes
from selaras.organisasi.selectors import instansi_get
from selaras.portal.db import scope_of, scoped
from selaras.portal.guru.tautan import alamat
from selaras.portal.ids import name_of
from selaras.ui.grafik import Batang

PER_PAGE = 50
SHOWN_DAYS = 6
KINDS = {"selesai": "Selesai", "baru": "Baru", "kembali": "Kembali lagi"}


class SejakForm(forms.Form):
    """From which day on, and what of it."""

    sejak = forms.DateField(
        label="Sejak data tanggal", required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Tanggal ini tidak ada. Tulis seperti 2025-01-06."},
    )  # fmt: skip
    jenis = forms.ChoiceField(label="Yang ditampilkan", required=False, choices=[("", "Semua"), *KINDS.items()])


@require_safe
def perubahan(request: HttpRequest) -> HttpResponse:
    """Show them with names and numbers."""
    scope_of(request).perlu(Izin.LIHAT_INSTANSI)
    given = request.GET.copy()
    form = SejakForm(given)
    asked = form.cleaned_data if form.is_valid() else {}
    with scoped(request) as connection:
        instansi = instansi_get(connection)
        days = data_days(connection, instansi=instansi.id) if instansi else []
        since = asked.get("sejak") or (days[1] if len(days) > 1 else None)
        rows = (
            changes(connection, instansi=instansi.id, tahun=instansi.tahun, sejak=since) if instansi and since else []
        )
    if since and form.is_valid():
        given["sejak"] = since.isoformat()
    wanted = [row for row in rows if not asked.get("jenis") or row["jenis"] == asked["jenis"]]
    wanted.sort(key=lambda row: list(KINDS).index(row["jenis"]))
    page = Paginator(wanted, PER_PAGE).get_page(request.GET.get("halaman"))
    content = {
        "form": form,
        "sejak": since,
        "hari": [day for day in days[1:] if day != since][:SHOWN_DAYS],
        "jumlah": _bars(rows, since),
        "kode": _codes(rows),
        "halaman": page,
        "baris": [_line(row) for row in page.object_list],
        "ada": bool(rows),
    }
    return render(request, "portal/admin/perubahan.html", content, status=200 if form.is_valid() else 422)


def _bars(rows: list[dict[str, Any]], since: dt.date | None) -> list[Batang]:
    counted = Counter(row["jenis"] for row in rows)
    day = f"&sejak={since}" if since else ""
    return [Batang(title, nilai=counted[kind], url=f"?jenis={kind}{day}") for kind, title in KINDS.items()]


def _codes(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Count each code by what became of it, the busiest first."""
    codes: dict[str, Counter[str]] = {}
    for row in rows:
        codes.setdefault(catalogue.shown(row["kode"]), Counter())[row["jenis"]] += 1
    known = catalogue.texts()
    lines = [
        {"kode": kode, "judul": known[kode].judul if kode in known else "", **{kind: n[kind] for kind in KINDS}}
        for kode, n in codes.items()
    ]
    return sorted(lines, key=lambda line: -sum(line[kind] for kind in KINDS))


def _line(row: dict[str, Any]) -> dict[str, Any]:
    names = [*(["SKP"] if row["skp"] else []), *(periode.nama(slot) for slot in row["slots"] or [] if slot)]
    kode = catalogue.shown(row["kode"])
    school = f"/sekolah/{name_of('sekolah', row['sekolah_id'])}/" if row["sekolah_id"] else ""
    return {
        "jenis": KINDS[row["jenis"]],
        "kode": kode,
        "judul": catalogue.texts()[kode].judul if kode in catalogue.texts() else "",
        "nama": row["nama"] or row["sekolah"] or "seluruh instansi",
        "url": alamat(row["orang_id"]) if row["orang_id"] else "" if row["nama"] else school,
        "sekolah": row["sekolah"] if row["nama"] else "",
        "url_sekolah": school,
        "periode": ", ".join(names),
    }

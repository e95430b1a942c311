"""Taking people out with a reason and dates, one or a whole list, and taking them back in."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from selaras.accounts.roles import Izin
from selaras.config import clock
from selaras.documents.tindak_lanjut.teks import aman
from selaras.galat import DataError
from selaras.ledger import exceptions
from selaras.ledger.exceptions_list import Common, Row, check_list
from selaras.portal.admin.kecualikan_isian import DaftarForm, OrangForm, SatuForm, WaktuForm, awal
from selaras.portal.db import scope_of, scoped
from selaras.portal.ids import name_of, number_of
from selaras.portal.kerja import recorded
from selaras.ui.templatetags.selaras_ui import samarkan

PER_PAGE = 25
AGAIN = "Rekap sedang dihitung ulang."


@require_http_methods(["GET", "HEAD", "POST"])
def kecualikan(request: HttpRequest) -> HttpResponse:
    """Show those in force, and take one person out."""
    scope = scope_of(request)
    scope.perlu(Izin.KECUALIKAN)
    chosen = request.POST.get("orang") or request.GET.get("orang")
    person = _person(request, chosen) if chosen else None
    form = _form(request, chosen)
    if form.is_bound and form.is_valid():
        nip = person["nip"] if person else form.cleaned_data["nip"]
        if _one(request, form, nip or ""):
            return redirect("kecualikan")
    with scoped(request) as connection:
        found = exceptions.in_force(connection, instansi=scope.instansi)
    page = Paginator(found[::-1], PER_PAGE).get_page(request.GET.get("halaman"))
    content = {"form": form, "orang": person, "halaman": page, "baris": [_shown(one) for one in page.object_list]}
    return render(request, "portal/admin/kecualikan.html", content, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def daftar(request: HttpRequest) -> HttpResponse:
    """Check a whole list; nothing is written while a row is wrong, unless only the right ones are asked for."""
    scope = scope_of(request)
    scope.perlu(Izin.KECUALIKAN)
    if request.method != "POST":
        form = DaftarForm(initial=awal(request.bingkai.tahun or clock.today().year))
        return render(request, "portal/admin/kecualikan_daftar.html", {"form": form})
    form = DaftarForm(request.POST, request.FILES)
    rows: list[Row] = []
    if form.is_valid():
        try:
            with scoped(request) as connection:
                rows = _check(connection, request, form.cleaned_data["teks"], form.umum())
        except DataError as error:
            form.add_error("teks", str(error))
    wrong = [row for row in rows if row.salah]
    action = request.POST.get("aksi")
    if rows and (action == "benar" or (action == "simpan" and not wrong)) and len(wrong) < len(rows):
        return _store(request, form, only_right=action == "benar")
    if form.is_valid() and form.cleaned_data.get("berkas"):  # shown as if it had been pasted, to be mended there
        data = request.POST.copy()
        data["teks"] = form.cleaned_data["teks"]
        form = DaftarForm(data)
    content = {"form": form, "baris": rows, "salah": len(wrong), "benar": len(rows) - len(wrong)}
    bad = bool(form.errors or wrong)
    return render(request, "portal/admin/kecualikan_daftar.html", content, status=422 if bad else 200)


@require_POST
def cabut(request: HttpRequest) -> HttpResponse:
    """End one exception."""
    scope = scope_of(request)
    scope.perlu(Izin.KECUALIKAN)
    number = number_of("kecualikan", request.POST.get("nomor", ""))
    with scoped(request) as connection:
        found = {one["nomor"]: one for one in exceptions.in_force(connection, instansi=scope.instansi)}
    one = found.get(number)
    if one is None:
        messages.info(request, "Pengecualian itu sudah diakhiri.")
        return redirect("kecualikan")
    try:
        with recorded(request, "kecualikan", proses=True) as (connection, run):
            exceptions.take_back(connection, instansi=scope.instansi, nomor=number, run=run)
    except DataError:  # somebody else was faster
        messages.info(request, "Pengecualian itu sudah diakhiri.")
        return redirect("kecualikan")
    messages.success(request, f"{one['nama'] or 'Orang ini'} dihitung lagi. {AGAIN}")
    return redirect("kecualikan")


def _form(request: HttpRequest, chosen: str | None) -> WaktuForm:
    kind = OrangForm if chosen else SatuForm
    if request.method == "POST":
        return kind(request.POST)
    start = awal(request.bingkai.tahun or clock.today().year)
    return kind(initial={**start, "orang": chosen} if chosen else start)


def _person(request: HttpRequest, name: str) -> dict[str, Any]:
    """Return the person whom an address names. Raises `Http404` when he is out of reach."""
    number = number_of("orang", name)
    request.tentang = {"orang": number}
    with scoped(request) as connection:
        row = connection.execute(
            "SELECT p.nama, p.nip, s.nama FROM potret p LEFT JOIN sekolah s ON s.id = p.sekolah_id "
            "WHERE p.orang_id = %s",
            (number,),
        ).fetchone()
    if row is None:
        raise Http404
    return {"nama": row[0], "nip": row[1], "sekolah": row[2]}


def _one(request: HttpRequest, form: WaktuForm, nip: str) -> bool:
    """Take one person out; False when the form has to say why not."""
    field = "nip" if "nip" in form.fields else None
    with scoped(request) as connection:
        row = _check(connection, request, f"nip\n{nip}" if nip else "nip\n-", form.umum())[0]
    if row.wish is None:
        form.add_error(field, "; ".join(row.salah).capitalize() + ".")
        return False
    _write(request, f"nip\n{nip}", form.umum(), only_right=False)
    messages.success(request, f"{row.nama or 'Orang ini'} dikecualikan. {AGAIN}")
    return True


def _store(request: HttpRequest, form: DaftarForm, *, only_right: bool) -> HttpResponse:
    done = _write(request, form.cleaned_data["teks"], form.umum(), only_right=only_right)
    messages.success(request, f"{done} orang dikecualikan. {AGAIN}")
    return redirect("kecualikan")


def _write(request: HttpRequest, teks: str, umum: Common, *, only_right: bool) -> int:
    """Check once more where nobody else can write, and write. Raises `DataError` when something moved meanwhile."""
    scope = scope_of(request)
    with recorded(request, "kecualikan", proses=True) as (connection, run):
        connection.execute("SELECT pg_advisory_xact_lock(hashtext('kecualikan'), %s)", (scope.instansi,))
        rows = _check(connection, request, teks, umum)
        wishes = [row.wish for row in rows if row.wish]
        if not wishes or (len(wishes) < len(rows) and not only_right):
            raise DataError(
                "Daftar ini baru saja berubah atau sudah disimpan.", langkah="Buka lagi halaman pengecualian."
            )
        return exceptions.exclude(connection, instansi=scope.instansi, run=run, oleh=scope.nama, wishes=wishes)


def _check(connection: Any, request: HttpRequest, teks: str, umum: Common) -> list[Row]:
    return check_list(connection, instansi=scope_of(request).instansi, teks=teks, umum=umum, hari_ini=clock.today())


def _shown(one: dict[str, Any]) -> dict[str, Any]:
    return {
        **one,
        "nip": samarkan(one["nip"]),
        "alasan": aman(one["alasan"]),
        "kunci": name_of("kecualikan", one["nomor"]),
    }

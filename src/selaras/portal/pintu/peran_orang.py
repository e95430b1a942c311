"""Who holds which role: look, give, take back. For the admin of the instansi."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from selaras.accounts.granted import Diberi, given_list, people_named, roles_give, schools_named
from selaras.accounts.roles import Izin, Jenis, Sebagai
from selaras.accounts.services import pengguna_of, peran_cabut
from selaras.config import clock
from selaras.galat import SelarasError
from selaras.portal.db import owner, scope_of, scoped
from selaras.portal.ids import name_of, number_of
from selaras.portal.kerja import recorded
from selaras.portal.pintu.halaman import Lembar, page_of
from selaras.portal.pintu.peran_isian import CariForm, PeranForm
from selaras.ui.format import tanggal

_OWN = "Peran Bapak/Ibu sendiri dicabut oleh admin lain, supaya tidak terkunci di luar."


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """List the roles that hold, and find people to give one to."""
    scope = scope_of(request)
    scope.perlu(Izin.PERAN)
    form = CariForm(request.GET or None)
    wanted = form.cleaned_data if form.is_valid() else {}
    page = page_of(request)
    with owner() as connection:
        found = given_list(
            connection, scope, today=clock.today(), nama=wanted.get("cari"), jenis=wanted.get("peran"), page=page
        )
    people = []
    if wanted.get("cari"):
        with scoped(request) as connection:
            people = people_named(connection, nama=wanted["cari"])
    content = {
        "form": form, "peran": found, "cari": wanted.get("cari", ""),
        "orang": [(one, name_of("orang", one.orang)) for one in people],
        "lembar": Lembar.of_total(page, found[0].jumlah if found else 0),
    }  # fmt: skip
    return render(request, "portal/pintu/peran_daftar.html", content)


@require_http_methods(["GET", "HEAD", "POST"])
def orang(request: HttpRequest, nama: str) -> HttpResponse:
    """Show the roles of a person, and give one more."""
    scope = scope_of(request)
    scope.perlu(Izin.PERAN)
    number = number_of("orang", nama)
    request.tentang = {"orang": number}
    with scoped(request) as connection:
        people = people_named(connection, orang=number)
    if not people:
        raise Http404
    start = {"mulai": clock.today(), "sekolah": people[0].npsn}
    form = PeranForm(request.POST) if request.method == "POST" else PeranForm(initial=start)
    if request.method == "POST" and form.is_valid() and _give(request, form, number):
        return redirect("peran_orang", nama=nama)
    with owner() as connection:
        found = given_list(connection, scope, today=clock.today(), orang=number)
    content = {"form": form, "orang": people[0], "peran": found}
    return render(request, "portal/pintu/peran_orang.html", content, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def cabut(request: HttpRequest, peran: UUID) -> HttpResponse:
    """Ask once more, then take a role back."""
    scope = scope_of(request)
    scope.perlu(Izin.PERAN)
    with owner() as connection:
        found = given_list(connection, scope, today=clock.today(), peran=peran)
    if not found:
        raise Http404
    request.tentang = {"orang": found[0].orang}
    if request.method == "POST" and found[0].pengguna != scope.pengguna:
        with recorded(request, "peran cabut", proses=found[0].jenis is Jenis.KEPALA) as (connection, _):
            peran_cabut(connection, scope, peran=peran, now=clock.now())
        messages.success(request, f"{found[0].peran} {found[0].nama} dicabut. Halamannya langsung tertutup.")
        return redirect("peran_daftar")
    own = found[0].pengguna == scope.pengguna
    content = {"peran": found[0], "butir": _facts(found[0]), "sendiri": _OWN if own else ""}
    return render(request, "portal/pintu/peran_cabut.html", content, status=422 if request.method == "POST" else 200)


def _give(request: HttpRequest, form: PeranForm, number: int) -> bool:
    """Give what the form says; what can not be is said beside the field."""
    scope, data = scope_of(request), form.cleaned_data
    with scoped(request) as connection:
        places, strange = schools_named(connection, form.lines())
    if strange:
        form.add_error("sekolah", f"Tidak ada sekolah yang tepat untuk: {'; '.join(strange)}. Pakai NPSN.")
        return False
    jenis = Jenis(data["jenis"])
    try:
        with recorded(request, "peran beri", proses=jenis is Jenis.KEPALA) as (connection, _):
            given = roles_give(
                connection, scope, pengguna=pengguna_of(connection, orang=number), jenis=jenis, sekolah=places,
                sebagai=Sebagai(data["sebagai"]), nomor_sk=data["nomor_sk"], mulai=data["mulai"], sampai=data["sampai"],
            )  # fmt: skip
    except SelarasError as error:
        form.add_error(None, str(error))
        return False
    messages.success(request, f"{jenis.nama} diberikan{f' di {given} sekolah' if given > 1 else ''}.")
    return True


def _facts(one: Diberi) -> list[tuple[str, str]]:
    until = f"{tanggal(one.mulai)} sampai {tanggal(one.sampai) if one.sampai else 'dicabut'}"
    return [("Orang", one.nama), ("Sekolah", one.sekolah or "-"), ("Berlaku", until), ("Diberi oleh", one.oleh)]

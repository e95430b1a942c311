"""Manajemen Periode: made here where e-Kinerja is the built-in one, told to the admin where it is only read."""

from __future__ import annotations

from typing import Any

import psycopg
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from selaras.accounts.roles import Izin
from selaras.config import clock
from selaras.ekinerja.selectors_halaman import periode as periods
from selaras.ekinerja.services import periode_buat, periode_hapus, periode_standar
from selaras.galat import DataError, Forbidden
from selaras.monitoring.periode import periode_list
from selaras.monitoring.selectors import kendala_list
from selaras.organisasi.selectors import Instansi
from selaras.portal.admin.periode_baca import nasihat, tercatat
from selaras.portal.admin.periode_form import HapusForm, PeriodeForm, StandarForm, field_of
from selaras.portal.admin.proses import show, the_instansi
from selaras.portal.db import owner, scope_of, scoped
from selaras.portal.kartu import card
from selaras.portal.kerja import recorded

BUILTIN = "ekinerja_builtin"
KODE = ("P1", "P2", "P3", "P4", "P5", "P6")


@require_http_methods(["GET", "HEAD", "POST"])
def periode(request: HttpRequest) -> HttpResponse:
    """Show the periods and what is wrong with them; make and remove them where Selaras may."""
    scope_of(request).perlu(Izin.LIHAT_INSTANSI)
    with owner() as connection:
        instansi = the_instansi(connection)
    if not own(instansi):
        return _told(request, instansi)
    if request.method == "POST":
        scope_of(request).perlu(Izin.PERIODE)
        return _done(request, instansi)
    return _made(request, instansi)


def own(instansi: Instansi) -> bool:
    """Say whether the periods are in the tables of this folder: the built-in e-Kinerja, and not behind an address."""
    said = instansi.pengaturan.get("ekinerja")
    return instansi.target == BUILTIN and not instansi.hanya_baca and not (isinstance(said, dict) and said.get("url"))


def _done(request: HttpRequest, instansi: Instansi) -> HttpResponse:
    forms = _forms(instansi, request)
    key = request.POST.get("aksi", "")
    form = forms.get(key)
    if form is None or not form.is_valid():
        return _made(request, instansi, forms, status=422)
    try:
        with recorded(request, "periode") as (connection, _):
            sentence = _DEEDS[key](connection, instansi, form.cleaned_data)
    except DataError as error:
        form.add_error(field_of(key, error.kalimat), f"{error.kalimat} {error.langkah or ''}".strip())
        return _made(request, instansi, forms, status=422)
    messages.success(request, sentence)
    return redirect("periode")


def _standard(connection: psycopg.Connection[Any], instansi: Instansi, given: dict[str, Any]) -> str:
    made = periode_standar(
        connection,
        instansi=instansi.id,
        tipe=instansi.tipe_periodik,
        tahun=instansi.tahun if given["khusus"] else None,
        batas_pengisian=given["batas_pengisian"] or None,
    )
    return f"{len(made)} periode dibuat." if made else "Semua periode sudah ada; tidak ada yang ditambah."


def _single(connection: psycopg.Connection[Any], instansi: Instansi, given: dict[str, Any]) -> str:
    final = given["jenis_periode"] == "final"
    periode_buat(
        connection,
        instansi=instansi.id,
        nama=given["nama"],
        periode_awal=given["periode_awal"],
        periode_akhir=given["periode_akhir"],
        batas_pengisian=given["batas_pengisian"] or None,
        jenis_periode=given["jenis_periode"],
        tahun=None if final else given["tahun"],
        tipe_periodik=None if final else given["tipe_periodik"] or None,
        angka_periodik=None if final else given["angka_periodik"],
    )
    return f"Periode {given['nama']} ditambahkan."


def _remove(connection: psycopg.Connection[Any], instansi: Instansi, given: dict[str, Any]) -> str:
    periode_hapus(connection, instansi=instansi.id, id=str(given["id"]))
    return "Periode dihapus."


_DEEDS = {"standar": _standard, "tambah": _single, "hapus": _remove}


def _forms(instansi: Instansi, request: HttpRequest) -> dict[str, Any]:
    key = request.POST.get("aksi", "") if request.method == "POST" else ""
    given = {name: request.POST if name == key else None for name in _DEEDS}
    first = {"tipe_periodik": instansi.tipe_periodik, "tahun": instansi.tahun, "jenis_periode": "periodik"}
    return {
        "standar": StandarForm(given["standar"], auto_id="standar_%s"),
        "tambah": PeriodeForm(given["tambah"], auto_id="tambah_%s", initial=first),
        "hapus": HapusForm(given["hapus"], auto_id="hapus_%s"),
    }


def _made(
    request: HttpRequest, instansi: Instansi, forms: dict[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    with owner() as connection:
        rows = periods(connection, instansi=instansi.id)
    shown = [one for one in rows if one["tahun"] in (None, instansi.tahun)]
    content = {
        "baris": shown,
        "lain": len(rows) - len(shown),
        "form": forms or _forms(instansi, request),
        "boleh": scope_of(request).boleh(Izin.PERIODE),
        "tipe": instansi.tipe_periodik,
    }
    return show(request, "periode", "periode", content, status=status)


def _told(request: HttpRequest, instansi: Instansi) -> HttpResponse:
    """Say what was read, what is wrong, and what is typed where."""
    if request.method == "POST":
        raise Forbidden("Selaras hanya membaca e-Kinerja instansi ini: periode dibuat di sana.")
    per = request.bingkai.data_per
    with scoped(request) as connection:
        found = tercatat(connection, instansi=instansi.id, tahun=instansi.tahun)
        state = periode_list(connection, instansi=instansi.id, tahun=instansi.tahun, today=clock.today())
        wrong = (
            [k for k in kendala_list(connection, instansi=instansi, tahun=instansi.tahun, per=per) if k.kode in KODE]
            if per
            else []
        )
    advice = nasihat(instansi, {one["slot"] for one in found})
    content = {
        "baris": found,
        "status": state,
        "kendala": [card(k) for k in wrong],
        "nasihat": advice,
        "kurang": sum(not one.ada for one in advice),
        "tahun": instansi.tahun,
    }
    return show(request, "periode_baca", "periode", content)

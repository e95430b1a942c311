"""A person's own year in Ruang GTK: plans, observation, activities, and the ratings that were sent."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from selaras.galat import DataError, Forbidden
from selaras.kinerja import predikat, rating, siklus
from selaras.pmm import selectors, services
from selaras.pmm.kosakata import FASE, FASE_PENGAMAT, Nilai, Status
from selaras.portal.db import scoped
from selaras.portal.gtk.periode import Periode
from selaras.portal.gtk.ruang import Ruang, akun_saya, di_ruang, halaman, wajib_akun, wajib_skp
from selaras.portal.kerja import recorded


@require_safe
@di_ruang
def saya(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Show whoever is signed in his own year."""
    return tampil(request, ruang)


def tampil(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Render the year; who has no account is told whom to ask."""
    request.tentang = {"orang": ruang.scope.orang}
    with scoped(request) as connection:
        own = akun_saya(connection)
        if own is None:
            return halaman(request, ruang, "tanpa_akun", {})
        found = selectors.tahun_guru(connection, instansi=ruang.id, oleh=own, pegawai_id=own, tahun=ruang.periode.tahun)
    for skp in found["skp"]:
        _lengkapi(skp)
    return halaman(request, ruang, "saya", found | {"mulai": _boleh_mulai(ruang, found["skp"])})


def _lengkapi(skp: dict[str, Any]) -> None:
    """Put words and the one next step beside a plan."""
    for line in skp["penilaian"]:
        line["hasil_nama"] = rating.NAMA.get(line["hasil"], "")
        line["perilaku_nama"] = rating.NAMA.get(line["perilaku"], "")
        line["predikat_nama"] = predikat.NAMA.get(line["predikat"], "")
        line["periode"] = Periode(skp["tahun"], line["slot"]).nama
    sent = [line for line in skp["penilaian"] if line["status"] == Nilai.TERKIRIM]
    skp["terkirim"] = sorted(sent, key=lambda line: -int(line["slot"]))
    skp["terbuka"] = skp["status"] in (Status.DRAF, Status.DIKEMBALIKAN)
    skp["fase_isi"] = len(skp["fase"])
    following = skp["fase_isi"] + 1
    skp["fase_berikut"] = FASE.get(following, "")
    skp["giliran_saya"] = following in FASE and following not in FASE_PENGAMAT
    skp["diamati"] = skp["status"] == Status.DISEPAKATI and skp["peran"] != "pengawas"


def _boleh_mulai(ruang: Ruang, plans: list[dict[str, Any]]) -> list[Periode]:
    """List the periods of the year for which no plan was begun."""
    if any(one["slot"] == 400 for one in plans):
        return []
    begun = {one["slot"] for one in plans}
    cycle = siklus.untuk(ruang.periode.tahun).slot_pmm
    halves = [slot for slot in cycle if slot != 400]
    return [Periode(ruang.periode.tahun, slot) for slot in (halves or cycle) if slot not in begun]


@require_POST
@di_ruang
def dibaca(request: HttpRequest, ruang: Ruang, skp: UUID) -> HttpResponse:
    """Note that the owner has read a rating that was sent to him."""
    slot = request.POST.get("slot", "")
    with scoped(request) as connection:
        own = wajib_akun(connection, ruang)
        wajib_skp(connection, ruang, own, skp, "pemilik")
    if slot.isdigit() and len(slot) == 3:
        with recorded(request, "gtk: penilaian dibaca") as (connection, _):
            services.penilaian_dibaca(connection, instansi=ruang.id, oleh=own, skp_id=str(skp), slot=int(slot))
        messages.success(request, "Tercatat: Bapak/Ibu sudah membaca penilaian ini.")
    return redirect("/gtk/saya/")


@require_POST
@di_ruang
def buat(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Begin a plan for a period of the year."""
    slot = request.POST.get("slot", "")
    with scoped(request) as connection:
        own = wajib_akun(connection, ruang)
    try:
        with recorded(request, "gtk: mulai SKP") as (connection, _):
            made = services.skp_buat(
                connection, instansi=ruang.id, oleh=own, tahun=ruang.periode.tahun,
                slot=int(slot) if slot.isdigit() and len(slot) == 3 else None,
            )  # fmt: skip
    except (DataError, Forbidden) as error:
        messages.error(request, str(error))
        return redirect("/gtk/saya/")
    return redirect(f"/gtk/skp/{made}/")

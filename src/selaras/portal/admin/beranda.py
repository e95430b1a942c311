"""The first page of the admins: what to do first, how it stands, what is missing, where to go."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from selaras.accounts.roles import Izin, Jenis
from selaras.config import clock
from selaras.documents.tindak_lanjut.langkah import SEBUTAN, Siapa
from selaras.documents.tindak_lanjut.tugas import Langkah
from selaras.link import decisions
from selaras.monitoring.reports import sources_sentence
from selaras.portal.admin.rekap_gambar import per_keadaan
from selaras.portal.admin.rekap_posisi import Keseluruhan, keseluruhan
from selaras.portal.db import scope_of, scoped
from selaras.ui.format import tanggal

MOST, OWN_FIRST = 5, 3
OWN = {Jenis.ADMIN_DINAS: Siapa.DINAS, Jenis.ADMIN_INSTANSI: Siapa.ADMIN}


@dataclass(frozen=True, slots=True)
class Dulu:
    """One thing to do first: in how many places, how many teachers it frees, whether it is the reader's own."""

    kode: str
    singkat: str
    siapa: str
    sendiri: bool
    tempat: int
    membuka: int


def beranda(request: HttpRequest) -> HttpResponse:
    """Show the day's work of an admin."""
    scope = scope_of(request)
    scope.perlu(Izin.LIHAT_INSTANSI)
    whole = keseluruhan(request)
    if whole is None:
        return render(request, "portal/admin/beranda.html", {"boleh_impor": scope.boleh(Izin.IMPOR)})
    with scoped(request) as connection:
        people = len(decisions.suggestions(connection, instansi=scope.instansi))
        units = decisions.unit_suggestions(connection, instansi=scope.instansi)
    p = whole.posisi
    content = {
        "posisi": p,
        "dulu": first(whole, OWN.get(scope.jenis)),
        "keadaan": per_keadaan(p.keadaan),
        "total": sum(p.keadaan.values()),
        "sumber": sources_sentence(list(p.kurang), per=tanggal(p.data_per), hari=(clock.today() - p.data_per).days),
        "usul_orang": people,
        "usul_unor": len(units),
        "pasti": sum(bool(u["pasti"]) for u in units),
        "beda_selesai": None if p.selesai_lalu is None else p.selesai - p.selesai_lalu,
    }
    return render(request, "portal/admin/beranda.html", content)


def first(whole: Keseluruhan, own: Siapa | None) -> list[Dulu]:
    """Return the steps that free most teachers, the same step of several schools as one; three of one's own first."""
    groups: dict[tuple[str, str], list[Langkah]] = {}
    for step in whole.susunan.hari_ini:
        groups.setdefault((step.kode, step.aturan.singkat), []).append(step)
    lines = [
        Dulu(kode, singkat, SEBUTAN.get(steps[0].siapa, ""), steps[0].siapa == own, len(steps),
             sum(step.membuka for step in steps))
        for (kode, singkat), steps in groups.items()
    ]  # fmt: skip
    lines.sort(key=lambda one: (-one.membuka, one.kode))
    mine = [one for one in lines if one.sendiri]
    others = [one for one in lines if not one.sendiri]
    kept = mine[: max(OWN_FIRST, MOST - len(others))]
    return kept + others[: MOST - len(kept)]

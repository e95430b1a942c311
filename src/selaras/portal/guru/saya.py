"""A teacher's page: one card, the five steps, both sides beside each other."""

from __future__ import annotations

from typing import Any

import psycopg
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from selaras.accounts.roles import Izin
from selaras.accounts.scope import Cakupan
from selaras.documents.tindak_lanjut import langkah
from selaras.documents.tindak_lanjut.langkah import JUDUL_TAHAP, Siapa, Tahap
from selaras.galat import Forbidden
from selaras.monitoring.posisi import Kendala
from selaras.monitoring.selectors import kendala_list
from selaras.monitoring.sides import Sisi, sides
from selaras.organisasi.selectors import instansi_get
from selaras.portal.db import scope_of, scoped
from selaras.portal.kartu import card, kartu
from selaras.ui.langkah import Langkah

DONE = frozenset({"selaras", "dikecualikan"})


def saya(request: HttpRequest) -> HttpResponse:
    """Show whoever is signed in his own data."""
    scope = scope_of(request)
    scope.perlu(Izin.LIHAT_DIRI, orang=scope.orang)
    if scope.orang is None:
        raise Forbidden("Akun ini tidak terikat pada seorang pegawai.")
    request.tentang = {"orang": scope.orang}
    with scoped(request) as connection:
        found = about(connection, request, scope, scope.orang)
    return render(request, "portal/guru/saya.html", found)


def about(connection: psycopg.Connection, request: HttpRequest, scope: Cakupan, orang: int) -> dict[str, Any]:
    """Gather the page of one person."""
    instansi = instansi_get(connection)
    per = request.bingkai.data_per
    if instansi is None or per is None:
        return {"kartu": kartu((), lengkap=False), "sisi": (), "langkah": (), "kendala": ()}
    both = sides(connection, orang=orang, instansi=scope.instansi, tahun=instansi.tahun)
    findings = kendala_list(connection, instansi=instansi, tahun=instansi.tahun, per=per, orang=orang)
    complete = bool(both) and all(one.keadaan in DONE for one in both)
    notes = [k for k in findings if k.keadaan == "catatan" and k.tingkat == "orang"]
    return {
        "kartu": kartu(findings, lengkap=complete),
        "sisi": both,
        "langkah": guide(findings, both),
        "kendala": [card(k) for k in findings if k.keadaan != "catatan"],
        "catatan": [card(k) for k in notes],
    }


def guide(kendala: tuple[Kendala, ...], both: tuple[Sisi, ...]) -> list[Langkah]:
    """Return the five steps of the way: where something stands in it, and whose it is."""
    at: dict[Tahap, list[Kendala]] = {tahap: [] for tahap in Tahap}
    for k in kendala:
        if k.keadaan not in ("catatan", "dikecualikan"):
            at[langkah.tahap(k)].append(k)
    steps, before = [], True
    for tahap in Tahap:
        open_ones = at[tahap]
        done = not open_ones and before and (tahap is not Tahap.VERIFIKASI or all(one.keadaan in DONE for one in both))
        steps.append(Langkah(JUDUL_TAHAP[tahap], _status(open_ones, done=done, before=before), _words(open_ones)))
        before = before and done
    return steps


def _status(open_ones: list[Kendala], *, done: bool, before: bool) -> str:
    if done:
        return "selesai"
    if not open_ones:
        return "belum"
    own = any(langkah.siapa(k) in (Siapa.GURU, Siapa.KEPALA) for k in open_ones)
    held = any(k.keadaan == "terblokir" for k in open_ones)
    return ("sekarang" if own and before else "tertahan" if held else "menunggu") if before or held else "belum"


def _words(open_ones: list[Kendala]) -> str:
    return "; ".join(dict.fromkeys(k.judul for k in open_ones))

"""The page of one school: what its head, its teachers and its operator do next, and who waits for whom."""

from __future__ import annotations

from typing import Any

import psycopg
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from selaras.accounts.roles import Jenis
from selaras.accounts.scope import Cakupan
from selaras.monitoring.selectors import kendala_list
from selaras.monitoring.sides import sides
from selaras.organisasi.selectors import instansi_get
from selaras.portal.db import scope_of, scoped
from selaras.portal.kartu import Kartu, kartu, sapaan
from selaras.portal.kepala.isi import gather, own_findings
from selaras.portal.kepala.tempat import alamat, nama_of, own_school, sekolah_of

DONE = ("selaras", "dikecualikan")


def sekolahku(request: HttpRequest) -> HttpResponse:
    """Show the school of whoever has one; an operator of several is asked for which on his first page."""
    if scope_of(request).jenis is Jenis.OPERATOR and own_school(request) is None:
        return redirect("/")
    return satu(request, "")


def satu(request: HttpRequest, nama: str) -> HttpResponse:
    """Show a school that is named in the address; to its head first what he has to do about himself."""
    sekolah = sekolah_of(request, nama)
    scope = scope_of(request)
    with scoped(request) as connection:
        name = nama_of(connection, sekolah)
        found = gather(connection, request, sekolah)
        if found is not None and scope.jenis is Jenis.KEPALA:
            found["kartu"] = own_card(connection, request, scope, found)
    if found is not None and scope.jenis is not Jenis.KEPALA:
        found["setujui"] = 0
    if found is None:
        return render(request, "portal/kepala/kosong.html", {"nama": name})
    links = {"langkah": alamat(sekolah, "langkah"), "rekap": alamat(sekolah, "rekap")}
    return render(request, "portal/kepala/sekolah.html", {**found, "tautan": links})


def own_card(
    connection: psycopg.Connection[Any], request: HttpRequest, scope: Cakupan, found: dict[str, Any]
) -> Kartu | None:
    """Return the head's own card; somebody who acts at another school than his own is looked up there."""
    own = next((one["o"] for one in found["guru"] if one["o"].orang_id == scope.orang), None)
    if own is not None:
        return kartu(own_findings(found["posisi"], own), lengkap=0 < own.isian == own.selesai, sapaan=sapaan(own.nip))
    instansi = instansi_get(connection)
    if scope.orang is None or instansi is None:
        return None
    both = sides(connection, orang=scope.orang, instansi=instansi.id, tahun=instansi.tahun)
    findings = kendala_list(
        connection, instansi=instansi, tahun=instansi.tahun, per=request.bingkai.data_per, orang=scope.orang
    )
    return kartu(findings, lengkap=bool(both) and all(one.keadaan in DONE for one in both))

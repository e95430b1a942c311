"""The five steps, guided, for one person: what stands at each, who mends it, which button, what will be written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import psycopg
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from selaras.config import clock
from selaras.connectors.ports import SkpStatus
from selaras.documents.tindak_lanjut.langkah import SEBUTAN, Siapa, Tahap, siapa
from selaras.ledger.keadaan import WORDS
from selaras.monitoring.bidang import Isian, isian
from selaras.monitoring.identitas import identitas
from selaras.monitoring.periode import periode_list
from selaras.monitoring.posisi import Kendala
from selaras.monitoring.selectors import kendala_list
from selaras.monitoring.sides import sides
from selaras.organisasi.selectors import Instansi, instansi_get
from selaras.portal.db import owner, scoped
from selaras.portal.guru.isi import confirmed
from selaras.portal.guru.orang import Dilihat, dilihat
from selaras.portal.guru.panduan import by_stage, guide
from selaras.portal.guru.rentang import RentangForm, wajar
from selaras.portal.kartu import card
from selaras.review.pernyataan import Apa, pernyataan_terakhir
from selaras.ui.langkah import Langkah


def langkah(request: HttpRequest, nama: str | None = None) -> HttpResponse:
    """Guide a person through the five steps, or show where he stands in them."""
    who = dilihat(request, nama)
    frame: dict[str, Any] = {"orang": who, "tab": who.tab("langkah")}
    with scoped(request) as connection:
        instansi = instansi_get(connection)
        if instansi is None or request.bingkai.data_per is None:
            return render(request, "portal/guru/langkah.html", {**frame, "kosong": True})
        content = frame | _read(connection, instansi, who, request.bingkai.data_per)
    with owner() as connection:  # what e-Kinerja says of the person himself may name a unit that the role does not see
        content["identitas"] = identitas(connection, orang=who.id, tahun=instansi.tahun)
    asked = "dari" in request.GET or "sampai" in request.GET
    whole = dict(zip(("dari", "sampai"), wajar(instansi.tahun), strict=True))
    form = RentangForm(instansi.tahun, request.GET if asked else None, initial=whole)
    wrong = asked and not form.is_valid()
    content |= {"form": form, "rentang_benar": asked and not wrong}
    content["buka"] |= {"sinkron": True} if asked else {}
    return render(request, "portal/guru/langkah.html", content, status=422 if wrong else 200)


def _read(connection: psycopg.Connection, instansi: Instansi, who: Dilihat, per: dt.date) -> dict[str, Any]:
    """Gather what stands at each step."""
    tahun = instansi.tahun
    findings = kendala_list(connection, instansi=instansi, tahun=tahun, per=per, orang=who.id)
    both = sides(connection, orang=who.id, instansi=instansi.id, tahun=tahun)
    entries = isian(connection, orang=who.id, instansi=instansi.id, tahun=tahun)
    words = [w for w in pernyataan_terakhir(connection, who.id, tahun).get(who.id, ()) if w.berlaku]
    steps = guide(findings, both, ditekan={w.kode for w in words if w.apa == Apa.DITEKAN and w.kode})
    return {
        "langkah": steps, "buka": _unfolded(steps), "kartu": _cards(findings), "instansi": instansi,
        "periode": periode_list(connection, instansi=instansi.id, tahun=tahun, today=clock.today()),
        "isian": [_shown(one) for one in entries], "ditulis": [one for one in entries if one.ditulis],
        "lengkap": bool(entries) and all(one.selesai for one in entries), "dipastikan": confirmed(instansi),
        "tanda": [w for w in words if w.apa == Apa.DIVERIFIKASI], "dahulu": _first(findings, instansi, who),
    }  # fmt: skip


def _unfolded(steps: Sequence[Langkah]) -> dict[str, bool]:
    """Say which steps stand open: those where something is to be seen to, the last one when all are done."""
    busy = {str(tahap): step.status not in ("selesai", "belum") for tahap, step in zip(Tahap, steps, strict=True)}
    return busy if any(busy.values()) else {**busy, str(Tahap.VERIFIKASI): True}


def _cards(findings: Sequence[Kendala]) -> dict[str, list[dict[str, Any]]]:
    """Sort the cards by the step at which each stands; a page about one person need not name him."""
    at = by_stage(findings)
    return {
        str(tahap): [
            card(k) | ({"judul": k.judul, "membuka_jalan_bagi": 0} if k.tingkat == "orang" else {}) for k in found
        ]
        for tahap, found in at.items()
    }


def _shown(one: Isian) -> dict[str, Any]:
    """One entry as the first step asks about it: rated? predikat set? sent?"""
    if one.skp:
        agreed = one.status_pmm == SkpStatus.DISEPAKATI
        return {"isian": one, "jawab": [("Disepakati", agreed)], "kata": WORDS[one.keadaan]}
    asked = [("Dinilai", one.dinilai), ("Predikat ditetapkan", one.ditetapkan), ("Dikirim", one.dikirim)]
    return {"isian": one, "jawab": asked, "kata": WORDS[one.keadaan]}


def _first(findings: Sequence[Kendala], instansi: Instansi, who: Dilihat) -> str:
    """Say who has to move before the button helps; '' when nothing stands in the way of pressing or sending."""
    before = [k for tahap, found in by_stage(findings).items() if tahap in _EARLIER for k in found]
    names = [
        f"{who.sapaan} sendiri" if _own(k, who) else "waktu" if siapa(k) is Siapa.WAKTU else SEBUTAN[siapa(k)].lower()
        for k in before
    ]
    named = ", ".join(dict.fromkeys(names)).replace("admin instansi", f"admin instansi ({instansi.kantor})")
    return f"Masih menunggu langkah sebelumnya: {named}." if named else ""


_EARLIER = (Tahap.PERSIAPAN, Tahap.IDENTITAS, Tahap.PERIODE)


def _own(k: Kendala, who: Dilihat) -> bool:
    return k.tingkat == "orang" and siapa(k) is (Siapa.KEPALA if who.kepala else Siapa.GURU)

"""The five steps, guided, for one person: what stands at each, who mends it, which button, what will be written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from selaras.config import clock
from selaras.connectors.ports import SkpStatus
from selaras.documents.tindak_lanjut.langkah import JUDUL_TAHAP, SEBUTAN, Siapa, Tahap, siapa
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


def langkah(request: HttpRequest, nama: str | None = None) -> HttpResponse:
    """Guide a person through the five steps, or show where he stands in them."""
    who = dilihat(request, nama)
    per = request.bingkai.data_per
    with scoped(request) as connection:
        instansi = instansi_get(connection)
        if instansi is None or per is None:
            return render(
                request, "portal/guru/langkah.html", {"orang": who, "tab": who.tab("langkah"), "kosong": True}
            )
        tahun = instansi.tahun
        findings = kendala_list(connection, instansi=instansi, tahun=tahun, per=per, orang=who.id)
        both = sides(connection, orang=who.id, instansi=instansi.id, tahun=tahun)
        entries = isian(connection, orang=who.id, instansi=instansi.id, tahun=tahun)
        periods = periode_list(connection, instansi=instansi.id, tahun=tahun, today=clock.today())
        words = pernyataan_terakhir(connection, who.id, tahun).get(who.id, ())
    with owner() as connection:  # what e-Kinerja says of the person himself may name a unit that the role does not see
        identity = identitas(connection, orang=who.id, tahun=tahun)
    asked = "dari" in request.GET or "sampai" in request.GET
    form = RentangForm(
        tahun, request.GET if asked else None, initial=dict(zip(("dari", "sampai"), wajar(tahun), strict=True))
    )
    content: dict[str, Any] = {
        "orang": who, "tab": who.tab("langkah"), "langkah": guide(findings, both), "judul": _titles(),
        "kartu": _cards(findings), "isian": [_shown(one) for one in entries], "identitas": identity, "periode": periods,
        "form": form, "rentang_benar": asked and form.is_valid(), "ditulis": [one for one in entries if one.ditulis],
        "instansi": instansi, "tanda": [w for w in words if w.apa == Apa.DIVERIFIKASI and w.berlaku],
        "lengkap": bool(entries) and all(one.selesai for one in entries), "dipastikan": confirmed(instansi),
        "dahulu": _first(findings, instansi, who),
    }  # fmt: skip
    return render(request, "portal/guru/langkah.html", content, status=422 if asked and not form.is_valid() else 200)


def _titles() -> dict[str, str]:
    return {str(tahap): title for tahap, title in JUDUL_TAHAP.items()}


def _cards(findings: Sequence[Kendala]) -> dict[str, list[dict[str, Any]]]:
    """Sort the cards by the step at which each stands; a page about one person need not name him."""
    at = by_stage(findings)
    return {
        str(tahap): [card(k) | ({"judul": k.judul} if k.tingkat == "orang" else {}) for k in found]
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

"""A person's own evidence: what each side said and when it was seen, what was sent, who approved. To print."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from selaras.monitoring.bidang import Isian, isian
from selaras.monitoring.texts import tanggal
from selaras.plan.values import said
from selaras.portal.db import owner, scope_of
from selaras.portal.guru.orang import dilihat
from selaras.review.pernyataan import Apa, pernyataan_terakhir
from selaras.review.services import Putusan
from selaras.ui.format import waktu
from selaras.verify.selectors import evidence

_WORD = {
    Putusan.SETUJU: "Disetujui",
    Putusan.KEMBALIKAN: "Dikembalikan",
    Putusan.BAWA_PMM: "Disetujui: bawa nilai PMM / Ruang GTK",
    Putusan.PERTAHANKAN: "Diputuskan: pertahankan nilai e-Kinerja",
    Putusan.TARIK: "Diputuskan: tarik dari e-Kinerja",
}
_SIGNED = (Apa.BENAR, Apa.DIVERIFIKASI)


def bukti(request: HttpRequest, nama: str | None = None) -> HttpResponse:
    """Show the evidence about a person, whom the role may see."""
    who = dilihat(request, nama)
    tahun, instansi = request.bingkai.tahun, scope_of(request).instansi
    with owner() as connection:
        entries = isian(connection, orang=who.id, instansi=instansi, tahun=tahun) if tahun else ()
        sent = evidence(connection, orang=who.id, instansi=instansi, tahun=tahun)
        words = pernyataan_terakhir(connection, who.id, tahun).get(who.id, ()) if tahun else ()
    content = {
        "orang": who, "tab": who.tab("bukti"), "isian": [_entry(one) for one in entries],
        "kiriman": [_sent(row) for row in sent], "tanda": [w for w in words if w.apa in _SIGNED],
    }  # fmt: skip
    return render(request, "portal/guru/bukti.html", content)


def _entry(one: Isian) -> dict[str, Any]:
    """One entry as a block of evidence: values, days, and the word of the head."""
    facts = [
        ("PMM / Ruang GTK", _side(one, kiri=True, per=one.per_pmm)),
        ("e-Kinerja", _side(one, kiri=False, per=one.per_ekinerja)),
        ("Hasil", "Sama di kedua sisi" if one.sama else "Belum sama"),
    ]
    if one.putusan:
        facts.append((_WORD[Putusan(one.putusan)], f"{one.diputuskan_oleh}, {waktu(one.diputuskan_pada)}"))
    return {"nama": one.nama, "butir": facts}


def _side(one: Isian, *, kiri: bool, per: dt.date | None) -> str:
    values = [text for b in one.bidang if (text := b.kiri if kiri else b.kanan)]
    return f"{', '.join(values)} (data per {tanggal(per)})" if values else "(kosong)"


def _sent(row: Mapping[str, Any]) -> dict[str, Any]:
    """One operation as a block of evidence; it carries values only, no number of anybody."""
    kind = 2 if row["jenis"] == "SKP" else 3
    answer = row["jawaban"] or {}
    facts = [
        ("Dari", said(kind, row["lama"]) if row["lama"] else "(kosong)"),
        ("Menjadi", said(kind, row["baru"]) if row["baru"] else f"ditarik: {row['alasan_tarik'] or '-'}"),
        ("Disetujui", _approval(row)),
        ("Jawaban", str(answer.get("pesan") or answer.get("hasil") or "-")),
        ("Dijawab", waktu(row["dijawab_pada"]) if row["dijawab_pada"] else "-"),
        ("Terlihat", _seen(row)),
    ]
    return {"nama": f"Kiriman {row['periode'] or row['jenis']}", "butir": facts}


def _approval(row: Mapping[str, Any]) -> str:
    if not row["disetujui_oleh"]:
        return "-"
    decree = f", SK {row['nomor_sk']}" if row["nomor_sk"] else ""
    return f"{row['disetujui_oleh']} ({row['sebagai']}{decree}), {waktu(row['disetujui_pada'])}"


def _seen(row: Mapping[str, Any]) -> str:
    if row["cocok"] is None:
        return str(row["status"])
    return f"{'sama' if row['cocok'] else 'tidak sama'}, {waktu(row['dilihat_pada'])}: {', '.join(row['kolom'])}"

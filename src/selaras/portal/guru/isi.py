"""What a person's page is made of: card, findings, both sides, what was said about them."""

from __future__ import annotations

from typing import Any

import psycopg
from django.http import HttpRequest
from django.urls import reverse

from selaras.config import clock
from selaras.jobs.schedule import schedule_of
from selaras.monitoring.posisi import Kendala
from selaras.monitoring.selectors import kendala_list
from selaras.monitoring.sides import sides
from selaras.monitoring.texts import tanggal
from selaras.organisasi.selectors import Instansi, instansi_get
from selaras.portal.guru.orang import Dilihat
from selaras.portal.kartu import Kartu, card, kartu
from selaras.review.pernyataan import Apa, Pernyataan, pernyataan_terakhir, sudah

DONE = frozenset({"selaras", "dikecualikan"})


def gather(connection: psycopg.Connection, request: HttpRequest, who: Dilihat) -> dict[str, Any]:
    """Gather the first page about a person, seen with the eyes of whoever asks."""
    instansi = instansi_get(connection)
    per = request.bingkai.data_per
    if instansi is None or per is None:
        empty: dict[str, Any] = dict.fromkeys(("sisi", "temuan", "kendala", "catatan", "kata", "ditekan"), ())
        return {**empty, "kartu": kartu((), lengkap=False)}
    both = sides(connection, orang=who.id, instansi=instansi.id, tahun=instansi.tahun)
    findings = kendala_list(connection, instansi=instansi, tahun=instansi.tahun, per=per, orang=who.id)
    words = pernyataan_terakhir(connection, who.id, instansi.tahun).get(who.id, ())
    complete = bool(both) and all(one.keadaan in DONE for one in both)
    pressed = {w.kode for w in words if w.apa == Apa.DITEKAN and w.berlaku and w.kode}
    shown = kartu(findings, lengkap=complete, sapaan=who.sapaan, ditekan=pressed, dipastikan=confirmed(instansi))
    return {
        "kartu": with_button(shown, who),
        "sisi": both,
        "temuan": findings,
        "kendala": [_card(k, who) for k in findings if k.keadaan != "catatan" and k.kode not in pressed],
        "ditekan": pressed,
        "catatan": [_card(k, who) for k in findings if k.keadaan == "catatan" and k.tingkat == "orang"],
        "kata": words,
        "benar": _holding(words, Apa.BENAR),
        "lapor": [w for w in words if w.apa == Apa.LAPOR and w.berlaku],
        "diajukan": [w for w in words if w.apa == Apa.DIAJUKAN and w.berlaku],
        "bicara": who.sendiri and bool(both),
    }


def with_button(shown: Kartu, who: Dilihat) -> dict[str, Any]:
    """Return the card for the template; the person himself can say that its step is done."""
    found = {name: getattr(shown, name) for name in shown.__slots__}
    if who.sendiri and shown.kode:
        found["url_kirim"] = reverse("saya_nyatakan_kode", args=[Apa.DITEKAN, shown.kode])
        found["tombol_kirim"] = "Sudah saya tekan" if "tekan" in shown.judul else "Sudah saya kerjakan"
    if shown.langkah and shown.nada == "aksi":
        found["url"], found["tombol"] = who.alamat("langkah"), "Pandu langkah demi langkah"
    return found


def confirmed(instansi: Instansi) -> str:
    """Say when the next report will show what was done: the day of the schedule where one is set."""
    coming = schedule_of(instansi.pengaturan).next(clock.now())
    if coming is None:
        return "Dipastikan sesudah laporan e-Kinerja berikutnya dibaca"
    return f"Dipastikan {tanggal(coming.date())}, saat laporan berikutnya dibaca"


def _holding(words: tuple[Pernyataan, ...], apa: str) -> Pernyataan | None:
    return sudah([w for w in words if w.berlaku], apa)


def _card(k: Kendala, who: Dilihat) -> dict[str, Any]:
    found = card(k)
    if k.tingkat == "orang":  # the page is about one person: the title need not name him
        found |= {"judul": k.judul, "membuka_jalan_bagi": 0}
    if who.sendiri and k.tingkat == "orang":
        found["url"], found["tombol"] = f"{reverse('saya_lapor')}?kode={k.kode}", "Laporkan bila ini keliru"
    return found

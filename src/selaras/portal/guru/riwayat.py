"""What happened to a person's data, in plain words, the newest first."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from selaras.config import clock
from selaras.ledger.keadaan import WORDS
from selaras.monitoring.history import history
from selaras.portal.db import owner, scope_of
from selaras.portal.guru.orang import Dilihat, dilihat
from selaras.review.pernyataan import Apa, Pernyataan, pernyataan_terakhir

MOST = 60  # days
_SAID = {
    Apa.BENAR: "menyatakan datanya benar",
    Apa.LAPOR: "melaporkan data yang keliru",
    Apa.DITEKAN: "menyatakan tombolnya sudah ditekan",
    Apa.DIAJUKAN: "mengajukan perbaikan identitas",
    Apa.DIVERIFIKASI: "mencocokkan semua isian",
}


def riwayat(request: HttpRequest, nama: str | None = None) -> HttpResponse:
    """Show the history of a person, whom the role may see: the run behind a change belongs to nobody in particular."""
    who = dilihat(request, nama)
    tahun = request.bingkai.tahun
    with owner() as connection:
        told = history(connection, orang=who.id, instansi=scope_of(request).instansi)
        words = pernyataan_terakhir(connection, who.id, tahun).get(who.id, ()) if tahun else ()
    content = {"hari": days(told, words, who), "orang": who, "tab": who.tab("riwayat")}
    return render(request, "portal/guru/riwayat.html", content)


def days(told: Mapping[str, Any], words: Iterable[Pernyataan], who: Dilihat) -> list[tuple[dt.date, list[str]]]:
    """Put what changed, what was decided and what was said into one list of days."""
    found: dict[dt.date, list[str]] = defaultdict(list)
    for step in told["perjalanan"]:
        if step["data_per"]:
            found[step["data_per"]].append(_step(step))
    for word in words:
        subject = who.sapaan if word.sendiri else word.sebagai.capitalize()
        found[word.pada.astimezone(clock.ZONE).date()].append(f"{subject} {_SAID[Apa(word.apa)]}.")
    for one in told["pengecualian"]:
        lifted = " (sudah dicabut)" if one["dicabut"] else ""
        found[one["mulai"]].append(f"Dikecualikan: {one['alasan']}{lifted}.")
    return [(day, list(dict.fromkeys(found[day]))) for day in sorted(found, reverse=True)[:MOST]]


def _step(step: Mapping[str, Any]) -> str:
    """Say one change of state.

    >>> _step({"jenis": "penilaian", "periode": "TW3", "tahun": 2024, "dari": "menunggu", "menjadi": "selaras"})
    'Penilaian TW3 tahun 2024: selaras (sebelumnya menunggu).'
    """
    name = f"{'SKP' if step['jenis'] == 'SKP' else 'Penilaian'} {step['periode']}".strip()
    now = WORDS[step["menjadi"]].lower().replace("e-kinerja", "e-Kinerja")
    before = f" (sebelumnya {WORDS[step['dari']].lower()})" if step["dari"] in WORDS else ""
    return f"{name} tahun {step['tahun']}: {now}{before.replace('e-kinerja', 'e-Kinerja')}."

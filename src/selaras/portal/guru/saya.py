"""A teacher's first page: one card, the five steps, both sides beside each other."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from selaras.portal.db import scoped
from selaras.portal.guru.isi import gather
from selaras.portal.guru.orang import dilihat
from selaras.portal.guru.panduan import guide


def saya(request: HttpRequest, nama: str | None = None) -> HttpResponse:
    """Show a person: whoever is signed in, or the one that the address names."""
    who = dilihat(request, nama)
    with scoped(request) as connection:
        found = gather(connection, request, who)
    same = [one for one in found["sisi"] if one.sama]
    other = [one for one in found["sisi"] if not one.sama and one.keadaan != "dikecualikan"]
    left = [one for one in found["sisi"] if not one.sama and one.keadaan == "dikecualikan"]
    steps = guide(found["temuan"], found["sisi"], who.alamat("langkah"), found["ditekan"])
    content = {
        **found,
        "sama": same,
        "beda": other,
        "tidak_dibawa": left,
        "langkah": steps,
        "orang": who,
        "tab": who.tab(""),
    }
    return render(request, "portal/guru/saya.html", content)

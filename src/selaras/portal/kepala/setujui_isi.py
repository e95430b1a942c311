"""What waits for a word, sorted: the ordinary in one list, the odd one by one, apart what is not one's to decide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

import psycopg
from django import forms
from django.http import HttpRequest

from selaras.accounts.roles import Jenis
from selaras.accounts.scope import Cakupan
from selaras.accounts.selectors import acting_heads
from selaras.config import clock
from selaras.ledger.scope import Scope
from selaras.organisasi.selectors import Instansi
from selaras.portal.db import owner
from selaras.portal.guru.tautan import alamat
from selaras.portal.kepala.lembar import lembar
from selaras.review.selectors import Waiting, waiting
from selaras.review.services import Putusan

KIND = "setujui"
TOMBOL = {
    Putusan.SETUJU: "Setujui",
    Putusan.KEMBALIKAN: "Kembalikan",
    Putusan.BAWA_PMM: "Bawa nilai Ruang GTK",
    Putusan.PERTAHANKAN: "Pertahankan nilai e-Kinerja",
    Putusan.TARIK: "Tarik dari e-Kinerja",
}


class AlasanForm(forms.Form):
    """The reason for a word; only a plain yes needs none."""

    alasan = forms.CharField(
        label="Alasan",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Wajib diisi. Dibaca oleh yang bersangkutan.",
        error_messages={"required": "Tulis alasannya dulu, lalu tekan tombolnya lagi."},
    )

    def __init__(self, *args: Any, putusan: Putusan | None = None, boleh_setuju: bool = False, **more: Any) -> None:
        """Take the word that the reason is for, and whether a plain yes is among the choices."""
        super().__init__(*args, use_required_attribute=False, **more)
        field = self.fields["alasan"]
        field.required = putusan is not Putusan.SETUJU
        if boleh_setuju:
            field.label, field.help_text = "Alasan bila dikembalikan", "Dibaca oleh yang bersangkutan."


@dataclass(slots=True)
class Kelompok:
    """What waits at one school, or at the head's own."""

    sekolah: str
    biasa: list[Waiting] = field(default_factory=list)
    janggal: list[Waiting] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Menunggu:
    """Everything that waits within reach, sorted."""

    kelompok: list[Kelompok]
    bukan_wewenang: list[Waiting]  # one's own, and what only the admin may decide
    diputuskan: int  # said already, not derived yet


def scope_now(request: HttpRequest, instansi: Instansi, run: int = 0) -> Scope:
    """Return what a service works on."""
    return Scope(instansi.id, instansi.tahun, request.bingkai.data_per or clock.today(), run, clock.today())


def read(
    connection: psycopg.Connection[Any], request: HttpRequest, role: Cakupan, instansi: Instansi, *,
    sekolah: int | None, decided: bool = False,
) -> list[Waiting]:  # fmt: skip
    """List what waits for this role: of a school, or for the admin what nobody else may decide."""
    heads = None
    if role.jenis is not Jenis.KEPALA and sekolah is None:
        with owner() as seeing:
            heads = acting_heads(seeing, instansi=instansi.id, today=clock.today())
    return waiting(connection, scope_now(request, instansi), sekolah=sekolah, milik_kepala=heads, decided=decided)


def sort(items: Sequence[Waiting], role: Cakupan) -> Menunggu:
    """Sort what waits: per school, the odd apart from the ordinary, schools with most odd ones first."""
    found: dict[int | None, Kelompok] = {}
    others = [x for x in items if not x.diputuskan and not may(x, role)]
    for x in items:
        if x.diputuskan or not may(x, role):
            continue
        group = found.setdefault(x.sekolah_id, Kelompok(x.sekolah or x.npsn or "Tanpa sekolah"))
        (group.biasa if x.biasa else group.janggal).append(x)
    ordered = sorted(found.values(), key=lambda g: (-len(g.janggal), -len(g.biasa), g.sekolah))
    return Menunggu(ordered, others, sum(x.diputuskan for x in items))


def may(x: Waiting, role: Cakupan) -> bool:
    """Say whether this role may decide about an entry; the service asks again."""
    return x.orang_id != role.orang and (role.jenis is not Jenis.KEPALA or not x.kepala)


def rows(items: Iterable[Waiting]) -> list[dict[str, Any]]:
    """Return ordinary entries per person; equal values of several periods stand in one line."""
    found = []
    for number, group in groupby(items, key=lambda x: x.orang_id):
        own = list(group)
        values: dict[str, list[str]] = {}
        for x in own:
            values.setdefault(x.menjadi, []).append(x.apa)
        lines = [{"apa": ", ".join(names), "nilai": value} for value, names in values.items()]
        found.append({"nama": own[0].nama or "(tanpa nama)", "url": alamat(number), "isi": lines})
    return found


def card(x: Waiting, bound: AlasanForm | None = None) -> dict[str, Any]:
    """Return an odd entry with its form."""
    plain = Putusan.SETUJU in x.pilihan
    form = bound if bound is not None else AlasanForm(auto_id=f"alasan-{x.id}-%s", boleh_setuju=plain)
    return {
        "x": x,
        "url": alamat(x.orang_id),
        "lembar": lembar(KIND, {x.id: x.pasangan}),
        "tombol": [{"nilai": int(one), "teks": TOMBOL[one]} for one in x.pilihan],
        "form": form,
    }

"""A person's word about himself: right, pressed, verified. Each is said with one button."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from selaras.config import clock
from selaras.galat import DataError
from selaras.ledger import catalogue
from selaras.organisasi.selectors import instansi_get
from selaras.portal.db import scope_of, scoped
from selaras.portal.guru.isi import confirmed
from selaras.portal.guru.orang import Dilihat, dilihat
from selaras.portal.kerja import recorded
from selaras.review.pernyataan import SENDIRI, Apa, nyatakan, pernyataan_berlaku, sudah

_THANKS = {
    Apa.BENAR: "Terima kasih. Tercatat: data ini menurut {sapaan} benar.",
    Apa.DITEKAN: "Terima kasih, tercatat. {kapan}; tidak ada yang perlu dilakukan sampai saat itu.",
    Apa.DIVERIFIKASI: "Terima kasih. Tercatat: {sapaan} sudah mencocokkan semua isian.",
}


@require_POST
def katakan(request: HttpRequest, apa: str, kode: str | None = None) -> HttpResponse:
    """Write a word down and lead back to where it was said."""
    who = dilihat(request, None)
    known = kode is None or kode in catalogue.texts()
    if apa not in _THANKS or not known or (apa == Apa.DITEKAN) is (kode is None):
        raise Http404
    with scoped(request) as connection:
        instansi = instansi_get(connection)
    if instansi is None:
        raise Http404
    try:
        say(request, who, Apa(apa), instansi.tahun, kode=kode)
    except DataError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _THANKS[Apa(apa)].format(sapaan=who.sapaan, kapan=confirmed(instansi)))
    return redirect("saya_langkah" if apa == Apa.DIVERIFIKASI else "saya")


def say(
    request: HttpRequest, who: Dilihat, apa: Apa, tahun: int, *, kode: str | None = None, isi: str | None = None
) -> None:
    """Write a person's word about himself, unless the same one holds already."""
    scope = scope_of(request)
    with scoped(request) as connection:
        words = pernyataan_berlaku(connection, who.id, tahun).get(who.id, ())
    held = sudah([w for w in words if w.sebagai == SENDIRI and w.isi == isi], apa, kode=kode)
    if held is not None:
        return
    with recorded(request, "pernyataan") as (connection, run):
        nyatakan(
            connection, instansi=scope.instansi, tahun=tahun, orang=who.id, apa=apa, kode=kode, isi=isi,
            oleh_orang=who.id, oleh=who.nama, sebagai=SENDIRI, run=run, now=clock.now(),
        )  # fmt: skip

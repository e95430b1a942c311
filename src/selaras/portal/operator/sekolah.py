"""What waits for an operator at one school."""

from __future__ import annotations

from dataclasses import dataclass

import psycopg
from django.http import HttpRequest

from selaras.documents.tindak_lanjut.operator import KODE
from selaras.monitoring.people import people
from selaras.monitoring.posisi import Kendala
from selaras.monitoring.selectors import kendala_list
from selaras.organisasi.selectors import Instansi
from selaras.review.pernyataan import Apa, Pernyataan, pernyataan_terakhir, sudah


@dataclass(frozen=True, slots=True)
class Pekerjaan:
    """What an operator has to mend, what he has submitted, and what reports show to be mended since."""

    perlu: tuple[Kendala, ...]
    diajukan: tuple[tuple[Kendala, Pernyataan], ...]
    beres: tuple[tuple[str, Pernyataan], ...]  # with the name of the person
    lapor: tuple[tuple[str, Pernyataan], ...]  # what people of the school reported, in force


def work(connection: psycopg.Connection, request: HttpRequest, sekolah: int, instansi: Instansi) -> Pekerjaan:
    """Sort the findings of a school that its operator mends by what he has said about them."""
    per = request.bingkai.data_per
    if per is None:
        return Pekerjaan((), (), (), ())
    every = kendala_list(connection, instansi=instansi, tahun=instansi.tahun, per=per, sekolah=sekolah)
    findings = sorted(
        (k for k in every if k.kode in KODE), key=lambda k: (k.keadaan == "catatan", k.nama or "", k.kode)
    )
    names = {
        one.orang_id: one.nama or "(tanpa nama)" for one in people(connection, sekolah=sekolah, tahun=instansi.tahun)
    }
    who = sorted(names.keys() | {k.orang_id for k in findings if k.orang_id})
    words = pernyataan_terakhir(connection, who, instansi.tahun)
    said = [(k, _submitted(words.get(k.orang_id or 0, ()), k.kode)) for k in findings]
    there = {(k.orang_id, k.kode) for k in findings}
    flat = [word for every_word in words.values() for word in every_word]
    return Pekerjaan(
        tuple(k for k, word in said if word is None),
        tuple((k, word) for k, word in said if word is not None),
        tuple(
            (names.get(w.orang_id, ""), w) for w in flat if w.apa == Apa.DIAJUKAN and (w.orang_id, w.kode) not in there
        ),
        tuple((names.get(w.orang_id, ""), w) for w in flat if w.apa == Apa.LAPOR and w.berlaku),
    )


def _submitted(words: tuple[Pernyataan, ...], kode: str) -> Pernyataan | None:
    return sudah([w for w in words if w.berlaku], Apa.DIAJUKAN, kode=kode)

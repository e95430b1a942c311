"""What the page of a school is made of: counts, steps with names, the message to pass on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import quote

import psycopg
from django.http import HttpRequest

from selaras.accounts.roles import Jenis
from selaras.documents.tindak_lanjut.giliran import Giliran, giliran, kalimat
from selaras.documents.tindak_lanjut.langkah import SEBUTAN, Siapa
from selaras.documents.tindak_lanjut.pesan_guru import pesan_guru, pesan_kepala
from selaras.documents.tindak_lanjut.susun import Susunan
from selaras.documents.tindak_lanjut.tugas import Langkah, LangkahSekolah
from selaras.monitoring.langkah import Kedudukan, kedudukan
from selaras.monitoring.people import Orang, people
from selaras.monitoring.posisi import Kendala, Posisi
from selaras.portal.db import scope_of
from selaras.portal.guru.tautan import alamat
from selaras.portal.posisi import position_of

GROUPS = (
    (Siapa.KEPALA, "Yang dikerjakan kepala sekolah"),
    (Siapa.GURU, "Yang dikerjakan guru"),
    (Siapa.OPERATOR, "Yang dikerjakan operator"),
)


def gather(connection: psycopg.Connection[Any], request: HttpRequest, sekolah: int) -> dict[str, Any] | None:
    """Gather the page of a school; None while it has no entries."""
    posisi = position_of(connection, request, sekolah=sekolah)
    if posisi is None or not posisi.sekolah:
        return None
    staff = people(connection, sekolah=sekolah, tahun=posisi.tahun)
    standing = kedudukan(connection, instansi=scope_of(request).instansi, tahun=posisi.tahun, sekolah=sekolah)
    asked = without_decided(posisi)
    steps = Susunan(asked).sekolah(posisi.sekolah[0])
    known = {o.nip: o.orang_id for o in staff if o.nip}
    counts = hitung(standing, menulis=not posisi.hanya_baca)
    return {
        "posisi": posisi,
        "sekolah": posisi.sekolah[0],
        "ringkas": kalimat(counts),
        "setujui": counts.get(Giliran.BELUM_DISETUJUI, 0),
        "kelompok": [
            {"judul": title, "langkah": [shown(x, known) for x in steps.milik(who)]}
            for who, title in GROUPS
            if steps.milik(who)
        ],
        "ditunggu": [shown(x, known) for x in steps.menunggu_lain],
        "waktu": [shown(x, known) for x in steps.milik(Siapa.WAKTU)],
        "tertahan": steps.tertahan,
        "guru": [{"o": o, "url": alamat(o.orang_id)} for o in staff],
        **message(asked, steps, scope_of(request).jenis),
    }


def without_decided(posisi: Posisi) -> Posisi:
    """Leave out what is decided on the page of approvals: where Selaras writes, nobody presses for a difference."""
    if posisi.hanya_baca:
        return posisi
    return replace(posisi, kendala=tuple(k for k in posisi.kendala if k.kode not in ("D1", "D2", "D3")))


def hitung(orang: Iterable[Kedudukan], *, menulis: bool) -> dict[Giliran, int]:
    """Count the people of a school by where they stand."""
    alike = Counter((tuple(o.kode), o.kepala, o.lengkap) for o in orang)
    counts: Counter[Giliran] = Counter()
    for (kode, kepala, lengkap), n in alike.items():
        counts[giliran(kode, kepala=kepala, lengkap=lengkap, menulis=menulis)] += n
    return counts


def shown(x: Langkah, known: dict[str, int]) -> dict[str, Any]:
    """Return a step for the page: what, how long, and whom it is about with their pages."""
    own = x.sendiri
    return {
        "teks": x.aturan.singkat,
        "sendiri": own,
        "orang": 0 if own else x.orang,
        "membuka": x.membuka if not x.orang and x.kendala[0].tingkat == "sekolah" else 0,
        "menit": x.menit,
        "siapa": SEBUTAN.get(x.siapa, ""),
        "nama": [] if own else [_named(k, known) for k in x.kendala if k.tingkat == "orang"],
    }


def message(posisi: Posisi, steps: LangkahSekolah, jenis: Jenis) -> dict[str, Any]:
    """Return the message that this role passes on: the head to the teachers, whoever is above him to the head."""
    own = jenis in (Jenis.KEPALA, Jenis.OPERATOR)
    text = pesan_guru(posisi, steps) if own else pesan_kepala(posisi, steps)
    title = "Pesan untuk grup guru" if own else "Pesan untuk kepala sekolah"
    return {"pesan": text, "judul_pesan": title, "wa": f"https://wa.me/?text={quote(text)}" if text else ""}


def own_findings(posisi: Posisi, own: Orang) -> Sequence[Kendala]:
    """Return the findings that touch one of the staff: his own, his school's, the instansi's."""
    return [k for k in posisi.kendala if k.tingkat not in ("orang", "berkas") or (k.nip and k.nip == own.nip)]


def _named(k: Kendala, known: dict[str, int]) -> dict[str, str]:
    number = known.get(k.nip or "")
    slots = ", ".join(one for one in k.periode if one != "SKP")
    return {"nama": k.nama or "(tanpa nama)", "periode": slots, "url": alamat(number) if number else ""}

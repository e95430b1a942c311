"""What the verification page of a school shows: both sides of everybody, whose word holds, what is still missing."""

from __future__ import annotations

from typing import Any

import psycopg

from selaras.accounts.roles import Jenis
from selaras.accounts.scope import Cakupan
from selaras.ledger import catalogue
from selaras.monitoring.sides import Sisi, school_sides
from selaras.organisasi.selectors import Instansi
from selaras.portal.guru.tautan import alamat
from selaras.portal.kepala.lembar import lembar
from selaras.portal.kepala.setujui_isi import AlasanForm
from selaras.review.final_report import Sisa, left, locked
from selaras.review.verifikasi import Orang, orang_sekolah

KIND = "verifikasi"


def gather(
    connection: psycopg.Connection[Any], role: Cakupan, instansi: Instansi, sekolah: int, form: AlasanForm | None = None
) -> dict[str, Any]:
    """Gather the page of one school."""
    facts = {"instansi": instansi.id, "tahun": instansi.tahun, "sekolah": sekolah}
    people = orang_sekolah(connection, **facts)
    both = school_sides(connection, **facts)
    rest = left(connection, **facts)
    lock = next(iter(locked(connection, tahun=instansi.tahun, sekolah=sekolah)), None)
    ready = [one for one in people if one.bisa]
    signed = sum(one.diverifikasi_pada is not None for one in people)
    return {
        "kepala": role.jenis is Jenis.KEPALA,
        "orang": [_person(one, both.get(one.orang_id, ())) for one in sorted(people, key=lambda one: one.lengkap)],
        "bisa": len(ready),
        "lembar": lembar(KIND, {one.orang_id: (one.jejak, None) for one in ready}),
        "terverifikasi": signed,
        "sisa": [_left(one) for one in rest],
        "isian_sisa": sum(one.isian for one in rest),
        "bisa_kunci": bool(people) and not rest and signed == len(people),
        "kunci": lock,
        "form": form if form is not None else AlasanForm(auto_id="buka-%s"),
        "kantor": instansi.kantor,
    }


def _person(one: Orang, both: tuple[Sisi, ...]) -> dict[str, Any]:
    return {
        "o": one,
        "url": alamat(one.orang_id),
        "sisi": both,
        "beda": [side for side in both if side.keadaan not in ("selaras", "dikecualikan")],
    }


def _left(one: Sisa) -> dict[str, Any]:
    text = catalogue.texts().get(one.kode or "")
    return {
        "keadaan": one.nama_keadaan,
        "judul": text.judul if text else "Sudah dikirim, belum terbaca kembali",
        "isian": one.isian,
        "orang": one.orang,
    }

"""The words for plans: how one stands, and what can be done with it now."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from selaras.config import clock
from selaras.plan.browse import Ringkas
from selaras.plan.values import Plan
from selaras.portal.ids import name_of

RUPA = {  # key: words, tone, icon
    "ditutup": ("Ditutup", "diam", "circle-check"),
    "kedaluwarsa": ("Kedaluwarsa", "tahan", "clock"),
    "kedua": ("Menunggu orang kedua", "tunggu", "users"),
    "jeda": ("Dijeda", "tahan", "octagon-x"),
    "dikirim": ("Sedang dikirim", "cek", "refresh-cw"),
    "siap": ("Siap dikirim", "aksi", "pointer"),
}


@dataclass(frozen=True, slots=True)
class Baris:
    """A plan as the list shows it."""

    rencana: Ringkas
    keadaan: str
    kata: str
    nada: str
    ikon: str
    url: str
    bukti: str


def baris(one: Ringkas) -> Baris:
    """Say a plan in words."""
    key = stands(
        ditutup=one.ditutup,
        berlaku_sampai=one.berlaku_sampai,
        menunggu_kedua=one.menunggu_kedua,
        jeda=one.jeda,
        dibuka=one.dibuka,
    )
    name = name_of("rencana", one.id)
    return Baris(one, key, *RUPA[key], f"/rencana/{name}/", f"/bukti/{name}/")


def of_plan(plan: Plan) -> str:
    """Say how a plan stands, as a key of `RUPA`."""
    return stands(
        ditutup=plan.ditutup,
        berlaku_sampai=plan.berlaku_sampai,
        menunggu_kedua=plan.menunggu_kedua,
        jeda=plan.jeda,
        dibuka=plan.dibuka_run is not None,
    )


def stands(
    *, ditutup: dt.datetime | None, berlaku_sampai: dt.datetime, menunggu_kedua: bool, jeda: str | None, dibuka: bool
) -> str:
    """Say how a plan stands, as a key of `RUPA`."""
    if ditutup:
        return "ditutup"
    if clock.now() >= berlaku_sampai:
        return "kedaluwarsa"
    if menunggu_kedua:
        return "kedua"
    if jeda:
        return "jeda"
    return "dikirim" if dibuka else "siap"

"""Which SKP of PMM becomes which SKP of e-Kinerja, and what is written of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import uuid4

from selaras.ekinerja.selectors_sinkron import Terpegang
from selaras.pmm.kosakata import Status
from selaras.pmm.selectors_bahan import Bahan

Row = dict[str, Any]
_SAMA = ("selesai", "status", "jabatan", "plt", "atasan_nip", "pendekatan", "rhk")


def agreed(satu: Bahan | None) -> list[Row]:
    """Return the agreed SKP of the definitive post; that of an acting head is not carried (S6)."""
    return [skp for skp in satu.skp if skp["status"] == Status.DISEPAKATI and not skp["plt"]] if satu else []


def operations(di: Terpegang, plans: Sequence[Row], tahun: int) -> Iterator[Row]:
    """Yield a write for every SKP that e-Kinerja does not hold as PMM says it."""
    for plan in plans:
        held = _held(di, plan, sum(other["npsn"] == plan["npsn"] for other in plans))
        if held and held["status"] == "persetujuan" and _within(plan, held):
            continue  # e-Kinerja keeps the year where PMM kept two semesters
        isi = _isi(plan, held)
        if held is None or any(held[name] != isi[name] for name in _SAMA):
            yield operation("skp", di.nip, tahun, plan["npsn"]) | {
                "mulai": held["mulai"] if held else plan["mulai"],
                "versi": held["versi"] if held else 0,
                "isi": isi,
            }


def operation(jenis: str, nip: str, tahun: int, npsn: str) -> Row:
    """Return the frame of a write. Every press has a key of its own: a refusal must not outlive its cause."""
    return {
        "kunci": uuid4().hex, "jenis": jenis, "aksi": "tulis", "nip": nip, "tahun": tahun, "npsn": npsn,
        "mulai": None, "slot": 0, "alasan": None,
    }  # fmt: skip


def _held(di: Terpegang, plan: Row, plans: int) -> Row | None:
    """Return the SKP of the same school: the one that begins with it, the one around it, or the only one."""
    here = [skp for skp in di.skp if skp["npsn"] == plan["npsn"] and not skp["plt"]]
    for fits in (_same_start, _within):
        found = next((skp for skp in here if fits(plan, skp)), None)
        if found:
            return found
    return here[0] if plans == 1 and len(here) == 1 else None


def _same_start(plan: Row, held: Row) -> bool:
    return bool(plan["mulai"] == held["mulai"])


def _within(plan: Row, held: Row) -> bool:
    """Say whether the SKP lies within a longer one."""
    inside = held["mulai"] <= plan["mulai"] and plan["selesai"] <= held["selesai"]
    return bool(inside and (held["mulai"], held["selesai"]) != (plan["mulai"], plan["selesai"]))


def _isi(plan: Row, held: Row | None) -> Row:
    return {
        "selesai": max(plan["selesai"], held["selesai"]) if held and _within(plan, held) else plan["selesai"],
        "status": "persetujuan",
        "jabatan": plan["jabatan"],
        "plt": False,
        "atasan_nip": plan["penilai_nip"],
        "pendekatan": held["pendekatan"] if held else "kuantitatif",
        "rhk": plan["rhk"],
    }

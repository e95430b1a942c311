"""Bars of the rekap: the same picture on the first page and on the rekap itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from selaras.ledger.keadaan import WORDS
from selaras.monitoring.posisi import Kendala
from selaras.ui.grafik import Batang


def per_keadaan(counts: Mapping[str, int]) -> list[Batang]:
    """Return a bar per state that occurs, each in the colour of its state."""
    return [Batang(WORDS[name], bagian=((name, n),), url=f"/orang/?keadaan={name}") for name, n in counts.items() if n]


@dataclass(frozen=True, slots=True)
class PerKode:
    """All findings of one code: how many lines, at how many schools, how many teachers a repair frees."""

    kode: str
    judul: str
    keadaan: str
    penanggung_jawab: str
    baris: int
    sekolah: int
    membuka: int


def per_kode(kendala: Iterable[Kendala]) -> list[PerKode]:
    """Group findings by code, the one that frees most teachers first and notes last."""
    groups: dict[str, list[Kendala]] = {}
    for k in kendala:
        groups.setdefault(k.kode, []).append(k)
    rows = [
        PerKode(
            kode, found[0].judul, found[0].keadaan, found[0].penanggung_jawab, len(found),
            len({k.npsn for k in found if k.npsn}), sum(k.membuka_jalan_bagi for k in found),
        )
        for kode, found in groups.items()
    ]  # fmt: skip
    return sorted(rows, key=lambda row: (row.keadaan == "catatan", -row.membuka, -row.baris, row.kode))

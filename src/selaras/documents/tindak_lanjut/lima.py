"""The five steps of the way for one person and for a whole school: what is done, what comes next, what is held.

A step is *selesai* when nothing holds it nor any step before; *berikutnya* when somebody of the school, or
time, moves it on; *tertahan* when it waits for the dinas or the office; *belum* when it is not its turn yet.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from selaras.documents.tindak_lanjut import langkah
from selaras.documents.tindak_lanjut.langkah import Siapa, Tahap

_URUT = {siapa: n for n, siapa in enumerate(Siapa)}
SEKOLAH = frozenset({Siapa.OPERATOR, Siapa.KEPALA, Siapa.GURU, Siapa.WAKTU})


class Status(StrEnum):
    """How a step stands, the gravest first."""

    TERTAHAN = "tertahan"
    BERIKUTNYA = "berikutnya"
    BELUM = "belum"
    SELESAI = "selesai"


@dataclass(frozen=True, slots=True)
class Posisi:
    """One step of one person: how it stands, who moves it on, the codes that hold it."""

    tahap: Tahap
    status: Status
    siapa: tuple[Siapa, ...] = ()
    kode: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Jumlah:
    """One step of many people: how many stand how."""

    tahap: Tahap
    selesai: int = 0
    berikutnya: int = 0
    tertahan: int = 0
    belum: int = 0

    @property
    def status(self) -> Status:
        """Give the gravest that anybody has."""
        for one in (Status.TERTAHAN, Status.BERIKUTNYA, Status.BELUM):
            if getattr(self, one):
                return one
        return Status.SELESAI

    @property
    def orang(self) -> int:
        """Count everybody."""
        return self.selesai + self.berikutnya + self.tertahan + self.belum


def lima(kode: Iterable[str], *, kepala: bool, lengkap: bool) -> tuple[Posisi, ...]:
    """Say how the five steps stand for a person whom these codes hold; `lengkap`: every entry of his is done."""
    if lengkap:
        return tuple(Posisi(tahap, Status.SELESAI) for tahap in Tahap)
    at: dict[Tahap, list[tuple[str, Siapa]]] = {tahap: [] for tahap in Tahap}
    for one in kode:
        rule = langkah.aturan_kode(one, kepala=kepala)[0]
        at[rule.tahap].append((one, Siapa(rule.siapa)))
    steps, before = [], True
    for tahap in Tahap:
        found = at[tahap]
        who = tuple(sorted({siapa for _, siapa in found}, key=_URUT.__getitem__))
        steps.append(Posisi(tahap, _status(tahap, who, before=before), who, tuple(sorted(k for k, _ in found))))
        before = before and not found
    return tuple(steps)


def jumlahkan(orang: Iterable[tuple[tuple[Posisi, ...], int]]) -> tuple[Jumlah, ...]:
    """Add up the steps of many: pairs of the five steps and how many people stand so."""
    counts = {tahap: dict.fromkeys(Status, 0) for tahap in Tahap}
    for steps, n in orang:
        for step in steps:
            counts[step.tahap][step.status] += n
    return tuple(Jumlah(tahap, **{str(status): n for status, n in counts[tahap].items()}) for tahap in Tahap)


def _status(tahap: Tahap, who: tuple[Siapa, ...], *, before: bool) -> Status:
    if who:
        return Status.BERIKUTNYA if SEKOLAH & set(who) else Status.TERTAHAN
    return Status.SELESAI if before and tahap is not Tahap.VERIFIKASI else Status.BELUM

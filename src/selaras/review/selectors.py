"""Reading what waits for a person's word, odd ones first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import psycopg
from psycopg.rows import class_row

from selaras.ledger.queries import Queries
from selaras.ledger.scope import Scope
from selaras.plan.values import named, said
from selaras.review.services import Pasangan, Putusan

_sql = Queries(__file__)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One entry that waits: what stands, what will, and what is odd about it."""

    id: int
    orang_id: int
    sekolah_id: int | None
    sumber: UUID | None  # what stands in Ruang GTK, as a fingerprint
    sasaran: UUID | None  # what stands in e-Kinerja
    npsn: str | None
    sekolah: str | None
    nip: str | None
    nama: str | None
    kepala: bool  # or pengawas: only the admin may decide
    kind: int
    slot: int
    keadaan: int
    kode: str | None
    lama: Mapping[str, Any] | None
    baru: Mapping[str, Any] | None
    putusan: int | None
    alasan: str | None
    oleh: str | None
    janggal: list[str]

    @property
    def apa(self) -> str:
        """Name what it is about: the SKP or the period."""
        return named(self.kind, self.slot)

    @property
    def dari(self) -> str:
        """Say what stands on the target."""
        return "(kosong)" if self.lama is None else said(self.kind, self.lama)

    @property
    def menjadi(self) -> str:
        """Say what PMM holds."""
        return "(ditarik)" if self.baru is None else said(self.kind, self.baru)

    @property
    def biasa(self) -> bool:
        """Say whether it equals Ruang GTK, waits for nothing but a yes, and nothing about it is odd."""
        return self.kode == "M2" and not self.janggal and not self.diputuskan

    @property
    def diputuskan(self) -> bool:
        """Say whether the word was said already and only the states have not been derived from it yet."""
        return self.putusan in (1, 3, 4, 5) or (self.putusan == 2 and self.kode != "M3")

    @property
    def pilihan(self) -> tuple[Putusan, ...]:
        """List the words that can be said about it, the one that moves it on first."""
        if self.diputuskan:
            return ()
        return {
            "M2": (Putusan.SETUJU, Putusan.KEMBALIKAN),
            "M3": (Putusan.SETUJU,),
            "D1": (Putusan.BAWA_PMM, Putusan.PERTAHANKAN, Putusan.KEMBALIKAN),
            "D2": (Putusan.BAWA_PMM, Putusan.PERTAHANKAN, Putusan.KEMBALIKAN),
            "D3": (Putusan.TARIK, Putusan.PERTAHANKAN),
        }.get(self.kode or "", ())

    @property
    def pasangan(self) -> Pasangan:
        """Return the values of both sides that a word is bound to."""
        return self.sumber, self.sasaran

    @property
    def untuk(self) -> str:
        """Say whose word it waits for."""
        return "admin instansi" if self.kepala or self.sekolah_id is None else "kepala sekolah"


@dataclass(frozen=True, slots=True)
class School:
    """How much waits at one school, and for whom."""

    npsn: str | None
    sekolah: str | None
    menunggu: int
    janggal: int
    untuk_kepala: int
    untuk_admin: int


def waiting(
    connection: psycopg.Connection,
    scope: Scope,
    *,
    sekolah: int | None = None,
    orang: int | None = None,
    decided: bool = False,
    milik_kepala: Sequence[int] | None = None,
) -> list[Waiting]:
    """List the entries that wait for a word or differ, per school the odd ones first; `decided` adds the others.

    milik_kepala  only what the admin has to decide: entries of heads, pengawas and people who moved away, and of
        these (acting heads)
    """
    params = scope.params | {"sekolah": sekolah, "orang": orang, "diputuskan": decided}
    params |= {"hanya_kepala": milik_kepala is not None, "plt": list(milik_kepala or ())}
    with connection.cursor(row_factory=class_row(Waiting)) as cursor:
        found = cursor.execute(_sql("waiting"), params).fetchall()
    found.sort(key=lambda item: (item.npsn or "", item.biasa, item.nama or "", item.orang_id, item.kind, item.slot))
    return found


def schools(items: Iterable[Waiting]) -> list[School]:
    """Count what waits per school; where most is odd comes first."""
    groups: dict[tuple[str | None, str | None], list[Waiting]] = {}
    for item in items:
        groups.setdefault((item.npsn, item.sekolah), []).append(item)
    found = []
    for (npsn, sekolah), group in groups.items():
        odd, own = sum(not item.biasa for item in group), sum(item.untuk == "kepala sekolah" for item in group)
        found.append(School(npsn, sekolah, len(group), odd, own, len(group) - own))
    return sorted(found, key=lambda school: (-school.janggal, -school.menunggu, school.npsn or ""))

"""Reading what waits for a person's word, odd ones first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg.rows import class_row

from selaras.ledger.queries import Queries
from selaras.ledger.scope import Scope
from selaras.plan.values import named, said

_sql = Queries(__file__)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One entry that waits: what stands, what will, and what is odd about it."""

    id: int
    orang_id: int
    sekolah_id: int | None
    npsn: str | None
    sekolah: str | None
    nip: str | None
    nama: str | None
    kepala: bool
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
        return self.kode == "M2" and not self.janggal

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
) -> list[Waiting]:
    """List the entries that wait for a word or differ, per school the odd ones first; `decided` adds the others."""
    params = scope.params | {"sekolah": sekolah, "orang": orang, "diputuskan": decided}
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

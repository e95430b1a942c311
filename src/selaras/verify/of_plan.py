"""Reading the evidence of a whole plan, a page at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg.rows import class_row

from selaras.ledger.queries import Queries
from selaras.plan.values import named, said
from selaras.verify.selectors import STATUS

BATCH = 1000  # rows read at once when a file is written
_sql = Queries(__file__)


@dataclass(frozen=True, slots=True)
class Bukti:
    """One operation of a plan: what was sent, answered and seen, and who approved it."""

    nomor: int
    nama: str | None
    nip: str
    sekolah: str | None
    npsn: str | None
    kind: int
    slot: int
    lama: Mapping[str, Any] | None
    baru: Mapping[str, Any] | None
    alasan_tarik: str | None
    status: int
    sebab: str | None
    kode: str | None
    pesan: str | None
    dijawab_pada: dt.datetime | None
    dikirim_oleh: str | None
    dilihat_pada: dt.datetime | None
    cocok: bool | None
    disetujui_oleh: str | None
    sebagai: str | None
    nomor_sk: str | None
    disetujui_pada: dt.datetime | None
    semua: int

    @property
    def apa(self) -> str:
        """Name what was carried."""
        return named(self.kind, self.slot)

    @property
    def dari(self) -> str:
        """Say what stood there."""
        return said(self.kind, self.lama) if self.lama else "(kosong)"

    @property
    def menjadi(self) -> str:
        """Say what was written."""
        return said(self.kind, self.baru) if self.baru else f"ditarik: {self.alasan_tarik or '-'}"

    @property
    def keadaan(self) -> str:
        """Say what became of it."""
        return STATUS[self.status]

    @property
    def terlihat(self) -> str:
        """Say what was seen when it was read back."""
        return "belum dilihat" if self.cocok is None else "sama" if self.cocok else "tidak sama"


def plan_evidence(connection: psycopg.Connection[Any], plan: int, *, limit: int, offset: int) -> list[Bukti]:
    """List a page of the evidence of a plan, in the order in which it was sealed."""
    with connection.cursor(row_factory=class_row(Bukti)) as cursor:
        return cursor.execute(_sql("bukti_rencana"), {"plan": plan, "batas": limit, "lewati": offset}).fetchall()

"""What the papers of a plan are made from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from selaras.plan.values import LeftOut, Plan, Step

Menunggu = tuple[str | None, str | None, int, int, int, int]  # npsn, school, waiting, odd, for the head, for the admin


@dataclass(frozen=True, slots=True)
class IsiRencana:
    """A plan (or none), its operations, what was left out, and what still waits for a person's word."""

    instansi: str
    latihan: bool
    tahun: int
    data_per: dt.date | None
    plan: Plan | None
    langkah: Sequence[Step]
    ditinggal: Sequence[LeftOut]
    menunggu: Sequence[Menunggu]

    @property
    def judul(self) -> str:
        """Name the paper."""
        mark = " [LATIHAN]" if self.latihan else ""
        number = f" nomor {self.plan.id}" if self.plan else ""
        return f"Rencana{number} {self.instansi}{mark}, tahun {self.tahun}"

    @property
    def ringkas(self) -> list[str]:
        """Say in sentences what the plan is."""
        if self.plan is None:
            return ["Tidak ada yang perlu dikirim."]
        p = self.plan
        lines = [
            f"{p.n} isian dikirim ke {p.connector}; berlaku sampai {p.berlaku_sampai:%d-%m-%Y %H:%M}.",
            f"Segel {p.digest[:12]}, disegel {p.disegel:%d-%m-%Y %H:%M} oleh {p.disegel_oleh}.",
            *p.ambang,
        ]
        if p.menunggu_kedua:
            lines.append("Rencana ini baru dapat dikirim sesudah orang kedua menyetujuinya.")
        elif p.kedua_oleh:
            lines.append(f"Disetujui orang kedua: {p.kedua_oleh}.")
        return lines

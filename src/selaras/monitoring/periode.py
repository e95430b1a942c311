"""Manajemen Periode of e-Kinerja as it was last read: which period is open, closed, doubled or missing."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import psycopg

from selaras.kinerja import periode
from selaras.ledger.periods import year_slots
from selaras.ledger.queries import Queries
from selaras.monitoring.texts import tanggal

_sql = Queries(__file__)


@dataclass(frozen=True, slots=True)
class Periode:
    """One period. `status`: terbuka, tertutup, ganda, tidak_ada or belum (its end has not come)."""

    slot: int
    status: str
    akhir: dt.date | None
    batas: dt.date | None

    @property
    def nama(self) -> str:
        """Name the period with its months."""
        return periode.nama_panjang(self.slot)

    @property
    def kata(self) -> str:
        """Say how it stands, in one sentence."""
        until = f" sampai {tanggal(self.batas)}" if self.batas else ""
        return {
            "terbuka": f"Terbuka, bisa diisi{until}.",
            "tertutup": f"Batas pengisian berakhir {tanggal(self.batas)}. Admin instansi dapat memperpanjangnya.",
            "ganda": "Dibuat lebih dari sekali, jadi tombol sinkro tidak muncul. Admin instansi merapikannya.",
            "tidak_ada": "Belum dibuat di e-Kinerja. Admin instansi menambahkannya.",
            "belum": f"Belum berakhir ({tanggal(self.akhir)}).",
        }[self.status]


def periode_list(
    connection: psycopg.Connection, *, instansi: int, tahun: int, today: dt.date
) -> tuple[Periode, ...] | None:
    """List the periods of a year; None when no list of periods was ever read."""
    slots = year_slots(connection, instansi=instansi, tahun=tahun)
    rows = connection.execute(_sql("periode"), {"instansi": instansi, "tahun": tahun, "slots": slots}).fetchall()
    if not any(row[1] for row in rows):
        return None
    return tuple(
        Periode(slot, _status(banyak, akhir or periode.rentang(tahun, slot)[1], batas, today), akhir, batas)
        for slot, banyak, _, akhir, batas in rows
    )


def _status(banyak: int, akhir: dt.date, batas: dt.date | None, today: dt.date) -> str:
    if banyak != 1:
        return "ganda" if banyak else "tidak_ada"
    if batas and batas < today:
        return "tertutup"
    return "belum" if akhir > today else "terbuka"

"""Both sides of one person beside each other, as words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg.rows import dict_row

from selaras.connectors.ports import Kind
from selaras.kinerja import periode, predikat, rating, status_skp
from selaras.ledger.keadaan import NUMBERS
from selaras.ledger.queries import Queries

_sql = Queries(__file__)


@dataclass(frozen=True, slots=True)
class Sisi:
    """One entry: its name, what each side says in words ('' for nothing), whether they agree, and its state."""

    nama: str
    kiri: str  # PMM / Ruang GTK
    kanan: str  # e-Kinerja
    sama: bool
    keadaan: str
    kiri_per: dt.date | None
    kanan_per: dt.date | None


def sides(connection: psycopg.Connection, *, orang: int, instansi: int, tahun: int) -> tuple[Sisi, ...]:
    """List the entries of a person with both sides: the SKP first, then the periods in order."""
    params = {"orang": orang, "instansi": instansi, "tahun": tahun}
    with connection.cursor(row_factory=dict_row) as cursor:
        return tuple(_side(row) for row in cursor.execute(_sql("dua_sisi"), params))


def school_sides(
    connection: psycopg.Connection, *, sekolah: int, instansi: int, tahun: int
) -> dict[int, tuple[Sisi, ...]]:
    """Map each person with entries at a school to both sides of them. One query for all."""
    params = {"sekolah": sekolah, "instansi": instansi, "tahun": tahun}
    found: dict[int, list[Sisi]] = {}
    with connection.cursor(row_factory=dict_row) as cursor:
        for row in cursor.execute(_sql("dua_sisi_sekolah"), params):
            found.setdefault(row["orang_id"], []).append(_side(row))
    return {number: tuple(both) for number, both in found.items()}


def _side(row: dict[str, Any]) -> Sisi:
    skp = row["kind"] == Kind.SKP
    words = _agreed if skp else _rated
    return Sisi(
        nama="SKP" if skp else periode.nama(row["slot"]),
        kiri=words(row, "pmm"),
        kanan=words(row, "ekinerja"),
        sama=bool(row["sama"]),
        keadaan=NUMBERS[row["keadaan"]] if row["keadaan"] else "menunggu",
        kiri_per=row["per_pmm"],
        kanan_per=row["per_ekinerja"],
    )


def _agreed(row: dict[str, Any], side: str) -> str:
    return status_skp.NAMA.get(row[f"status_{side}"], "")


def _rated(row: dict[str, Any], side: str) -> str:
    if not row[f"predikat_{side}"]:
        return "Belum dinilai" if row[f"status_{side}"] else ""
    hasil, perilaku = row[f"hasil_{side}"], row[f"perilaku_{side}"]
    named = (("hasil", hasil), ("perilaku", perilaku))
    parts = [f"{name} {rating.nama(one).lower()}" for name, one in named if one]
    return f"{predikat.nama(row[f'predikat_{side}'])}" + (f" ({', '.join(parts)})" if parts else "")

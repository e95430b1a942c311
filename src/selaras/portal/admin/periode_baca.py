"""Periods as the reports show them, and the values that the admin types in the real Manajemen Periode."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import psycopg

from selaras.kinerja import periode
from selaras.organisasi.selectors import Instansi

_QUERY = (
    "SELECT r.slot, r.tahun, r.rest->>'nama', r.rest->>'periode_awal', r.rest->>'periode_akhir', "
    "r.rest->>'batas_pengisian', r.rest->>'jenis_periode', r.rest->>'tipe_periodik', r.rest->>'angka_periodik' "
    "FROM record r WHERE r.kind = 12 AND r.instansi_id = %s AND r.gone_batch IS NULL AND r.tahun IN (0, %s) "
    "ORDER BY r.slot, r.tahun, r.id LIMIT 100"
)
_NAMES = (
    *("slot", "tahun", "nama", "periode_awal", "periode_akhir", "batas_pengisian"),
    *("jenis_periode", "tipe_periodik", "angka_periodik"),
)


@dataclass(frozen=True, slots=True)
class Isian:
    """What is typed for one period. `ada`: it is there already."""

    slot: int
    nama: str
    awal: str
    akhir: str
    jenis: str
    tahun: str
    tipe: str
    angka: str
    ada: bool


def tercatat(connection: psycopg.Connection[Any], *, instansi: int, tahun: int) -> list[dict[str, Any]]:
    """List the periods that hold for a year, as they were last read."""
    return [dict(zip(_NAMES, row, strict=True)) for row in connection.execute(_QUERY, (instansi, tahun))]


def nasihat(instansi: Instansi, ada: Collection[int]) -> list[Isian]:
    """Return every period of the year with the values to type: the parts without a gap, and one Final without Tahun."""
    parts = periode.slots(periode.parse_tipe(instansi.tipe_periodik))
    return [_isian(instansi, slot, slot in ada) for slot in (*parts, periode.SETAHUN)]


def _isian(instansi: Instansi, slot: int, ada: bool) -> Isian:
    awal, akhir = periode.rentang(instansi.tahun, slot)
    tipe, angka = periode.kolom(slot)
    final = slot == periode.SETAHUN
    return Isian(
        slot,
        periode.nama_panjang(slot).split(" (")[0],
        f"{awal:%d-%m}",
        f"{akhir:%d-%m}",
        "Final" if final else "Periodik",
        "dikosongkan" if final else f"{instansi.tahun}, atau dikosongkan untuk semua tahun",
        "" if final else tipe.capitalize(),
        angka,
        ada,
    )

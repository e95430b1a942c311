"""Who a person is on the school's side and on that of the civil service: name, NIP, unit, jabatan, rater."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import psycopg
from psycopg.rows import dict_row

from selaras.kinerja import nip
from selaras.ledger.queries import Queries
from selaras.monitoring.bidang import Bidang

_sql = Queries(__file__)
NAMES = {1: "PMM", 3: "Dapodik", 4: "SIASN", 2: "e-Kinerja"}
LEFT, RIGHT = (1, 3), (4, 2)
_Row = dict[str, Any]


def identitas(connection: psycopg.Connection, *, orang: int, tahun: int) -> tuple[Bidang, ...]:
    """Compare the accounts of a person; numbers are masked. What one side does not tell is no difference."""
    with connection.cursor(row_factory=dict_row) as cursor:
        rows = cursor.execute(_sql("identitas"), {"orang": orang, "tahun": tahun}).fetchall()
    return (
        _field("Nama", rows, lambda row: row["nama"], lambda row: row["nama_normal"]),
        _field("NIP", rows, lambda row: nip.mask(row["nip"]) if row["nip"] else None, lambda row: row["nip"]),
        _field("Unit kerja", rows, lambda row: row["unit"], lambda row: row["sekolah_id"] or row["unit"]),
        _field("Jabatan", rows, lambda row: row["jabatan"], lambda row: row["jabatan_normal"]),
        _field("Atasan penilai", rows, _rater, lambda row: row["penilai_orang"] or row["penilai_nip"]),
    )


def _field(
    nama: str, rows: Sequence[_Row], shown: Callable[[_Row], str | None], compared: Callable[[_Row], object]
) -> Bidang:
    told = [(row["sistem"], str(shown(row)), compared(row)) for row in rows if shown(row)]
    return Bidang(nama, _said(told, LEFT), _said(told, RIGHT), len({key for *_, key in told}) <= 1)


def _said(told: Sequence[tuple[int, str, object]], systems: Sequence[int]) -> str:
    """Put one side into words; its two systems are named where they differ."""
    own = sorted((systems.index(system), text, key) for system, text, key in told if system in systems)
    if len({key for *_, key in own}) <= 1:
        return own[0][1] if own else ""
    return "; ".join(dict.fromkeys(f"{NAMES[systems[place]]}: {text}" for place, text, _ in own))


def _rater(row: _Row) -> str | None:
    if not row["penilai_nip"]:
        return None
    return f"{'kepala sekolah ini, ' if row['penilai_kepala'] else ''}NIP {nip.mask(row['penilai_nip'])}"

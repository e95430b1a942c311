"""Reading what was seen, and the evidence of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg.rows import dict_row

from selaras.kinerja import periode
from selaras.ledger.keadaan import NUMBERS
from selaras.ledger.queries import Queries

_sql = Queries(__file__)
STATUS = {
    0: "disegel",
    1: "sedang dikirim",
    2: "dijawab, belum dilihat",
    3: "terlihat sama",
    7: "ditolak",
    8: "batal",
    9: "belum pasti",
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """How the sides of a year stand to each other, and how well refusals were foreseen."""

    sama: int
    beda: int
    belum_terlihat: int
    tertahan: int  # held back beforehand
    ditolak: int  # refused all the same

    @property
    def dugaan_tepat(self) -> float | None:
        """Share of what would have been refused that was held back beforehand; None when there is nothing of either.

        >>> Comparison(0, 0, 0, tertahan=9, ditolak=1).dugaan_tepat
        0.9
        """
        both = self.tertahan + self.ditolak
        return self.tertahan / both if both else None


def comparison(connection: psycopg.Connection, *, instansi: int, tahun: int) -> Comparison:
    """Compare the sides of a year as they were last read and derived."""
    row = connection.execute(_sql("banding"), {"instansi": instansi, "tahun": tahun}).fetchone()
    return Comparison(*row) if row else Comparison(0, 0, 0, 0, 0)


def evidence(
    connection: psycopg.Connection, *, orang: int, instansi: int, tahun: int | None = None
) -> list[dict[str, Any]]:
    """List what was carried over for a person, one row an operation; identifiers inside are whole."""
    with connection.cursor(row_factory=dict_row) as cursor:
        rows = cursor.execute(_sql("bukti"), {"orang": orang, "instansi": instansi, "tahun": tahun}).fetchall()
    return [
        {
            **row,
            "jenis": "SKP" if row["jenis"] == 2 else "penilaian",
            "periode": periode.nama(row["periode"] % 1000) if row["periode"] % 1000 else "",
            "keadaan": NUMBERS.get(row["keadaan"], ""),
            "status": STATUS[row["status"]],
        }
        for row in rows
    ]


def plans_to_read(connection: psycopg.Connection, *, instansi: int, tahun: int) -> list[int]:
    """List the plans that are open, or of which something answered or unknown has not been read back."""
    rows = connection.execute(
        "SELECT p.id FROM plan p WHERE p.instansi_id = %s AND p.tahun = %s AND (p.ditutup IS NULL OR EXISTS ("
        "SELECT FROM operation o WHERE o.plan_id = p.id AND (o.status IN (1, 9) OR o.status IN (2, 3) "
        "AND NOT EXISTS (SELECT FROM evidence v WHERE v.operation_id = o.id)))) ORDER BY p.id",
        (instansi, tahun),
    )
    return [row[0] for row in rows]

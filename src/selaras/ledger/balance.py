"""The balance (rekap on the screen): three equations, and every entry that is not selaras names an owner."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import psycopg

from selaras.ledger.keadaan import KEADAAN, NUMBERS


@dataclass(frozen=True, slots=True)
class Balance:
    """Entries per state, rows read and rejected, and whether all of it adds up. `seimbang` is None before any batch."""

    data_per: dt.date | None
    total: int
    keadaan: dict[str, int]
    dicatat_saja: int
    dibaca: int
    ditolak: int
    di_luar: int
    seimbang: bool | None


def balance(
    connection: psycopg.Connection, *, instansi: int, tahun: int, sekolah: int | None = None, orang: int | None = None
) -> Balance:
    """Add up the books of an instansi and year, of one school, or of one person."""
    where = "e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s"
    where += " AND e.sekolah_id = %(sekolah)s" if sekolah else ""
    where += " AND e.orang_id = %(orang)s" if orang else ""
    params = {"instansi": instansi, "tahun": tahun, "sekolah": sekolah, "orang": orang}
    rows = connection.execute(
        "SELECT e.keadaan, count(*), count(*) FILTER (WHERE e.code IS NULL AND e.keadaan IN (2, 3, 4, 5, 6)) "  # noqa: S608 - constants
        f"FROM entry e WHERE {where} GROUP BY 1",
        params,
    ).fetchall()
    states = dict.fromkeys(KEADAAN, 0)
    for number, count, _ in rows:
        if number in NUMBERS:
            states[NUMBERS[number]] = count
    total = sum(count for _, count, _ in rows)
    orphans = sum(missing for *_, missing in rows)
    read, rejected, outside, uneven, per = _batches(connection, instansi)
    whole = total == sum(states.values()) and orphans == 0 and uneven == 0
    return Balance(
        data_per=per,
        total=total,
        keadaan=states,
        dicatat_saja=_recorded_only(connection, params, sekolah, orang),
        dibaca=read,
        ditolak=rejected,
        di_luar=outside,
        seimbang=None if per is None else whole,
    )


def _batches(connection: psycopg.Connection, instansi: int) -> tuple[int, int, int, int, dt.date | None]:
    """Sum up the batches; recount stored rejects against what each batch claims."""
    row = connection.execute(
        """
        SELECT coalesce(sum(n_read), 0), coalesce(sum(n_rejected), 0), coalesce(sum(n_outside), 0),
          coalesce(sum((closed_at IS NULL OR n_rejected + n_duplicate + n_outside <> b.n)::int), 0)
        FROM batch LEFT JOIN LATERAL (SELECT count(*) AS n FROM baris WHERE baris.batch_id = batch.id) b ON true
        WHERE instansi_id = %s
        """,
        (instansi,),
    ).fetchone()
    if row is None:
        return 0, 0, 0, 0, None
    return int(row[0]), int(row[1]), int(row[2]), int(row[3]), position_date(connection)


def position_date(connection: psycopg.Connection) -> dt.date | None:
    """Return the day that the position is about: that of the newest report of e-Kinerja, else of the newest data."""
    row = connection.execute(
        "SELECT coalesce(max(per) FILTER (WHERE connector LIKE 'ekinerja_laporan%'), max(per)) FROM batch "
        "WHERE closed_at IS NOT NULL"
    ).fetchone()
    return row[0] if row else None


def _recorded_only(
    connection: psycopg.Connection, params: Mapping[str, object], sekolah: int | None, orang: int | None
) -> int:
    """Count the records that carry no entry: activities, and kinds or periods that the target cannot show."""
    where = "r.instansi_id = %(instansi)s AND r.gone_batch IS NULL AND r.side = 1 AND r.tahun = %(tahun)s"
    where += " AND r.kind IN (3, 9)"
    where += " AND r.sekolah_id = %(sekolah)s" if sekolah else ""
    where += " AND r.akun_id IN (SELECT id FROM akun WHERE orang_id = %(orang)s)" if orang else ""
    row = connection.execute(
        f"SELECT count(*) FROM record r LEFT JOIN entry e ON e.source_id = r.id WHERE {where} AND e.id IS NULL",  # noqa: S608 - constants
        params,
    ).fetchone()
    return int(row[0]) if row else 0

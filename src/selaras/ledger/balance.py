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
    read, rejected, outside, uneven, per = _batches(connection, instansi, recount=not (sekolah or orang))
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


def _batches(
    connection: psycopg.Connection, instansi: int, *, recount: bool
) -> tuple[int, int, int, int, dt.date | None]:
    """Sum up the batches; for the whole instansi also recount the stored rows against what each batch claims."""
    row = connection.execute(
        "SELECT coalesce(sum(n_read), 0), coalesce(sum(n_rejected), 0), coalesce(sum(n_outside), 0), "
        "count(*) FILTER (WHERE closed_at IS NULL) FROM batch WHERE instansi_id = %s",
        (instansi,),
    ).fetchone()
    if row is None:
        return 0, 0, 0, 0, None
    uneven = int(row[3]) + (_miscounted(connection, instansi) + _plans(connection, instansi) if recount else 0)
    return int(row[0]), int(row[1]), int(row[2]), uneven, position_date(connection)


def _miscounted(connection: psycopg.Connection, instansi: int) -> int:
    row = connection.execute(
        "SELECT count(*) FROM batch k "
        "LEFT JOIN (SELECT batch_id, count(*) AS n FROM baris GROUP BY 1) b ON b.batch_id = k.id "
        "WHERE k.instansi_id = %s AND k.closed_at IS NOT NULL "
        "AND k.n_rejected + k.n_duplicate + k.n_outside <> coalesce(b.n, 0)",
        (instansi,),
    ).fetchone()
    return int(row[0]) if row else 0


def _plans(connection: psycopg.Connection, instansi: int) -> int:
    """Count the plans that lost or won an operation, or were closed with one in no final status."""
    row = connection.execute(
        "SELECT count(*) FROM plan p LEFT JOIN (SELECT plan_id, count(*) AS n, "
        "count(*) FILTER (WHERE status IN (2, 3, 7, 8, 9)) AS selesai FROM operation GROUP BY 1) o ON o.plan_id = p.id "
        "WHERE p.instansi_id = %s AND (coalesce(o.n, 0) <> p.n "
        "OR p.ditutup IS NOT NULL AND coalesce(o.selesai, 0) <> p.n)",
        (instansi,),
    ).fetchone()
    return int(row[0]) if row else 0


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
    """Count the records that carry no entry, as the last derivation counted them; for one person they are looked up."""
    if orang:
        query = (
            "SELECT count(*) FROM record r JOIN akun a ON a.id = r.akun_id WHERE a.orang_id = %(orang)s AND r.side = 1 "
            "AND r.tahun = %(tahun)s AND r.gone_batch IS NULL AND r.kind IN (3, 9) "
            "AND NOT EXISTS (SELECT FROM entry e WHERE e.orang_id = a.orang_id AND e.tahun = r.tahun "
            "AND e.source_id = r.id)"
        )
    else:
        query = "SELECT coalesce(sum(n), 0) FROM dicatat WHERE instansi_id = %(instansi)s AND tahun = %(tahun)s"
        query += " AND sekolah_id = %(sekolah)s" if sekolah else ""
    row = connection.execute(query, params).fetchone()
    return int(row[0]) if row else 0

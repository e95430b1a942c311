"""Whole districts have entries without a record on one side: the checks must not grow with them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import psycopg
import pytest

from jobs.desa import Desa
from jobs.ruang import Ruang
from selaras.check import services
from selaras.ledger.queries import Queries
from selaras.ledger.scope import Scope
from selaras.link.services import link

SQL = Queries(services.__file__)
HARI = dt.date(2025, 1, 6)
SMALL = {
    "work_mem": "64kB",
    "enable_nestloop": "off",
    "enable_mergejoin": "off",
    "parallel_setup_cost": "0",
    "min_parallel_table_scan_size": "0",
}
MOST = 1024  # batches of one hash; where many rows have no key, PostgreSQL may split until its files fill the memory


def empty_handed(db: psycopg.Connection, instansi: int) -> None:
    """Add 40,000 records and 20,000 entries, of which every second one has a record."""
    db.execute(
        "INSERT INTO record"
        "(tahun, side, kind, native, slot, instansi_id, raw_hash, batch_id, per, line, sheet, status) "
        "SELECT 2024, 1, 3, gen_random_uuid(), 301, %s, gen_random_uuid(), 1, '2025-01-06', 1, 0, 4 "
        "FROM generate_series(1, 40000)",
        (instansi,),
    )
    db.execute(
        "INSERT INTO entry(tahun, instansi_id, kind, orang_id, slot, source_id, target_id, due) "
        "SELECT 2024, %s, 3, 100000 + n, 301, CASE WHEN n %% 2 = 0 THEN r.id END, CASE WHEN n %% 2 = 1 THEN r.id END, "
        "'2024-03-31' FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM record WHERE slot = 301) r "
        "WHERE n <= 20000",
        (instansi,),
    )
    db.execute(
        "INSERT INTO potret(orang_id, instansi_id, di_pmm, di_dapodik, di_siasn, di_ekinerja, kepala, pengawas, aktif) "
        "SELECT 100000 + n, %s, true, true, true, true, false, false, true FROM generate_series(1, 20000) n",
        (instansi,),
    )
    db.execute("ANALYZE record, entry, potret")


def batches(plan: dict[str, Any]) -> int:
    """Give the most batches of any hash in a plan."""
    return max([plan.get("Hash Batches", 0), *map(batches, plan.get("Plans", []))])


@pytest.mark.parametrize("workers", [0, 2])
def test_no_check_splits_its_rows_without_end(ruang: Ruang, monkeypatch: pytest.MonkeyPatch, workers: int) -> None:
    ruang.kerjakan(Desa())
    scope = Scope(ruang.instansi.id, 2024, HARI, ruang.mulai(), HARI)
    most: dict[str, int] = {}

    def explained(db: psycopg.Connection, name: str, scope: Scope) -> None:
        row = db.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {SQL(name)}".encode(), scope.params).fetchone()
        assert row is not None
        most[name] = batches(row[0][0]["Plan"])
        run_check(db, name, scope)

    run_check = services.run_check
    monkeypatch.setattr(services, "run_check", explained)
    with ruang.db.transaction(force_rollback=True):
        link(ruang.db, scope)
        empty_handed(ruang.db, ruang.instansi.id)
        for name, value in (*SMALL.items(), ("max_parallel_workers_per_gather", workers)):
            ruang.db.execute(f"SET LOCAL {name} = '{value}'".encode())
        services.check(ruang.db, scope)
    assert sorted(most) == sorted(services.order())
    assert {name: count for name, count in most.items() if count > MOST} == {}

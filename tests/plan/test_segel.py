"""The seal: whatever was sealed and is touched afterwards shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from jobs.desa import BUDI, WATI, Desa
from plan.bengkel import KINI, Bengkel
from selaras.galat import DataError
from selaras.plan.digest import digest

Buat = Callable[[Desa], Bengkel]
OPERATION = {
    "seq": "seq + 100",
    "entry_id": "entry_id + 1",
    "sekolah_id": "sekolah_id + 1",
    "kunci": "gen_random_uuid()",
    "kind": "5 - kind",
    "nip": "reverse(nip)",
    "tahun": "tahun + 1",
    "npsn": "'20271002'",
    "mulai": "'2024-02-01'",
    "slot": "slot + 1",
    "source_core": "gen_random_uuid()",
    "target_core": "gen_random_uuid()",
    "base_core": "gen_random_uuid()",
    "source_record": "source_record + 1",
    "target_record": "coalesce(target_record, 0) + 1",
    "source_batch": "source_batch + 1",
    "target_batch": "coalesce(target_batch, 0) + 1",
    "versi": "versi + 1",
    "lama": """'{"predikat": 5}'""",
    "baru": """baru || '{"predikat": 1}'""",
    "alasan": "'lain'",
    "needs": "seq",
}
PLAN = {
    "tahun": "tahun + 1",
    "connector": "'lain'",
    "rules_version": "rules_version + 1",
    "pengaturan": """pengaturan || '{"wajib_setuju": false}'""",
    "n": "n + 1",
    "disegel": "disegel + interval '1 minute'",
    "berlaku_sampai": "berlaku_sampai + interval '1 day'",
    "ambang": "'{x}'",
    "ditinggal": """'[{"entry": 1, "tinggal": "berubah"}]'""",
}
LATER = {
    "operation": ("status = 7", "jawaban = '{}'", "sebab = 'x'", "percobaan = 3", "pekerja = 1", "pada = now()"),
    "plan": ("dibuka_run = run_id", "jeda = 'x'", "kedua_oleh = 'x', kedua_pada = now()", "ditutup = now()"),
}


@pytest.fixture
def b(bengkel: Buat) -> Bengkel:
    desa = Desa()
    desa.tanpa_ekinerja(BUDI)
    made = bengkel(desa)
    made.setujui()
    return made


def test_it_is_the_same_as_long_as_nobody_touches_the_plan(b: Bengkel) -> None:
    plan = b.segel()
    assert digest(b.db, plan.id) == plan.digest
    assert len(plan.digest) == 64
    for table, changes in LATER.items():
        for change in changes:
            b.db.execute(f"UPDATE {table} SET {change}")
            assert digest(b.db, plan.id) == plan.digest, change


@pytest.mark.parametrize(("table", "column"), [*(("operation", c) for c in OPERATION), *(("plan", c) for c in PLAN)])
def test_it_changes_with_every_sealed_column(b: Bengkel, table: str, column: str) -> None:
    plan = b.segel()
    change = (OPERATION if table == "operation" else PLAN)[column]
    where = "seq = 6" if table == "operation" else "true"
    assert b.db.execute(f"UPDATE {table} SET {column} = {change} WHERE {where}").rowcount == 1
    assert digest(b.db, plan.id) != plan.digest


def test_every_column_that_is_not_sealed_is_one_of_those_that_change_later(b: Bengkel) -> None:
    later = {"id", "plan_id", "status", "pekerja", "percobaan", "jawaban", "sebab", "pada", "run_id", "dilepas"}
    columns = "SELECT column_name FROM information_schema.columns WHERE table_name = %s AND table_schema = 'public'"
    assert {row[0] for row in b.ruang.semua(columns, ["operation"])} - later == set(OPERATION)


def test_a_missing_or_an_added_operation_shows(b: Bengkel) -> None:
    plan = b.segel()
    b.db.execute("DELETE FROM operation WHERE seq = 6")
    assert digest(b.db, plan.id) != plan.digest
    b.db.rollback()
    b.db.execute(
        "INSERT INTO operation(plan_id, seq, entry_id, kunci, kind, nip, tahun, npsn, slot, versi) "
        "SELECT plan_id, 99, entry_id, gen_random_uuid(), kind, nip, tahun, npsn, slot, versi FROM operation "
        "WHERE seq = 6"
    )
    assert digest(b.db, plan.id) != plan.digest


def test_two_operations_that_change_places_show(b: Bengkel) -> None:
    plan = b.segel()
    b.db.execute("UPDATE operation SET seq = CASE seq WHEN 5 THEN 60 ELSE 50 END WHERE seq IN (5, 6)")
    b.db.execute("UPDATE operation SET seq = seq / 10 WHERE seq IN (50, 60)")
    assert digest(b.db, plan.id) != plan.digest


def test_it_does_not_depend_on_the_zone_of_the_session(b: Bengkel) -> None:
    plan = b.segel()
    b.db.execute("SET TimeZone = 'Asia/Jayapura'")
    assert digest(b.db, plan.id) == plan.digest


def test_a_plan_holds_for_the_hours_that_the_instansi_set(b: Bengkel) -> None:
    assert b.segel().berlaku_sampai == KINI + dt.timedelta(hours=24)
    b.atur(rencana_berlaku_jam=2)
    plan = b.segel()
    assert plan.berlaku_sampai == KINI + dt.timedelta(hours=2)
    assert plan.pengaturan["rencana_berlaku_jam"] == 2


def test_a_plan_that_is_not_there_has_no_seal(b: Bengkel) -> None:
    with pytest.raises(DataError, match="999"):
        digest(b.db, 999)


def test_idempotency_keys_are_never_used_twice(b: Bengkel) -> None:
    b.segel()
    b.segel()
    assert b.ruang.angka("SELECT count(*) - count(DISTINCT kunci) FROM operation") == 0
    assert WATI.nip not in str(b.ruang.semua("SELECT kunci FROM operation"))

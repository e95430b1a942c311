"""What PostgreSQL shows to each role, whatever a query asks for: own, other school, other instansi, nobody."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import psycopg
import pytest

from accounts.conftest import BUDI, SARI, Kantor
from selaras.accounts.roles import Jenis
from selaras.accounts.scope import Cakupan, within

ORANG = ("potret", "akun", "entry", "record")
SEMUA = ("batch", "baris", "run", "plan", "coverage", "padan_orang", "padan_unor", "usul_orang", "usul_unor")


@contextmanager
def mata(kantor: Kantor, scope: Cakupan) -> Iterator[psycopg.Connection]:
    kantor.db.commit()
    with within(kantor.db, scope) as connection:
        yield connection


def banyak(connection: psycopg.Connection, table: str) -> int:
    row = connection.execute(f"SELECT count(*) FROM {table}".encode()).fetchone()
    assert row
    return int(row[0])


def people(connection: psycopg.Connection, table: str) -> set[int]:
    query = {
        "potret": "SELECT orang_id FROM potret",
        "akun": "SELECT orang_id FROM akun",
        "entry": "SELECT orang_id FROM entry",
        "record": "SELECT a.orang_id FROM record r JOIN akun a ON a.id = r.akun_id",
    }[table]
    return {row[0] for row in connection.execute(query.encode()) if row[0] is not None}


@pytest.mark.parametrize("table", ORANG)
def test_a_teacher_sees_nobody_else(kantor: Kantor, table: str) -> None:
    with mata(kantor, kantor.sebagai(Jenis.GURU, BUDI)) as connection:
        assert people(connection, table) == {kantor.orang(BUDI)}


@pytest.mark.parametrize("table", ORANG)
@pytest.mark.parametrize("jenis", [Jenis.KEPALA, Jenis.OPERATOR, Jenis.PENGAWAS])
def test_whoever_has_a_school_sees_its_people_and_no_other(kantor: Kantor, jenis: Jenis, table: str) -> None:
    query = "SELECT orang_id FROM potret WHERE sekolah_id = %s"
    own = {row[0] for row in kantor.db.execute(query, (kantor.sekolah(SARI),))}
    everybody = people(kantor.db, table)
    assert own < everybody
    with mata(kantor, kantor.sebagai(jenis, SARI)) as connection:
        assert people(connection, table) == own & everybody


@pytest.mark.parametrize("jenis", [Jenis.ADMIN_DINAS, Jenis.ADMIN_INSTANSI])
def test_an_admin_sees_all_of_his_instansi_and_nothing_of_another(kantor: Kantor, jenis: Jenis) -> None:
    tables = (*ORANG, *SEMUA)
    everything = {table: banyak(kantor.db, table) for table in tables}
    scope = kantor.sebagai(jenis, SARI)
    with mata(kantor, scope) as connection:
        assert {table: banyak(connection, table) for table in tables} == everything
    with mata(kantor, replace(scope, instansi=2)) as connection:
        assert {table: banyak(connection, table) for table in tables if table != "run"} == {
            table: 0 for table in tables if table != "run"
        }


@pytest.mark.parametrize("jenis", [Jenis.GURU, Jenis.KEPALA, Jenis.OPERATOR, Jenis.PENGAWAS, Jenis.TEKNISI])
@pytest.mark.parametrize("table", SEMUA)
def test_nobody_else_sees_files_runs_and_decisions_not_even_their_number(
    kantor: Kantor, jenis: Jenis, table: str
) -> None:
    with mata(kantor, kantor.sebagai(jenis, SARI)) as connection:
        assert banyak(connection, table) == 0


@pytest.mark.parametrize("table", ORANG)
def test_a_technician_sees_no_person(kantor: Kantor, table: str) -> None:
    with mata(kantor, kantor.sebagai(Jenis.TEKNISI, SARI)) as connection:
        assert people(connection, table) == set()


def test_findings_follow_the_people_and_places_that_one_sees(kantor: Kantor) -> None:
    kantor.db.execute("DELETE FROM finding")
    other = next(row[0] for row in kantor.db.execute("SELECT id FROM sekolah WHERE id <> %s", (kantor.sekolah(SARI),)))
    stranger = kantor.db.execute("SELECT orang_id FROM potret WHERE sekolah_id = %s LIMIT 1", (other,)).fetchone()
    assert stranger
    scopes = ((2, kantor.orang(BUDI)), (2, stranger[0]), (3, kantor.sekolah(SARI)), (3, other), (4, 1030203))
    for scope, ref in scopes:
        kantor.db.execute(
            "INSERT INTO finding(tahun, code, scope, ref, instansi_id, since_run, since) "
            "SELECT 2024, min(c.id), %s, %s, 1, (SELECT min(id) FROM run), '2025-01-06' FROM code c",
            (scope, ref),
        )
    with mata(kantor, kantor.sebagai(Jenis.KEPALA, SARI)) as connection:
        seen = set(connection.execute("SELECT scope, ref FROM finding").fetchall())
    assert seen == {(2, kantor.orang(BUDI)), (3, kantor.sekolah(SARI)), (4, 1030203)}


def test_a_view_sees_no_more_than_whoever_asks(kantor: Kantor) -> None:
    kantor.db.execute(
        "INSERT INTO telaah(instansi_id, entry_id, source_core, target_core, putusan, oleh, sebagai, run_id, pada) "
        "SELECT 1, id, source_core, target_core, 1, 'uji', 'admin', (SELECT max(id) FROM run), now() FROM entry"
    )
    with mata(kantor, kantor.sebagai(Jenis.GURU, BUDI)) as connection:
        mine = banyak(connection, "entry")
        assert banyak(connection, "telaah") == mine > 0
        assert banyak(connection, "telaah_berlaku") <= mine


@pytest.mark.parametrize("table", ["ac_pengguna", "ac_kode", "ac_akses", "ek_token", "django_session", "laju"])
def test_what_no_page_reads_is_closed(kantor: Kantor, table: str) -> None:
    with (
        pytest.raises(psycopg.errors.InsufficientPrivilege),
        mata(kantor, kantor.sebagai(Jenis.ADMIN_INSTANSI, SARI)) as connection,
    ):
        banyak(connection, table)


WRITES = ("DELETE FROM entry", "UPDATE record SET core = NULL", "INSERT INTO orang DEFAULT VALUES")


@pytest.mark.parametrize("statement", WRITES)
def test_a_page_writes_nothing_into_the_ledger(kantor: Kantor, statement: str) -> None:
    with (
        pytest.raises(psycopg.errors.InsufficientPrivilege),
        mata(kantor, kantor.sebagai(Jenis.ADMIN_INSTANSI, SARI)) as connection,
    ):
        connection.execute(statement.encode())


def test_after_the_request_nothing_of_the_scope_remains(kantor: Kantor) -> None:
    with mata(kantor, kantor.sebagai(Jenis.GURU, BUDI)):
        pass
    row = kantor.db.execute("SELECT current_user <> 'selaras_web', current_setting('app.orang', true)").fetchone()
    assert row
    assert row[0] is True
    assert row[1] in ("", None)


def test_without_a_scope_the_role_sees_nothing(kantor: Kantor) -> None:
    kantor.db.execute("SET ROLE selaras_web")
    assert [banyak(kantor.db, table) for table in (*ORANG, *SEMUA)] == [0] * len((*ORANG, *SEMUA))


def test_every_table_with_people_is_behind_a_policy(kantor: Kantor) -> None:
    open_ones = kantor.db.execute(
        "SELECT c.relname FROM pg_class c WHERE c.relkind = 'r' "
        "AND has_table_privilege('selaras_web', c.oid, 'SELECT') AND NOT c.relrowsecurity "
        "AND c.relnamespace = 'public'::regnamespace"
    ).fetchall()
    assert {row[0] for row in open_ones} == {"code"}

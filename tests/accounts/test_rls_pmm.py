"""What PostgreSQL shows of the built-in PMM: every table as every role, of own, other school, other instansi."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import psycopg
import pytest

from accounts.conftest import BUDI, DEWI, SARI, TONO, Kantor
from conftest import drop_database
from jobs.desa import EKO, WATI, Orang
from jobs.pemasangan import copied, whole_village
from portal.gtk.desa_pmm import akun_of, isi, skp_of
from selaras.accounts.roles import Jenis
from selaras.accounts.scope import within

ORANG = {akun_of(o): o for o in (SARI, BUDI, WATI, TONO, DEWI, EKO)}
SKP = {skp_of(o): o for o in ORANG.values()}
# Table -> how each of its rows names whom it is about.
TABEL = {
    "pm_pegawai": "SELECT id::text FROM pm_pegawai WHERE NOT dinas",
    "pm_skp": "SELECT id::text FROM pm_skp",
    "pm_rhk": "SELECT skp_id::text FROM pm_rhk",
    "pm_perilaku": "SELECT skp_id::text FROM pm_perilaku",
    "pm_fase": "SELECT skp_id::text FROM pm_fase",
    "pm_rubrik": "SELECT skp_id::text FROM pm_rubrik",
    "pm_penilaian": "SELECT skp_id::text FROM pm_penilaian",
    "pm_kegiatan": "SELECT pegawai_id::text FROM pm_kegiatan",
    "pm_kiriman": "SELECT pegawai_id::text FROM pm_kiriman",
    "pm_riwayat": "SELECT skp_id::text FROM pm_riwayat",
    "pm_tugas": "SELECT pegawai_id::text FROM pm_tugas",
}
ISI = tuple(name for name in TABEL if name not in ("pm_pegawai", "pm_skp", "pm_tugas"))


@pytest.fixture(scope="module")
def pmm(server: str) -> Iterator[Kantor]:
    """The village with its PMM filled; every plan has two lines of history, every head a task."""
    dsn = copied(server, whole_village(server))
    with psycopg.connect(dsn) as db:
        isi(db)
        db.execute(
            "INSERT INTO pm_riwayat(instansi_id, skp_id, slot, apa, oleh, waktu) "
            "SELECT 1, s.id, x.slot, x.apa, s.pegawai_id, now() "
            "FROM pm_skp s, (VALUES (NULL::smallint, 'diajukan'), (400, 'dinilai')) x(slot, apa)"
        )
        db.execute(
            "INSERT INTO pm_tugas(instansi_id, pegawai_id, npsn, peran, sebagai, nomor_sk, mulai) "
            "SELECT 1, id, npsn, 'kepala', 'plt', '800/1', '2020-01-01' FROM pm_pegawai WHERE npsn IS NOT NULL"
        )
        db.commit()
        yield Kantor(db, dsn)
    drop_database(server, dsn)


def about(connection: psycopg.Connection, table: str) -> set[str]:
    found = {row[0] for row in connection.execute(TABEL[table].encode())}
    return {(ORANG.get(one) or SKP[one]).nama for one in found}


@contextmanager
def mata(pmm: Kantor, jenis: Jenis, who: Orang, instansi: int = 1) -> Iterator[psycopg.Connection]:
    scope = replace(pmm.sebagai(jenis, who), instansi=instansi)
    pmm.db.commit()
    with within(pmm.db, scope) as connection:
        yield connection


def seen(pmm: Kantor, jenis: Jenis, table: str, who: Orang = BUDI, instansi: int = 1) -> set[str]:
    with mata(pmm, jenis, who, instansi) as connection:
        return about(connection, table)


@pytest.mark.parametrize("table", TABEL)
def test_everybody_is_there_to_be_seen(pmm: Kantor, table: str) -> None:
    assert len(about(pmm.db, table)) > 1


@pytest.mark.parametrize("table", TABEL)
def test_a_teacher_sees_nothing_but_his_own(pmm: Kantor, table: str) -> None:
    rater = {SARI.nama} if table == "pm_pegawai" else set()
    assert seen(pmm, Jenis.GURU, table) <= {BUDI.nama} | rater
    if table not in ("pm_penilaian", "pm_kiriman"):
        assert BUDI.nama in seen(pmm, Jenis.GURU, table)


def test_a_teacher_sees_a_rating_once_it_was_sent_and_no_line_about_it_before(pmm: Kantor) -> None:
    assert seen(pmm, Jenis.GURU, "pm_penilaian", DEWI) == {DEWI.nama}
    assert seen(pmm, Jenis.KEPALA, "pm_penilaian", TONO) == {DEWI.nama}, "his own is still a draft of the dinas"
    with mata(pmm, Jenis.GURU, DEWI) as connection:
        assert connection.execute("SELECT apa FROM pm_riwayat").fetchall() == [("diajukan",)]


@pytest.mark.parametrize("table", TABEL)
def test_a_head_sees_his_school_and_no_other(pmm: Kantor, table: str) -> None:
    own = {o.nama for o in ORANG.values() if o.sekolah is SARI.sekolah}
    found = seen(pmm, Jenis.KEPALA, table, SARI)
    assert found <= own
    if table not in ("pm_penilaian", "pm_kiriman"):
        assert found == about(pmm.db, table) & own


@pytest.mark.parametrize("table", ISI)
def test_an_operator_sees_who_is_there_and_nothing_of_their_year(pmm: Kantor, table: str) -> None:
    assert seen(pmm, Jenis.OPERATOR, table, WATI) <= {WATI.nama}
    assert seen(pmm, Jenis.OPERATOR, "pm_skp", WATI) == {SARI.nama, BUDI.nama, WATI.nama}


@pytest.mark.parametrize("table", TABEL)
def test_a_pengawas_sees_his_schools_and_no_draft(pmm: Kantor, table: str) -> None:
    found = seen(pmm, Jenis.PENGAWAS, table, DEWI)
    assert found <= {TONO.nama, DEWI.nama, EKO.nama}
    if table == "pm_penilaian":
        assert found == {DEWI.nama}


@pytest.mark.parametrize("jenis", [Jenis.ADMIN_DINAS, Jenis.ADMIN_INSTANSI])
@pytest.mark.parametrize("table", TABEL)
def test_an_admin_sees_all_of_his_instansi_and_nothing_of_another(pmm: Kantor, jenis: Jenis, table: str) -> None:
    assert seen(pmm, jenis, table) == about(pmm.db, table)
    assert seen(pmm, jenis, table, instansi=2) == set()


@pytest.mark.parametrize("jenis", [Jenis.GURU, Jenis.KEPALA, Jenis.OPERATOR, Jenis.PENGAWAS])
@pytest.mark.parametrize("table", TABEL)
def test_another_instansi_shows_nothing(pmm: Kantor, jenis: Jenis, table: str) -> None:
    assert seen(pmm, jenis, table, SARI, instansi=2) == set()


@pytest.mark.parametrize("table", TABEL)
def test_a_technician_sees_nobody(pmm: Kantor, table: str) -> None:
    assert seen(pmm, Jenis.TEKNISI, table) == set()


def test_a_number_that_two_people_have_is_nobodys(pmm: Kantor) -> None:
    pmm.db.execute(
        "INSERT INTO akun(instansi_id, sistem, native, nip, orang_id) VALUES (1, 1, 'kembar', %s, %s)",
        (BUDI.nip, pmm.orang(WATI)),
    )
    pmm.db.commit()
    found = [seen(pmm, Jenis.GURU, "pm_skp", who) for who in (BUDI, WATI)]
    pmm.db.execute("DELETE FROM akun WHERE native = 'kembar'")
    pmm.db.commit()
    assert not [names for names in found if BUDI.nama in names]


def test_schools_are_ones_own_and_tokens_are_closed(pmm: Kantor) -> None:
    with mata(pmm, Jenis.GURU, BUDI) as connection:
        assert connection.execute("SELECT npsn FROM pm_sekolah").fetchall() == [(BUDI.sekolah.npsn,)]
    with pytest.raises(psycopg.errors.InsufficientPrivilege), mata(pmm, Jenis.ADMIN_INSTANSI, SARI) as connection:
        connection.execute("SELECT FROM pm_token")


def test_a_page_writes_nothing_into_the_pmm(pmm: Kantor) -> None:
    with (
        pytest.raises(psycopg.errors.InsufficientPrivilege),
        mata(pmm, Jenis.ADMIN_INSTANSI, SARI) as connection,
    ):
        connection.execute("UPDATE pm_penilaian SET status = 3")

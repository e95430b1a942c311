"""What PostgreSQL shows of the built-in e-Kinerja to each role, table by table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import psycopg
import pytest

from accounts.conftest import BUDI, DEWI, SARI, TONO, Kantor
from jobs.desa import DUA, EKO, KADIS, SATU, WATI, Orang
from jobs.pemasangan import _hari_ini
from portal.ekinerja.isi import TAHUN, isi_ekinerja, isi_pmm
from selaras.accounts.roles import Jenis
from selaras.accounts.scope import Cakupan, within
from selaras.ekinerja import services
from selaras.ekinerja.services_tugas import tugas_simpan
from selaras.portal.ekinerja.jembatan import sinkron_skp
from selaras.portal.ekinerja.jembatan_nilai import sinkro_penilaian

__all__ = ["_hari_ini"]
_SKP = "JOIN ek_skp s ON s.id = t.skp_id JOIN ek_pegawai g ON g.id = s.pegawai_id"
_RHK = "JOIN ek_rhk r ON r.id = t.rhk_id JOIN ek_skp s ON s.id = r.skp_id JOIN ek_pegawai g ON g.id = s.pegawai_id"
_ORANG = "JOIN ek_pegawai g ON g.id = t.pegawai_id"
SIAPA = {  # whose rows they are
    "ek_skp": _ORANG, "ek_final": _ORANG, "ek_rhk": _SKP, "ek_penilaian": _SKP, "ek_dokumen": _SKP,
    "ek_realisasi": _RHK, "ek_bukti": _RHK, "ek_log": "JOIN LATERAL (SELECT t.nip) g ON true",
    "ek_laporan_skp": "JOIN LATERAL (SELECT t.nip) g ON true",
    "ek_laporan_penilaian": "JOIN LATERAL (SELECT t.nip) g ON true",
}  # fmt: skip
SEMUA = (SARI, BUDI, WATI, TONO, DEWI, EKO)
SEKOLAH_SATU = {
    SARI.nip,
    BUDI.nip,
    WATI.nip,
    EKO.nip,
}  # Eko was there half a year: his SKP of that time is Sari's to see


@pytest.fixture
def penuh(kantor: Kantor) -> Kantor:
    """Something of every kind about everybody."""
    db = kantor.db
    isi_pmm(db, belum=())
    isi_ekinerja(db)
    for o in SEMUA:
        assert not sinkron_skp(db, instansi=1, nip=o.nip, tahun=TAHUN, rotasi=True).ditolak
    nip = [o.nip for o in SEMUA]
    sinkro_penilaian(db, instansi=1, nip=nip, tahun=TAHUN, tipe_biasa="triwulanan", semester=False)
    tw1 = str(db.execute("SELECT id FROM ek_periode WHERE slot = 201").fetchall()[0][0])
    for skp, rhk in db.execute("SELECT skp_id::text, min(id) FROM ek_rhk GROUP BY 1").fetchall():
        services.realisasi_isi(db, instansi=1, rhk_id=rhk, periode_id=tw1, realisasi="Sudah")
        services.bukti_tambah(db, instansi=1, rhk_id=rhk, periode_id=tw1, judul="Foto", tautan="https://contoh.id/f")
        slot = db.execute("SELECT max(slot) FROM ek_penilaian WHERE skp_id = %s", (skp,)).fetchall()[0][0]
        services.dokumen_buat(db, instansi=1, skp_id=skp, slot=slot, oleh="uji")
    for o in SEMUA:
        services.final_kunci(db, instansi=1, nip=o.nip, tahun=TAHUN, oleh="uji")
    db.commit()
    return kantor


@contextmanager
def mata(kantor: Kantor, scope: Cakupan) -> Iterator[psycopg.Connection]:
    kantor.db.commit()
    with within(kantor.db, scope) as connection:
        yield connection


def nips(connection: psycopg.Connection, table: str) -> set[str]:
    rows = connection.execute(f"SELECT DISTINCT g.nip FROM {table} t {SIAPA[table]}".encode())
    return {row[0] for row in rows}


def orang(connection: psycopg.Connection) -> set[str]:
    return {row[0] for row in connection.execute("SELECT nip FROM ek_pegawai")}


def test_each_table_shows_to_each_role_its_own_people(penuh: Kantor) -> None:
    everybody = {o.nip for o in SEMUA}
    for table in SIAPA:
        assert nips(penuh.db, table) == everybody, table
    wanted: list[tuple[Jenis, Orang, set[str]]] = [
        (Jenis.GURU, BUDI, {BUDI.nip}),
        (Jenis.GURU, SARI, {SARI.nip}),
        (Jenis.KEPALA, SARI, SEKOLAH_SATU),
        (Jenis.KEPALA, TONO, {TONO.nip, DEWI.nip, EKO.nip}),
        (Jenis.OPERATOR, BUDI, {BUDI.nip}),
        (Jenis.PENGAWAS, DEWI, {DEWI.nip}),
        (Jenis.TEKNISI, BUDI, set()),
        (Jenis.ADMIN_DINAS, BUDI, everybody),
        (Jenis.ADMIN_INSTANSI, BUDI, everybody),
    ]
    for jenis, who, seen in wanted:
        with mata(penuh, penuh.sebagai(jenis, who)) as connection:
            for table in SIAPA:
                mine = seen & {who.nip} if table == "ek_log" and jenis is Jenis.KEPALA else seen
                assert nips(connection, table) == mine, (table, jenis)


def test_another_instansi_sees_nothing_at_all(penuh: Kantor) -> None:
    for jenis in (Jenis.ADMIN_INSTANSI, Jenis.KEPALA, Jenis.GURU):
        with mata(penuh, replace(penuh.sebagai(jenis, SARI), instansi=2)) as connection:
            for table in (*SIAPA, "ek_pegawai", "ek_unor", "ek_periode", "ek_tugas"):
                row = connection.execute(f"SELECT count(*) FROM {table}".encode()).fetchone()
                assert row == (0,), (table, jenis)


def test_one_sees_ones_superior_and_ones_own_units_and_no_more(penuh: Kantor) -> None:
    with mata(penuh, penuh.sebagai(Jenis.GURU, BUDI)) as connection:
        assert orang(connection) == {BUDI.nip, SARI.nip}
        assert {row[0] for row in connection.execute("SELECT npsn FROM ek_unor")} == {SATU.npsn, None}
    with mata(penuh, penuh.sebagai(Jenis.KEPALA, SARI)) as connection:
        assert orang(connection) == SEKOLAH_SATU | {KADIS}
    with mata(penuh, penuh.sebagai(Jenis.TEKNISI, SARI)) as connection:
        assert orang(connection) == set()


def test_a_head_sees_of_whoever_moved_only_the_skp_of_his_own_school(penuh: Kantor) -> None:
    for head, school in ((SARI, SATU), (TONO, DUA)):
        with mata(penuh, penuh.sebagai(Jenis.KEPALA, head)) as connection:
            rows = connection.execute(
                "SELECT u.npsn FROM ek_skp s JOIN ek_unor u ON u.id = s.unor_id "
                "JOIN ek_pegawai g ON g.id = s.pegawai_id WHERE g.nip = %s",
                (EKO.nip,),
            ).fetchall()
        assert rows == [(school.npsn,)]


def test_an_acting_head_sees_the_unit_while_the_decree_holds(penuh: Kantor) -> None:
    acting = replace(penuh.sebagai(Jenis.KEPALA, WATI), sekolah=(penuh.sekolah(TONO),))
    with mata(penuh, acting) as connection:
        assert nips(connection, "ek_skp") == {WATI.nip}
    tugas_simpan(
        penuh.db, instansi=1, nip=WATI.nip, unor_id=DUA.unor, sebagai="plt", nomor_sk="800/1",
        mulai=dt.date(2025, 1, 1), selesai=dt.date(2025, 1, 31),
    )  # fmt: skip
    with mata(penuh, acting) as connection:
        assert nips(connection, "ek_skp") == {WATI.nip, TONO.nip, DEWI.nip, EKO.nip}
        assert connection.execute("SELECT count(*) FROM ek_tugas").fetchone() == (1,)
    with mata(penuh, penuh.sebagai(Jenis.GURU, WATI)) as connection:
        assert nips(connection, "ek_skp") == {WATI.nip}, "as a teacher she leads nobody"
    with mata(penuh, penuh.sebagai(Jenis.GURU, BUDI)) as connection:
        assert connection.execute("SELECT count(*) FROM ek_tugas").fetchone() == (0,)
    penuh.db.execute("UPDATE ek_tugas SET selesai = '2025-01-05'")
    with mata(penuh, acting) as connection:
        assert nips(connection, "ek_skp") == {WATI.nip}


def test_a_number_that_two_people_have_is_nobodys(penuh: Kantor) -> None:
    penuh.db.execute("UPDATE akun SET nip = %s WHERE sistem = 1 AND orang_id = %s", (BUDI.nip, penuh.orang(DEWI)))
    for who in (BUDI, DEWI):
        with mata(penuh, penuh.sebagai(Jenis.GURU, who)) as connection:
            assert BUDI.nip not in nips(connection, "ek_skp")


def test_a_page_writes_nothing_into_ekinerja_and_reads_no_token(penuh: Kantor) -> None:
    for statement in (
        "UPDATE ek_penilaian SET predikat = 1", "DELETE FROM ek_log", "INSERT INTO ek_unor(instansi_id, id, nama) "
        "VALUES (1, 'x', 'x')", "SELECT * FROM ek_token",
    ):  # fmt: skip
        with (
            pytest.raises(psycopg.errors.InsufficientPrivilege),
            mata(penuh, penuh.sebagai(Jenis.ADMIN_INSTANSI, SARI)) as connection,
        ):
            connection.execute(statement.encode())

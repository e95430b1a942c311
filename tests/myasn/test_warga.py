"""The people of folders as the whole chain leaves them, and of a large one."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from jobs.desa import DUA, SARI, WARGA
from jobs.pemasangan import desa
from jobs.ruang import Ruang
from myasn import warga
from selaras.myasn.people import PAGE, People

__all__ = ["desa"]
LARGE = 10_000


@contextmanager
def opened(dsn: str) -> Iterator[People]:
    people = People(dsn)
    try:
        yield people
    finally:
        people.close()


def test_those_of_a_folder_that_was_worked_through_are_found(desa: Ruang) -> None:
    with opened(desa.dsn) as people:
        found = people.search("", 1)
        assert {one.nip for one in found} >= {one.nip for one in WARGA}
        school = people.search(DUA.nama, 1)
        assert {one.nip for one in school} == {one.nip for one in WARGA if one.sekolah is DUA}
        [sari] = people.search(SARI.nama, 1)
        whole = people.one(sari.sub)
        assert whole is not None
        assert (whole.nip, whole.nik, whole.peran) == (SARI.nip, SARI.nik, "Kepala sekolah")
        assert people.foreign_nip() not in {one.nip for one in found}
        assert people.other_nip(SARI.nip) in {one.nip for one in WARGA} - {SARI.nip}


def test_ten_thousand_teachers_do_not_slow_a_page(dsn: str) -> None:
    warga.isi(dsn)
    with psycopg.connect(dsn) as db:
        db.execute("INSERT INTO orang(instansi_id, dibuat_run) SELECT 1, 1 FROM generate_series(1, %s)", (LARGE,))
        db.execute(
            "INSERT INTO potret(orang_id, instansi_id, nip, nama, sekolah_id, di_pmm, di_dapodik, di_siasn, "
            "di_ekinerja, kepala, pengawas, aktif) "
            "SELECT id, 1, '1992010120160319' || lpad(mod(id, 100)::text, 2, '0'), 'BANYAK ' || id, 1, true, true, "
            "true, true, false, false, true FROM orang "
            "WHERE NOT EXISTS (SELECT FROM potret WHERE orang_id = orang.id)"
        )
    with opened(dsn) as people:
        people.search("", 1)
        begun = time.perf_counter()
        last = people.search("banyak", LARGE // PAGE)
        one = people.one(last[-1].sub)
        spent = time.perf_counter() - begun
    assert (last[0].jumlah, len(last), one and one.nama) == (LARGE, PAGE, last[-1].nama)
    assert spent < 1.0

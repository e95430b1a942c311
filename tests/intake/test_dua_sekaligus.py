"""Two imports of one side at once: the second waits, both are whole, nothing is counted twice."""

from __future__ import annotations

import threading

import psycopg
import pytest

from jobs.desa import SATU, WARGA, Desa, nilai, tabel
from jobs.ruang import Ruang


def test_two_imports_at_once_end_as_one_after_the_other(ruang: Ruang, dsn: str) -> None:
    rows = [nilai(o, tw) for o in WARGA for tw in "1234T"]
    start, failed = threading.Barrier(2), []

    def work(name: str, mine: list[dict[str, str]]) -> None:
        room = Ruang(dsn)
        try:
            start.wait()
            room.baca(tabel(name, mine))
        except Exception as error:  # noqa: BLE001 - told to the test
            failed.append(error)
        finally:
            room.tutup()

    threads = [threading.Thread(target=work, args=(f"{n}.csv", rows[n * 5 : 20 + n * 5])) for n in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert failed == []
    assert ruang.angka("SELECT count(*) FROM record") == 25
    assert ruang.satu("SELECT sum(n_read), sum(n_new), sum(n_same) FROM batch") == (40, 25, 15)
    ruang.olah()
    assert ruang.rekap().seimbang is True


def test_the_second_import_waits_for_the_first(ruang: Ruang, dsn: str) -> None:
    other = Ruang(dsn)
    other.db.execute("SELECT pg_advisory_xact_lock(%s, 1)", [other.instansi.id])
    done = threading.Event()

    def work() -> None:
        ruang.baca(tabel("nilai.csv", [nilai(WARGA[0], "1")]))
        done.set()

    thread = threading.Thread(target=work)
    thread.start()
    assert not done.wait(0.3)
    other.db.rollback()
    thread.join(20)
    assert done.is_set()
    other.tutup()


def test_another_side_does_not_wait(ruang: Ruang, dsn: str) -> None:
    other = Ruang(dsn)
    other.db.execute("SELECT pg_advisory_xact_lock(%s, 1)", [other.instansi.id])
    d = Desa()
    ruang.impor(d, "laporan-skp", "siasn")
    assert SATU.npsn
    other.db.rollback()
    other.tutup()


def test_nobody_derives_a_position_that_somebody_else_is_deriving(ruang: Ruang, desa: Ruang) -> None:
    other = Ruang(desa.dsn)
    with other.db.transaction():
        other.db.execute("SELECT pg_advisory_xact_lock(hashtext('selaras.olah'), %s)", (desa.instansi.id,))
        desa.db.execute("UPDATE run SET cap = NULL")  # nothing was derived yet
        desa.db.execute("SET lock_timeout = '200ms'")
        desa.db.commit()
        with pytest.raises(psycopg.errors.LockNotAvailable):
            desa.olah()
        desa.db.rollback()
    other.tutup()
    desa.db.execute("RESET lock_timeout")
    desa.olah()
    assert desa.rekap().seimbang is True

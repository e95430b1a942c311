"""The queue: a job exists when its caller commits, and never twice while it waits."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from conftest import create_database, drop_database
from jobs.pekerja import Antrean, pekerja
from jobs.ruang import Ruang
from selaras.config.migrations import applied, expected
from selaras.jobs import queue


@pytest.fixture
def antrean(ruang: Ruang) -> Iterator[Antrean]:
    found = Antrean(ruang.dsn)
    yield found
    found.db.close()


def test_it_puts_a_job_in_with_the_transaction_of_the_caller(ruang: Ruang, antrean: Antrean) -> None:
    assert queue.enqueue_proses(ruang.db, instansi=ruang.instansi.id)
    assert antrean.pekerjaan() == []
    ruang.db.rollback()
    assert antrean.pekerjaan() == []
    ruang.db.execute("UPDATE instansi SET kantor = 'BKD'")
    queue.enqueue_proses(ruang.db, instansi=ruang.instansi.id)
    ruang.db.commit()
    assert antrean.pekerjaan() == [("proses", "todo")]


def test_it_lets_one_of_a_kind_wait_and_spares_the_transaction_of_the_second(ruang: Ruang, antrean: Antrean) -> None:
    assert queue.enqueue_impor(ruang.db, instansi=1, folder="/laporan")
    ruang.db.commit()
    ruang.db.execute("UPDATE instansi SET kantor = 'BKD'")
    assert queue.enqueue_impor(ruang.db, instansi=1, folder="/laporan") is None
    assert queue.enqueue_impor(ruang.db, instansi=1, folder="/lain")
    ruang.db.commit()
    assert len(antrean.pekerjaan()) == 2
    assert antrean.satu("SELECT kantor FROM instansi") == ("BKD",)


def test_a_job_that_waits_for_its_hour_holds_up_nothing_of_the_same_books(
    ruang: Ruang, antrean: Antrean, tmp_path: Path
) -> None:
    later = dt.datetime.now(dt.UTC) + dt.timedelta(hours=1)
    queue.enqueue_sinkron(ruang.db, instansi=ruang.instansi.id, at=later)
    queue.enqueue(ruang.db, queue.PROSES, kunci=queue.books(ruang.instansi.id), at=later + dt.timedelta(hours=1))
    queue.enqueue_proses(ruang.db, instansi=ruang.instansi.id)
    ruang.db.commit()
    with pekerja(ruang.dsn, tmp_path, "--sekali") as one:
        assert one.tunggu() == 0, one.kata
    assert antrean.pekerjaan() == [("sinkron", "todo"), ("proses", "todo")]
    order = antrean.semua("SELECT task_name FROM procrastinate_jobs ORDER BY priority DESC")
    assert [name for (name,) in order] == ["sinkron", "proses"]


def test_two_first_commands_at_once_bring_up_the_queue_once(server: str) -> None:
    dsn = create_database(server)
    try:
        program = "import sys; from selaras.config.migrations import migrate; migrate(sys.argv[1])"
        both = [subprocess.Popen([sys.executable, "-c", program, dsn]) for _ in range(2)]
        assert [one.wait(30) for one in both] == [0, 0]
        with psycopg.connect(dsn) as connection:
            assert expected() <= applied(connection)
            assert len([name for app, name in expected() if app == "procrastinate"]) > 30
            assert connection.execute("SELECT count(*) FROM procrastinate_jobs").fetchone() == (0,)
    finally:
        drop_database(server, dsn)

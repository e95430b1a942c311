"""Sinkron: the schedule starts one per slot, quiet hours put it off, one goes on at a time."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jobs.pekerja import Antrean, pekerja
from jobs.ruang import Ruang
from selaras.config import clock
from selaras.jobs import queue, syncing
from selaras.jobs.schedule import SETTING, Schedule
from selaras.organisasi.services import instansi_set

JAM = dt.timedelta(hours=1)


@pytest.fixture
def antrean(ruang: Ruang, monkeypatch: pytest.MonkeyPatch) -> Iterator[Antrean]:
    monkeypatch.setitem(os.environ, "DATABASE_URL", ruang.dsn)
    found = Antrean(ruang.dsn)
    yield found
    found.db.close()


def jadwal(ruang: Ruang, *, slot: dt.datetime, tenang: tuple[dt.datetime, dt.datetime] | None = None) -> None:
    quiet = (tenang[0].time(), tenang[1].time()) if tenang else None
    plan = Schedule(True, slot.time().replace(microsecond=0), tenang=quiet, sejak=slot - 24 * JAM)
    instansi_set(ruang.db, instansi=ruang.instansi.id, **{SETTING: plan.stored()})
    ruang.db.commit()


def sinkron(antrean: Antrean) -> list[Any]:
    return antrean.semua("SELECT hasil, kalimat FROM sinkron ORDER BY id")


def kerjakan(ruang: Ruang, folder: Path) -> str:
    with pekerja(ruang.dsn, folder, "--sekali") as one:
        assert one.tunggu() == 0, one.kata
        return one.kata


def menit(moment: dt.datetime) -> dt.datetime:
    return moment.replace(second=0, microsecond=0)


def test_a_slot_starts_one_sync_however_many_look(ruang: Ruang, antrean: Antrean, tmp_path: Path) -> None:
    jadwal(ruang, slot=menit(clock.now()) - dt.timedelta(minutes=2))
    for _ in range(3):
        syncing.start_due()
    assert antrean.pekerjaan() == [("sinkron", "todo")]
    assert "Tidak ada yang dikirim ke BKN. Selaras hanya membaca." in kerjakan(ruang, tmp_path)
    assert sinkron(antrean) == [("selesai", syncing.READ_ONLY)]
    syncing.start_due()
    assert antrean.pekerjaan() == []


def test_the_worker_itself_looks_at_the_schedule(ruang: Ruang, antrean: Antrean, tmp_path: Path) -> None:
    jadwal(ruang, slot=menit(clock.now()) - dt.timedelta(minutes=2))
    kerjakan(ruang, tmp_path)
    assert [hasil for hasil, _ in sinkron(antrean)] == ["selesai"]


def test_a_slot_in_quiet_hours_waits_for_their_end(ruang: Ruang, antrean: Antrean, tmp_path: Path) -> None:
    now = clock.now()
    end = menit(now + JAM)
    jadwal(ruang, slot=menit(now) - dt.timedelta(minutes=2), tenang=(now - JAM, end))
    syncing.start_due()
    (at,) = antrean.satu("SELECT scheduled_at FROM procrastinate_jobs WHERE task_name = 'sinkron'")
    assert abs((at - dt.datetime.now(dt.UTC)) - (end - now)) < dt.timedelta(seconds=5)
    kerjakan(ruang, tmp_path)
    assert antrean.pekerjaan() == [("sinkron", "todo")]
    assert sinkron(antrean) == [(None, None)]


def test_a_sync_that_gets_its_turn_in_quiet_hours_is_put_off_and_not_dropped(
    ruang: Ruang, antrean: Antrean, tmp_path: Path
) -> None:
    now = clock.now()
    jadwal(ruang, slot=menit(now) - dt.timedelta(minutes=2), tenang=(now - JAM, now + JAM))
    queue.enqueue_sinkron(ruang.db, instansi=ruang.instansi.id)
    ruang.db.commit()
    said = kerjakan(ruang, tmp_path)
    assert "Jam tenang sampai" in said
    assert [name for name, status in antrean.pekerjaan() if status == "todo"] == ["sinkron"]
    assert antrean.satu("SELECT bool_and(scheduled_at > now() + interval '50 minutes') FROM procrastinate_jobs "
                        "WHERE task_name = 'sinkron'") == (True,)  # fmt: skip
    assert antrean.semua("SELECT id FROM run WHERE verb = 'sinkron'") == []


def test_whoever_asks_for_one_now_gets_it_in_quiet_hours_too(ruang: Ruang, antrean: Antrean, tmp_path: Path) -> None:
    now = clock.now()
    jadwal(ruang, slot=menit(now) - dt.timedelta(minutes=2), tenang=(now - JAM, now + JAM))
    syncing.start_due()  # waits for the end, and must not hold up the other
    assert queue.enqueue_sinkron(ruang.db, instansi=ruang.instansi.id, paksa=True)
    assert queue.enqueue_sinkron(ruang.db, instansi=ruang.instansi.id, paksa=True) is None
    ruang.db.commit()
    kerjakan(ruang, tmp_path)
    assert [hasil for hasil, _ in sinkron(antrean)] == [None, "selesai"]
    assert antrean.pekerjaan() == [("sinkron", "todo")]


def test_a_second_sync_waits_while_parts_of_the_first_are_under_way(
    ruang: Ruang, antrean: Antrean, tmp_path: Path
) -> None:
    first = queue.enqueue_sinkron(ruang.db, instansi=ruang.instansi.id)
    ruang.db.execute("UPDATE procrastinate_jobs SET queue_name = 'kirim', task_name = 'kirim', lock = 'x', "
                     "queueing_lock = 'x', scheduled_at = now() + interval '1 hour'")  # fmt: skip
    ruang.db.execute("UPDATE sinkron SET mulai = now()")
    second = queue.enqueue_sinkron(ruang.db, instansi=ruang.instansi.id)
    ruang.db.commit()
    assert first
    assert second
    assert "Sinkron sebelumnya masih berjalan." in kerjakan(ruang, tmp_path / "a")
    assert sinkron(antrean) == [(None, None), (None, None)]
    ruang.db.execute("DELETE FROM procrastinate_jobs WHERE task_name = 'kirim'")  # its worker and its jobs are gone
    ruang.db.execute("UPDATE procrastinate_jobs SET scheduled_at = now()")
    ruang.db.commit()
    kerjakan(ruang, tmp_path / "b")
    assert [hasil for hasil, _ in sinkron(antrean)] == ["gagal", "selesai"]
    assert sinkron(antrean)[0][1].startswith("Terputus")

"""kill -9 of a worker at any moment: nothing lost, nothing doubled; resuming reads before it sends."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable

import pytest

from apply.rencana import Meja, kirim
from jobs.maut import mati_di
from sasaran_tiruan import acak

Buat = Callable[..., Meja]


def mati(m: Meja, n: int, batch: int) -> str:
    """Put a worker on the plan and kill it at its n-th moment; return the moment once nobody holds its lock."""
    moment, _ = mati_di(n, lambda hook: _kerja(m, batch, hook))
    while m.ruang.angka("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = 7350002"):
        time.sleep(0.005)
    m.db.rollback()
    return moment


def _kerja(m: Meja, batch: int, hook: Callable[[str], None]) -> None:
    kirim(m.dsn, m.pelayan.alamat, m.plan, batch, sela=hook)


def lanjut(m: Meja) -> None:
    """Resume: everything is sent once, whatever the dead one left, and a third worker finds nothing to do."""
    m.utuh()
    m.sasaran.galat = lambda n, writes: None
    sent = m.sasaran.kiriman
    m.kirim(1)
    assert m.status().keys() <= {2, 3}
    m.utuh()
    assert m.sasaran.kiriman - sent <= m.n
    again = len(m.sasaran.panggilan)
    assert m.kirim().calls == 0
    assert len(m.sasaran.panggilan) == again


@pytest.mark.parametrize("fault", ["", "ragu sebelum", "ragu sesudah", "coba lagi"])
def test_it_survives_kill_at_every_statement(meja: Buat, fault: str) -> None:
    died: list[str] = []
    m = meja(2, slots=1)
    n = 1
    while True:
        m.sasaran.galat = lambda n, writes: fault if fault and n == 2 else None
        moment = mati(m, n, batch=1)
        if not moment:
            break
        died.append(moment)
        if not fault or died.count("sebelum kirim") > 1:  # before the fault nothing differs from the run without one
            lanjut(m)
        m.ulang(2)
        n += 1
    told = " / ".join(died)
    for moment in (
        "SELECT pg_try_advisory_lock",
        "UPDATE plan SET dibuka_run",
        "-- The next operations of a plan",
        "-- What became of operations",
        "sebelum kirim",
        "sesudah kirim",
        "commit",
        "pg_advisory_unlock",
    ):
        assert moment in told, moment
    if fault.startswith("ragu"):
        assert "sebelum baca" in told
    assert len(died) > 25


def test_it_survives_kill_while_it_settles_what_the_dead_left(meja: Buat) -> None:
    m = meja(1)
    m.sasaran.galat = lambda n, writes: "ragu sesudah" if len(writes) > 1 else None
    answered, n, died = 1, 1, []
    while "sesudah kirim" not in mati(m, answered, batch=5):
        answered += 1
        m.ulang(1)
    m.ulang(1)
    while True:
        assert "sesudah kirim" in mati(m, answered, batch=5)
        assert m.status()[1] > 0
        moment = mati(m, n, batch=5)
        if not moment:
            break
        died.append(moment)
        m.kirim(5)
        m.utuh()
        assert m.status().keys() <= {2, 3}
        m.ulang(1)
        n += 1
    told = " / ".join(died)
    assert "-- Operations whose effect is not known" in told
    assert "sesudah baca" in told


def test_random_kills_and_faults_lose_nothing_and_cost_few_calls(meja: Buat) -> None:
    people = int(os.environ.get("SELARAS_UJI_ORANG", "160"))  # 2000 people are 10,000 operations
    batch = max(people // 200, 1)
    m = meja(people)
    assert m.kirim(batch).calls == m.sasaran.kiriman
    quiet = len(m.sasaran.panggilan)
    m.ulang(people)
    m.sasaran.galat = acak(3, 0.02)
    dice = random.Random(5)
    died = 0
    for _ in range(max(people // 100, 4)):
        died += bool(mati(m, dice.randrange(20, 700), batch))
        m.utuh()
    m.kirim(batch)
    assert died >= 3
    assert m.status().keys() <= {2, 3}
    m.utuh()
    assert len(m.sasaran.panggilan) <= 1.05 * quiet

"""The rate budget: shared by all workers and never passed; quiet hours rest."""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Callable

import psycopg

from apply.rencana import KINI, Meja, kirim
from apply.test_berlomba import beranak
from jobs.ruang import Ruang
from selaras.apply.pace import Pace, pace_of
from selaras.galat import Postponed

Buat = Callable[..., Meja]
SECONDS = 2.0


def test_four_processes_reach_the_budget_and_never_pass_it(ruang: Ruang) -> None:
    budget, calls = 100.0, int(100 * SECONDS)
    reader, writer = os.pipe()
    children = [beranak(lambda: _panggil(ruang.dsn, budget, calls // 4, writer)) for _ in range(4)]
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * 4
    os.close(writer)
    with os.fdopen(reader) as pipe:
        moments = sorted(float(line) for line in pipe)
    assert len(moments) == calls
    rate = (calls - 1) / (moments[-1] - moments[0])
    assert 0.75 * budget <= rate <= budget  # how nearly it is reached, `bench.kirim` measures
    for first, last in zip(moments, moments[int(budget) :], strict=False):
        assert last - first >= 0.98  # a hundred and one calls never fit into a second


def _panggil(dsn: str, budget: float, calls: int, writer: int) -> None:
    with psycopg.connect(dsn) as connection:
        pace = Pace(1, "uji", calls=budget)
        for _ in range(calls):
            pace.wait(connection)
            os.write(writer, f"{time.monotonic()}\n".encode())


def test_a_budget_of_operations_counts_what_a_call_carries(meja: Buat) -> None:
    m = meja(20)
    begun = time.monotonic()
    tally = kirim(m.dsn, m.pelayan.alamat, m.plan, 10, pace=Pace(m.instansi.id, "x", operations=100))
    spent = time.monotonic() - begun
    assert tally.stored == 100
    assert (m.n - 10) / 100 <= spent <= (m.n - 10) / 100 * 1.3 + 0.3


def test_whoever_is_asked_to_wait_makes_all_wait(ruang: Ruang) -> None:
    waited: list[float] = []
    pace = Pace(ruang.instansi.id, "uji", calls=1000, sleep=waited.append)
    pace.hold(ruang.db, 30)
    pace.wait(ruang.db)
    assert 29 < waited[-1] <= 30.1


def test_without_a_budget_nobody_waits(ruang: Ruang) -> None:
    waited: list[float] = []
    pace_of({}, instansi=1, connector="uji").wait(ruang.db, 500)
    Pace(1, "uji", sleep=waited.append).wait(ruang.db, 500)
    assert waited == []
    assert pace_of({"laju": {"panggilan_per_detik": 2}}, instansi=1, connector="uji").calls == 2


def test_quiet_hours_rest_before_the_next_operation_is_taken(meja: Buat) -> None:
    m = meja(2)
    end = KINI + dt.timedelta(hours=2)
    pace = Pace(m.instansi.id, "x", quiet_until=lambda moment: end if m.sasaran.kiriman >= 2 else None)
    tally = kirim(m.dsn, m.pelayan.alamat, m.plan, 1, pace=pace)
    assert isinstance(tally.berhenti, Postponed)
    assert "12:00" in str(tally.berhenti)
    assert m.status() == {0: m.n - 2, 2: 2}

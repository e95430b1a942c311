"""Eight processes race for one plan: the target's log says that each operation was sent exactly once."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable

import pytest

from apply.rencana import Meja, kirim

Buat = Callable[..., Meja]


def beranak(work: Callable[[], None]) -> int:
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        work()
        code = 0
    finally:
        os._exit(code)


@pytest.mark.parametrize("batch", [1, 20])
def test_eight_processes_send_each_operation_exactly_once(meja: Buat, batch: int) -> None:
    m = meja(60)
    children = [beranak(lambda: _kerja(m, batch)) for _ in range(8)]
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * 8
    sent = Counter(kunci for kind, call in m.sasaran.panggilan if kind == "kirim" for kunci in call)
    assert len(sent) == m.n
    assert set(sent.values()) == {1}
    assert m.status() == {2: m.n}
    workers = m.ruang.angka("SELECT count(DISTINCT pekerja) FROM operation WHERE plan_id = %s", (m.plan,))
    assert workers > 1
    m.utuh()


def _kerja(m: Meja, batch: int) -> None:
    tally = kirim(m.dsn, m.pelayan.alamat, m.plan, batch, sleep=_sebentar)
    assert tally.berhenti is None


def _sebentar(seconds: float) -> None:
    time.sleep(min(seconds, 0.05))


def test_eight_processes_pass_nothing_on_twice_when_the_net_is_bad(meja: Buat) -> None:
    m = meja(40)
    m.sasaran.galat = lambda n, writes: {0: "ragu sesudah", 5: "ragu sebelum"}.get(n % 10)
    children = [beranak(lambda: _kerja(m, 4)) for _ in range(8)]
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * 8
    assert m.status().keys() <= {2, 3}
    m.utuh()

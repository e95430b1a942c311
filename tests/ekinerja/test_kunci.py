"""The same idempotency key takes effect once: later, in the same call, and at the same moment."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import psycopg
import pytest

from ekinerja.kantor import GURU, KEPALA, REKAN, Kantor, Op, nilai, skp, tarik
from selaras.ekinerja import services
from selaras.galat import TryAgain


def test_a_repeated_call_changes_nothing_and_says_so(kantor: Kantor) -> None:
    ops = [skp(KEPALA), nilai(KEPALA), nilai(GURU), skp(KEPALA)]
    first = kantor.tulis(*ops)
    before = kantor.gambar()
    again = kantor.tulis(*ops)
    assert kantor.gambar() == before
    assert [told["hasil"] for told in first] == ["diterima", "diterima", "ditolak", "bentrok"]
    assert [told["hasil"] for told in again] == ["sama", "sama", "ditolak", "bentrok"]
    assert [told | {"hasil": ""} for told in again] == [told | {"hasil": ""} for told in first]


def test_a_refusal_stays_under_its_key_though_the_cause_is_gone(kantor: Kantor) -> None:
    teacher = skp(GURU)
    assert kantor.hasil(teacher) == ["E04"]
    kantor.tulis(skp(KEPALA))
    assert kantor.hasil(teacher) == ["E04"]
    assert kantor.hasil(skp(GURU)) == ["diterima"]


def test_the_answer_is_the_first_one_though_the_version_went_on(kantor: Kantor) -> None:
    first = skp(KEPALA)
    kantor.tulis(first)
    kantor.tulis(skp(KEPALA, versi=1))
    [told] = kantor.tulis(first)
    assert (told["hasil"], told["versi"]) == ("sama", 1)
    assert kantor.versi(first) == [2]


def test_a_repeated_withdrawal_withdraws_once(kantor: Kantor) -> None:
    first = skp(KEPALA)
    gone = tarik(first, versi=1)
    kantor.tulis(first, gone)
    kantor.tulis(skp(KEPALA))
    assert kantor.tulis(gone)[0]["hasil"] == "sama"
    assert kantor.versi(first) == [3]


def test_a_key_twice_in_one_call_counts_once(kantor: Kantor) -> None:
    op = skp(KEPALA)
    assert kantor.hasil(op, op, op) == ["diterima", "sama", "sama"]
    assert (kantor.versi(op), len(kantor.catatan())) == ([1], 1)


def test_the_same_key_in_another_instansi_is_another_key(kantor: Kantor) -> None:
    op = skp(KEPALA)
    kantor.tulis(op)
    other = Kantor(kantor.dsn, instansi=2).isi()
    assert other.hasil(op) == ["diterima"]
    other.tutup()


@pytest.mark.parametrize("calls", [2, 6])
def test_racing_calls_with_one_key_take_effect_once(kantor: Kantor, calls: int) -> None:
    for turn in range(5):
        ops = [skp(KEPALA, versi=turn), nilai(KEPALA, 201 + turn % 4, versi=turn // 4)]
        told = race(kantor, [ops] * calls)
        assert sorted(one[0]["hasil"] for one in told) == ["diterima"] + ["sama"] * (calls - 1)
        assert len({(one[0]["versi"], one[1]["versi"]) for one in told}) == 1
    assert len(kantor.catatan()) == 10


def test_racing_calls_with_keys_of_their_own_store_one_version(kantor: Kantor) -> None:
    kantor.tulis(skp(KEPALA))
    told = race(kantor, [[nilai(KEPALA)] for _ in range(6)])
    assert sorted(one[0]["hasil"] for one in told) == ["bentrok"] * 5 + ["diterima"]
    assert kantor.angka("SELECT count(*) FROM ek_penilaian") == 1


def test_racing_calls_over_the_same_people_in_any_order_never_block_each_other(kantor: Kantor) -> None:
    kantor.tulis(skp(KEPALA), skp(GURU), skp(REKAN))
    people = [KEPALA, GURU, REKAN]
    batches = [[nilai(nip, slot) for nip in order] for slot in (201, 202, 203) for order in (people, people[::-1])]
    told = [one["hasil"] for answers in race(kantor, batches) for one in answers]
    assert (told.count("diterima"), told.count("bentrok")) == (9, 9)


def test_one_key_for_two_people_at_the_same_moment_is_tried_again(kantor: Kantor) -> None:
    mine, other = skp(KEPALA), skp(REKAN, plt=True)
    other["kunci"] = mine["kunci"]
    services.tulis(kantor.connection, instansi=1, operasi=[mine])
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(Kantor(kantor.dsn).tulis, other)
        wait_until(kantor, lambda: waiting_for_a_transaction(kantor) == 1)
        kantor.connection.commit()
        with pytest.raises(TryAgain):
            waiting.result(timeout=20)
    assert kantor.hasil(other) == ["sama"]
    assert kantor.versi(other) == [0]


def race(kantor: Kantor, batches: list[list[Op]]) -> list[list[dict[str, Any]]]:
    """Send the batches at once, each over a connection of its own; give the answers in the order of the batches."""
    start = Barrier(len(batches))

    def send(batch: list[Op]) -> list[dict[str, Any]]:
        office = Kantor(kantor.dsn, kantor.instansi)
        start.wait(timeout=20)
        told = office.tulis(*batch)
        office.tutup()
        return told

    with ThreadPoolExecutor(len(batches)) as pool:
        return list(pool.map(send, batches))


def waiting_for_a_transaction(kantor: Kantor) -> int:
    """Count the connections of this database that wait for a lock."""
    with psycopg.connect(kantor.dsn, autocommit=True) as other:
        row = other.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        ).fetchone()
    return int(row[0]) if row else 0


def wait_until(kantor: Kantor, holds: Callable[[], bool]) -> None:
    """Wait for something that another connection is about to do. Fails after 20 seconds."""
    for _ in range(400):
        if holds():
            return
        with psycopg.connect(kantor.dsn, autocommit=True) as other:
            other.execute("SELECT pg_sleep(0.05)")
    raise AssertionError("it never happened")

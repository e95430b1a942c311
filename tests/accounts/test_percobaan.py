"""Attempts are counted for all workers together, and forgotten in time."""

from __future__ import annotations

import datetime as dt

from accounts.conftest import KINI, Kantor
from selaras.accounts.limits import attempt, forget

SEBENTAR = dt.timedelta(minutes=15)


def coba(kantor: Kantor, *parts: str, now: dt.datetime = KINI) -> bool:
    return attempt(kantor.db, *parts, most=2, within=SEBENTAR, now=now)


def test_the_first_are_let_through_and_then_no_more_until_the_time_is_over(kantor: Kantor) -> None:
    assert [coba(kantor, "sandi", "satu") for _ in range(4)] == [True, True, False, False]
    assert coba(kantor, "sandi", "dua")
    assert coba(kantor, "faktor", "satu")
    assert not coba(kantor, "sandi", "satu", now=KINI + SEBENTAR - dt.timedelta(seconds=1))
    assert coba(kantor, "sandi", "satu", now=KINI + SEBENTAR)


def test_names_that_flow_together_are_counted_apart(kantor: Kantor) -> None:
    assert [coba(kantor, "a", "bc") for _ in range(2)] == [True, True]
    assert coba(kantor, "ab", "c")
    assert coba(kantor, "a", "\ud800")


def test_a_success_begins_anew_and_nothing_is_kept_for_ever(kantor: Kantor) -> None:
    for _ in range(3):
        coba(kantor, "sandi", "satu")
    coba(kantor, "sandi", "lama", now=KINI - dt.timedelta(days=2))
    forget(kantor.db, "sandi", "satu", now=KINI)
    assert coba(kantor, "sandi", "satu")
    assert kantor.db.execute("SELECT count(*), bool_and(length(kunci) = 32) FROM ac_percobaan").fetchone() == (1, True)

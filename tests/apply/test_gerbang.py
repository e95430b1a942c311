"""A plan that is edited, used, expired or made under other rules is refused whole, and a sentence says what moved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from apply.rencana import KINI, Meja
from selaras.apply.services import close_plan, open_plan
from selaras.galat import DataError, SelarasError, Stop
from selaras.organisasi.services import instansi_set

Buat = Callable[..., Meja]


def buka(m: Meja, now: dt.datetime = KINI) -> None:
    open_plan(m.db, m.plan, instansi=m.ruang.folder.reload(), now=now)


def test_a_fresh_plan_may_be_opened_also_after_part_of_it_was_sent(meja: Buat) -> None:
    m = meja(2)
    buka(m)
    m.sasaran.galat = lambda n, writes: "tunda" if n == 3 else None
    m.kirim(1)
    buka(m)


@pytest.mark.parametrize(
    "edit",
    [
        "UPDATE operation SET baru = baru || '{\"predikat\": 1}' WHERE seq = 2",
        "UPDATE operation SET nip = '198001012006011999' WHERE seq = 1",
        "UPDATE operation SET versi = 3 WHERE seq = 4",
        "UPDATE operation SET needs = NULL WHERE seq = 5",
        "DELETE FROM operation WHERE seq = 10",
        "UPDATE plan SET berlaku_sampai = berlaku_sampai + interval '1 day'",
    ],
)
def test_an_edited_plan_is_refused(meja: Buat, edit: str) -> None:
    m = meja(2)
    m.db.execute(edit.encode())
    m.db.commit()
    with pytest.raises(Stop, match="berubah sesudah disegel 06-01-2025 17:00"):
        buka(m)


def test_a_used_plan_is_refused(meja: Buat) -> None:
    m = meja(1)
    close_plan(m.db, m.plan, alasan="uji", now=KINI)
    with pytest.raises(Stop, match="sudah dipakai dan ditutup"):
        buka(m)


def test_an_expired_plan_is_refused(meja: Buat) -> None:
    m = meja(1)
    buka(m, KINI + dt.timedelta(hours=23, minutes=59))
    with pytest.raises(Stop, match="kedaluwarsa sejak 07-01-2025 17:00"):
        buka(m, KINI + dt.timedelta(hours=24))


@pytest.mark.parametrize(
    ("fact", "told"),
    [
        ("UPDATE plan SET rules_version = rules_version + 1", "aturan versi"),
        ("UPDATE instansi SET target = 'lain'", "sekarang terikat pada «lain»"),
        ("UPDATE instansi SET hanya_baca = true", "Selaras hanya membaca"),
        ("UPDATE plan SET ambang = '{Mengubah 30 dari 40.}'", "berubah sesudah disegel"),
        ("UPDATE plan SET jeda = 'Terlalu banyak.'", "sedang dijeda: Terlalu banyak"),
    ],
)
def test_a_plan_made_for_something_else_is_refused(meja: Buat, fact: str, told: str) -> None:
    m = meja(1)
    if "rules_version" in fact:
        m.db.execute(fact.encode())
        m.segel_ulang()
    else:
        m.db.execute(fact.encode())
    m.db.commit()
    with pytest.raises(SelarasError, match=told):
        buka(m)


def test_a_plan_over_a_threshold_waits_for_a_second_person(meja: Buat) -> None:
    m = meja(1)
    m.db.execute("UPDATE plan SET ambang = '{Mengubah 30 dari 40 isian.}'")
    m.segel_ulang()
    with pytest.raises(Stop, match=r"orang kedua: Mengubah 30 dari 40 isian\."):
        buka(m)
    m.db.execute("UPDATE plan SET kedua_oleh = 'Sari', kedua_alasan = 'benar', kedua_pada = now()")
    m.db.commit()
    buka(m)


def test_a_setting_that_moved_is_named(meja: Buat) -> None:
    m = meja(1)
    instansi_set(m.db, instansi=m.instansi.id, wajib_setuju=False)
    m.db.commit()
    with pytest.raises(Stop, match="wajib_setuju ya menjadi tidak"):
        buka(m)


def test_a_plan_that_does_not_exist_is_said_so(meja: Buat) -> None:
    m = meja(1)
    m.plan = 999
    with pytest.raises(DataError, match="tidak ada"):
        buka(m)

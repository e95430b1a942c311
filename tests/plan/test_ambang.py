"""Thresholds: a plan that goes far beyond adding waits for a second person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from jobs.desa import BUDI, DEWI, WARGA, Desa
from plan.bengkel import KINI, Bengkel
from selaras.galat import DataError, Stop
from selaras.plan import selectors
from selaras.plan.closing import plan_agree, plan_close
from selaras.review.services import Putusan

Buat = Callable[[Desa], Bengkel]


def berbeda(predikat: str = "Butuh Perbaikan", hasil: str = "Dibawah Ekspektasi") -> Desa:
    """Give a village of which e-Kinerja holds other ratings, all of them."""
    desa = Desa()
    for rows in desa.laporan_nilai.values():
        for row in rows:
            row.update(hasil_akhir=predikat, hasil_kerja=hasil)
    return desa


@pytest.fixture
def b(bengkel: Buat) -> Bengkel:
    made = bengkel(berbeda())
    made.putuskan(Putusan.BAWA_PMM, *made.entri())
    return made


def test_adding_what_is_missing_passes_no_threshold(bengkel: Buat) -> None:
    desa = Desa()
    for o in WARGA:
        desa.tanpa_ekinerja(o)
    made = bengkel(desa)
    made.setujui()
    assert made.segel().ambang == []


def test_writing_over_many_waits_for_a_second_person(b: Bengkel) -> None:
    plan = b.segel()
    assert plan.n == 30
    (sentence,) = plan.ambang
    assert "30 dari 36" in sentence
    assert plan.menunggu_kedua


def test_both_the_share_and_the_number_must_be_passed(b: Bengkel) -> None:
    b.atur(ambang_ubah_jumlah=30)
    assert b.segel().ambang == []
    b.atur(ambang_ubah_jumlah=29, ambang_ubah_persen=90)
    assert b.segel().ambang == []
    b.atur(ambang_ubah_persen=83)
    assert len(b.segel().ambang) == 1


def test_lowering_many_predikat_waits_for_a_second_person(bengkel: Buat) -> None:
    made = bengkel(berbeda("Sangat Baik", "Diatas Ekspektasi"))
    for rows in (made.entri(BUDI), made.entri(DEWI)):
        made.putuskan(Putusan.BAWA_PMM, *rows)
    made.atur(ambang_ubah_jumlah=1000, ambang_turun=9)
    (sentence,) = made.segel().ambang
    assert "menurunkan predikat 10 penilaian" in sentence
    made.atur(ambang_turun=10)
    assert made.segel().ambang == []


def test_the_person_who_sealed_can_not_agree_and_another_can(b: Bengkel) -> None:
    plan = b.segel()
    with pytest.raises(Stop, match="orang lain"):
        plan_agree(b.db, plan.id, " UJI ", "sudah saya lihat", now=KINI)
    with pytest.raises(DataError, match="alasan"):
        plan_agree(b.db, plan.id, "Bu Rini", " ", now=KINI)
    plan_agree(b.db, plan.id, "Bu Rini", "sesuai SK", now=KINI)
    agreed = selectors.plan_get(b.db, plan.id)
    assert (agreed.kedua_oleh, agreed.menunggu_kedua, agreed.digest) == ("Bu Rini", False, plan.digest)
    with pytest.raises(DataError, match="tidak menunggu"):
        plan_agree(b.db, plan.id, "Bu Rini", "lagi", now=KINI)


def test_nobody_agrees_to_a_plan_that_is_over(b: Bengkel) -> None:
    plan = b.segel()
    with pytest.raises(Stop, match="masa berlaku"):
        plan_agree(b.db, plan.id, "Bu Rini", "sesuai", now=KINI + dt.timedelta(hours=24))
    plan_close(b.db, plan.id, alasan="batal", now=KINI)
    with pytest.raises(DataError, match="tidak menunggu"):
        plan_agree(b.db, plan.id, "Bu Rini", "sesuai", now=KINI)


def test_a_person_closes_a_plan_unless_something_is_still_in_flight(b: Bengkel) -> None:
    plan = b.segel()
    b.db.execute("UPDATE operation SET status = 1 WHERE seq = 1")
    with pytest.raises(Stop, match="belum dibaca ulang"):
        plan_close(b.db, plan.id, alasan="batal", now=KINI)
    b.db.execute("UPDATE operation SET status = 3 WHERE seq = 1")
    assert plan_close(b.db, plan.id, alasan="batal", now=KINI) == 29
    assert b.ruang.rekap().seimbang is True
    with pytest.raises(DataError, match="sudah ditutup"):
        plan_close(b.db, plan.id, alasan="batal", now=KINI)


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM operation WHERE seq = 3",
        "UPDATE operation SET status = 0 WHERE seq = 3",
        "UPDATE operation SET status = 1 WHERE seq = 3",
        "UPDATE plan SET n = n + 1",
    ],
)
def test_a_closed_plan_whose_operations_do_not_add_up_unbalances_the_books(b: Bengkel, change: str) -> None:
    plan = b.segel()
    plan_close(b.db, plan.id, alasan="batal", now=KINI)
    assert b.ruang.rekap().seimbang is True
    b.db.execute(change)
    assert b.ruang.rekap().seimbang is False


def test_an_open_plan_that_lost_an_operation_unbalances_the_books(b: Bengkel) -> None:
    b.segel()
    assert b.ruang.rekap().seimbang is True
    b.db.execute("DELETE FROM operation WHERE seq = 3")
    assert b.ruang.rekap().seimbang is False

"""Observation: the phases go in order, each by whoever it belongs to."""

from __future__ import annotations

import datetime as dt
from typing import Any

import psycopg
import pytest

from pmm.gugus import RUBRIK, Gugus
from selaras.galat import DataError, Forbidden
from selaras.pmm import services


def isi(gugus: Gugus, skp_id: str, fase: int, oleh: str, **said: Any) -> None:
    whole = {"isi": "Catatan", "rubrik": RUBRIK if fase == 2 else None} | said
    gugus.panggil(services.observasi_isi, oleh=oleh, skp_id=skp_id, fase=fase, **whole)


def test_five_phases_in_their_order_are_a_whole_observation(gugus: Gugus) -> None:
    gugus.siap_dinilai()
    [skp] = gugus.setahun()["skp"]
    assert [line["nama"] for line in skp["fase"]] == [
        "Persiapan observasi", "Pelaksanaan observasi", "Diskusi tindak lanjut", "Pelaksanaan upaya tindak lanjut",
        "Refleksi",
    ]  # fmt: skip
    assert [(line["nama"], line["catatan"]) for line in skp["rubrik"]] == [
        ("Dilakukan dan efektif", "Konsisten"), ("Dilakukan tapi belum efektif", ""),
        ("Belum dilakukan", "Belum sempat"),
    ]  # fmt: skip


@pytest.mark.parametrize(("sampai", "fase", "missing"), [(0, 2, "Persiapan"), (1, 3, "Pelaksanaan"), (3, 5, "upaya")])
def test_no_phase_is_skipped(gugus: Gugus, sampai: int, fase: int, missing: str) -> None:
    skp_id = gugus.skp()
    gugus.amati(skp_id, sampai=sampai)
    with pytest.raises(DataError, match=f"Fase sebelumnya belum diisi: .*{missing}"):
        isi(gugus, skp_id, fase, "kepala" if fase in (2, 3) else "guru")


def test_a_phase_can_be_corrected_until_the_next_one_begins(gugus: Gugus) -> None:
    skp_id = gugus.skp()
    gugus.amati(skp_id, sampai=2)
    isi(gugus, skp_id, 2, "kepala", rubrik=dict.fromkeys((1, 2, 3), (3, "")))
    assert {line["tingkat"] for line in gugus.setahun()["skp"][0]["rubrik"]} == {3}
    with pytest.raises(DataError, match="sudah dikunci"):
        isi(gugus, skp_id, 1, "guru")


@pytest.mark.parametrize(
    ("sampai", "fase", "oleh"),
    [(0, 1, "kepala"), (0, 1, "rekan"), (1, 2, "guru"), (1, 2, "kepala_dua"), (2, 3, "guru"), (3, 4, "kepala")],
)
def test_each_phase_belongs_to_one_of_the_two(gugus: Gugus, sampai: int, fase: int, oleh: str) -> None:
    skp_id = gugus.skp()
    gugus.amati(skp_id, sampai=sampai)
    with pytest.raises(Forbidden):
        isi(gugus, skp_id, fase, oleh)


def test_nothing_is_observed_before_the_plan_is_agreed(gugus: Gugus) -> None:
    with pytest.raises(DataError, match="sesudah SKP disepakati"):
        isi(gugus, gugus.skp(sampai="diajukan"), 1, "guru")


def test_the_pengawas_of_the_school_observes_its_head_but_does_not_rate_him(gugus: Gugus) -> None:
    skp_id = gugus.skp("kepala")
    isi(gugus, skp_id, 1, "kepala")
    isi(gugus, skp_id, 2, "pengawas")
    with pytest.raises(Forbidden):
        gugus.nilai(skp_id, "kepala", oleh="pengawas")
    other = gugus.skp("kepala_dua")
    isi(gugus, other, 1, "kepala_dua")
    with pytest.raises(Forbidden):
        isi(gugus, other, 2, "pengawas")


@pytest.mark.parametrize(
    "rubrik", [None, {}, {1: (1, "")}, {1: (1, ""), 2: (4, ""), 3: (1, "")}, dict.fromkeys((1, 2, 3, 4), (1, ""))]
)
def test_the_rubric_has_three_points_of_three_levels(gugus: Gugus, rubrik: Any) -> None:
    skp_id = gugus.skp()
    gugus.amati(skp_id, sampai=1)
    with pytest.raises(DataError, match="Rubrik belum lengkap"):
        isi(gugus, skp_id, 2, "kepala", rubrik=rubrik)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"fase": 0}, "1 sampai 5"),
        ({"fase": 6}, "1 sampai 5"),
        ({"isi": " "}, "wajib diisi"),
        ({"isi": "a\x00"}, "tidak dapat disimpan"),
    ],
)
def test_a_phase_that_is_none_is_refused(gugus: Gugus, said: dict[str, Any], sentence: str) -> None:
    skp_id = gugus.skp()
    with pytest.raises(DataError, match=sentence):
        isi(gugus, skp_id, said.pop("fase", 1), "guru", **said)


def test_an_observation_is_not_dated_ahead_but_its_preparation_may_be(gugus: Gugus) -> None:
    skp_id, later = gugus.skp(), dt.date(2025, 1, 20)
    isi(gugus, skp_id, 1, "guru", tanggal=later)
    with pytest.raises(DataError, match="masa depan"):
        isi(gugus, skp_id, 2, "kepala", tanggal=later)


def test_the_tables_themselves_let_no_phase_be_skipped(gugus: Gugus) -> None:
    skp_id = gugus.skp()
    with pytest.raises(psycopg.errors.ForeignKeyViolation, match="pm_fase_urut"):
        gugus.connection.execute(
            "INSERT INTO pm_fase(skp_id, instansi_id, fase, isi, tanggal, oleh, diisi) "
            "VALUES (%s, 1, 3, 'x', '2024-08-01', %s, now())",
            (skp_id, gugus.id["guru"]),
        )
    gugus.connection.rollback()

"""Ratings: when they can be given, by whom, and what the matrix says."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from pmm.gugus import DUA, SATU, SEMESTER_2, Gugus
from selaras.galat import DataError, Forbidden
from selaras.pmm import services


def nilai(skp_id: str, **said: Any) -> dict[str, Any]:
    return {"skp_id": skp_id, "hasil": 1, "perilaku": 1, "predikat": 1, "umpan_balik": ""} | said


def test_the_rater_confirms_the_predikat_of_the_matrix(gugus: Gugus) -> None:
    skp_id = gugus.siap_dinilai()
    assert services.predikat_dari(1, 2) == 2
    with pytest.raises(DataError, match="Predikat menurut matriks: Baik"):
        gugus.nilai(skp_id, hasil=1, perilaku=2, predikat=1)
    gugus.nilai(skp_id)
    [rated] = gugus.setahun(oleh="kepala")["skp"][0]["penilaian"]
    assert (rated["hasil"], rated["perilaku"], rated["predikat"], rated["status_nama"], rated["penilai"]) == (
        1, 2, 2, "draf", "SITI KEPALA"
    )  # fmt: skip


@pytest.mark.parametrize("oleh", ["guru", "rekan", "kepala_dua", "pengawas", "dinas"])
def test_only_the_rater_rates(gugus: Gugus, oleh: str) -> None:
    skp_id = gugus.siap_dinilai()
    with pytest.raises(Forbidden):
        gugus.nilai(skp_id, oleh=oleh)
    assert gugus.angka("SELECT count(*) FROM pm_penilaian") == 0


def test_nothing_is_rated_before_the_plan_is_agreed(gugus: Gugus) -> None:
    with pytest.raises(DataError, match="SKP belum disepakati"):
        gugus.nilai(gugus.skp(sampai="diajukan"))


def test_the_rating_of_the_cycle_waits_for_the_whole_observation(gugus: Gugus) -> None:
    skp_id = gugus.skp()
    gugus.amati(skp_id, sampai=4)
    with pytest.raises(DataError, match="Observasi belum selesai: refleksi"):
        gugus.nilai(skp_id)
    gugus.nilai(skp_id, slot=203)  # a triwulan does not


def test_a_pengawas_has_a_plan_for_a_school_of_his_and_needs_no_observation(gugus: Gugus) -> None:
    with pytest.raises(DataError, match="sekolah sendiri"):
        gugus.skp("pengawas", npsn=DUA, sampai="draf")
    skp_id = gugus.skp("pengawas", npsn=SATU)
    with pytest.raises(DataError, match="tidak memakai observasi"):
        gugus.amati(skp_id, "pengawas", sampai=1)
    gugus.nilai(skp_id, "pengawas")
    assert gugus.setahun("pengawas", "dinas")["skp"][0]["penilaian"][0]["predikat"] == 2


@pytest.mark.parametrize(
    ("slot", "sentence"),
    [(301, "di luar masa SKP"), (202, "di luar masa SKP"), (999, "tidak dinilai"), (0, "tidak dinilai")],
)
def test_a_period_belongs_to_the_plan_in_force_at_its_end(gugus: Gugus, slot: int, sentence: str) -> None:
    skp_id = gugus.siap_dinilai()
    with pytest.raises(DataError, match=sentence):
        gugus.nilai(skp_id, slot=slot)


def test_a_semester_is_rated_in_2024_only_and_not_before_it_began(
    gugus: Gugus, monkeypatch: pytest.MonkeyPatch
) -> None:
    skp_id = gugus.siap_dinilai(slot=None, tahun=2025)
    with pytest.raises(DataError, match="tidak dinilai dalam tahun 2025"):
        gugus.nilai(skp_id, slot=302)
    with pytest.raises(DataError, match="belum dimulai"):
        gugus.nilai(skp_id, slot=204)
    monkeypatch.setenv("SELARAS_HARI_INI", "2025-11-20")
    gugus.nilai(skp_id, slot=204)
    gugus.nilai(skp_id, slot=400)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"hasil": 0}, "Hasil kerja wajib dipilih"),
        ({"hasil": None}, "Hasil kerja wajib dipilih"),
        ({"hasil": "1"}, "Hasil kerja wajib dipilih"),
        ({"perilaku": 4}, "Perilaku kerja wajib dipilih"),
        ({"perilaku": True}, "Perilaku kerja wajib dipilih"),
        ({"predikat": None}, "Predikat wajib dikonfirmasi"),
        ({"umpan_balik": "x" * 5000}, "Umpan balik"),
        ({"umpan_balik": "\x00"}, "Umpan balik"),
    ],
)
def test_values_that_are_none_are_refused(gugus: Gugus, said: dict[str, Any], sentence: str) -> None:
    skp_id = gugus.siap_dinilai()
    with pytest.raises(DataError, match=sentence):
        gugus.nilai(skp_id, **said)


def test_the_quick_form_stores_the_sound_rows_and_tells_all_faults_of_the_others(gugus: Gugus) -> None:
    good, early = gugus.siap_dinilai(), gugus.skp("rekan", sampai="diajukan")
    foreign = gugus.siap_dinilai("guru_dua")
    rows = [
        nilai(good), nilai(early, hasil=None, predikat=None), nilai(foreign), nilai(str(uuid4())), nilai("bukan"),
        nilai(good),
    ]  # fmt: skip
    told = gugus.panggil(services.penilaian_banyak, oleh="kepala", slot=SEMESTER_2, baris=rows)
    assert [satu.skp_id for satu in told] == [row["skp_id"] for row in rows]
    assert told[0].galat == ()
    assert [part.split()[0] for part in told[1].galat] == ["SKP", "Observasi", "Hasil", "Predikat"]
    assert told[2].galat == told[3].galat == told[4].galat
    assert told[5].galat == ("Orang ini muncul dua kali.",)
    assert gugus.angka("SELECT count(*) FROM pm_penilaian") == 1


def test_a_form_is_not_endless(gugus: Gugus) -> None:
    with pytest.raises(DataError, match="paling banyak 500"):
        gugus.panggil(services.penilaian_banyak, oleh="kepala", slot=SEMESTER_2, baris=[nilai("x")] * 501)


def test_saving_the_same_again_changes_nothing(gugus: Gugus) -> None:
    skp_id = gugus.siap_dinilai()
    gugus.nilai(skp_id)
    before = gugus.angka("SELECT urut FROM pm_penilaian")
    gugus.nilai(skp_id)
    assert gugus.angka("SELECT urut FROM pm_penilaian") == before
    assert gugus.angka("SELECT count(*) FROM pm_riwayat WHERE apa = 'dinilai'") == 1


def test_rating_anew_what_was_only_set_makes_it_a_draft_again(gugus: Gugus) -> None:
    skp_id = gugus.siap_dinilai()
    gugus.nilai(skp_id)
    gugus.kirim(services.tetapkan)
    gugus.nilai(skp_id, hasil=3, perilaku=3, predikat=5)
    assert gugus.kirim(services.kirim)["BUDI GURU"].kurang == ("Predikat belum ditetapkan.",)

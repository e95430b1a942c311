"""Setting and sending the predikat of a period, and the proof that stays."""

from __future__ import annotations

import pytest

from pmm.gugus import DUA, SEMESTER_2, Gugus
from selaras.galat import DataError, Forbidden
from selaras.pmm import services


def test_july_to_december_2024_is_set_and_sent_to_all_in_one_go(gugus: Gugus) -> None:
    for siapa in ("guru", "rekan"):
        gugus.nilai(gugus.siap_dinilai(siapa), siapa)
    told = gugus.kirim()
    assert {name: one.hasil for name, one in told.items()} == {"BUDI GURU": "terkirim", "RINI REKAN": "terkirim"}
    assert gugus.angka("SELECT count(*) FROM pm_kiriman WHERE dikirim_oleh = %s", gugus.id["kepala"]) == 2
    assert {one.hasil for one in gugus.kirim().values()} == {"sudah"}
    assert gugus.angka("SELECT count(*) FROM pm_kiriman") == 2


def test_of_every_other_teacher_it_says_what_is_missing(gugus: Gugus) -> None:
    skp_id = gugus.skp()
    gugus.amati(skp_id, sampai=2)
    told = gugus.kirim()
    assert told["RINI REKAN"].kurang == ("Belum ada SKP 2024 untuk periode ini.",)
    assert told["BUDI GURU"].kurang == (
        "Observasi belum selesai: diskusi tindak lanjut belum diisi.", "Belum dinilai.",
    )  # fmt: skip
    assert set(told) == {"BUDI GURU", "RINI REKAN"}
    assert gugus.angka("SELECT count(*) FROM pm_kiriman") == 0


def test_nothing_is_sent_before_it_is_set(gugus: Gugus) -> None:
    gugus.nilai(gugus.siap_dinilai())
    assert gugus.kirim(services.kirim)["BUDI GURU"].kurang == ("Predikat belum ditetapkan.",)
    assert gugus.kirim(services.tetapkan)["BUDI GURU"].hasil == "ditetapkan"
    assert gugus.kirim(services.tetapkan)["BUDI GURU"].hasil == "sudah"
    assert gugus.kirim(services.kirim)["BUDI GURU"].hasil == "terkirim"


def test_one_teacher_can_be_picked(gugus: Gugus) -> None:
    for siapa in ("guru", "rekan"):
        gugus.nilai(gugus.siap_dinilai(siapa), siapa)
    assert set(gugus.kirim(pegawai=[gugus.id["rekan"]])) == {"RINI REKAN"}
    assert gugus.angka("SELECT count(*) FROM pm_kiriman") == 1


@pytest.mark.parametrize("oleh", ["guru", "kepala_dua", "pengawas", "dinas"])
def test_who_rates_nobody_there_sends_nothing_and_learns_nothing(gugus: Gugus, oleh: str) -> None:
    gugus.nilai(gugus.siap_dinilai())
    assert gugus.kirim(oleh=oleh) == {}
    assert gugus.angka("SELECT count(*) FROM pm_kiriman") == 0


def test_the_dinas_sends_to_the_head(gugus: Gugus) -> None:
    gugus.nilai(gugus.siap_dinilai("kepala"), "kepala")
    assert gugus.kirim(oleh="dinas")["SITI KEPALA"].hasil == "terkirim"
    assert gugus.kirim(oleh="dinas", npsn=DUA) == {}


def test_the_proof_says_when_by_whom_and_when_it_was_read(gugus: Gugus) -> None:
    skp_id = gugus.siap_dinilai()
    said = {"skp_id": skp_id, "slot": SEMESTER_2}
    gugus.nilai(skp_id)
    assert gugus.panggil(services.penilaian_dibaca, oleh="guru", **said) is None
    gugus.kirim()
    for oleh in ("rekan", "kepala"):
        assert gugus.panggil(services.penilaian_dibaca, oleh=oleh, **said) is None
    first = gugus.panggil(services.penilaian_dibaca, oleh="guru", **said)
    assert first == gugus.panggil(services.penilaian_dibaca, oleh="guru", **said)
    [rated] = gugus.setahun()["skp"][0]["penilaian"]
    assert (rated["dibaca"], rated["dikirim_oleh"]) == (first, "SITI KEPALA")
    assert rated["dikirim"] <= first


def test_the_teacher_sees_a_rating_only_once_it_was_sent(gugus: Gugus) -> None:
    gugus.nilai(gugus.siap_dinilai())
    gugus.kirim(services.tetapkan)
    [hidden] = gugus.setahun()["skp"][0]["penilaian"]
    assert (hidden["hasil"], hidden["predikat"], hidden["umpan_balik"], hidden["status"]) == (None, None, None, 1)
    assert "ditetapkan" not in [line["apa"] for line in gugus.setahun()["skp"][0]["riwayat"]]
    gugus.kirim(services.kirim)
    [shown] = gugus.setahun()["skp"][0]["penilaian"]
    assert (shown["hasil"], shown["predikat"], shown["umpan_balik"]) == (1, 2, "Pertahankan.")


def test_what_was_sent_changes_only_after_it_was_withdrawn_with_a_reason(gugus: Gugus) -> None:
    skp_id = gugus.siap_dinilai()
    gugus.nilai(skp_id)
    gugus.kirim()
    with pytest.raises(DataError, match="tarik dulu dengan alasan"):
        gugus.nilai(skp_id, hasil=2)
    said = {"skp_id": skp_id, "slot": SEMESTER_2}
    with pytest.raises(DataError, match="Alasan wajib"):
        gugus.panggil(services.penilaian_tarik, oleh="kepala", alasan="", **said)
    for oleh in ("guru", "kepala_dua"):
        with pytest.raises(Forbidden):
            gugus.panggil(services.penilaian_tarik, oleh=oleh, alasan="x", **said)
    gugus.panggil(services.penilaian_tarik, oleh="kepala", alasan="Salah orang", **said)
    gugus.nilai(skp_id, hasil=2)
    assert gugus.kirim()["BUDI GURU"].hasil == "terkirim"
    proofs = "SELECT count(*) FROM pm_kiriman WHERE hasil = %s AND (ditarik IS NULL) = %s"
    assert [gugus.angka(proofs, 1, False), gugus.angka(proofs, 2, True)] == [1, 1]
    assert "Salah orang" in [line["alasan"] for line in gugus.setahun()["skp"][0]["riwayat"]]


def test_a_draft_is_not_withdrawn(gugus: Gugus) -> None:
    skp_id = gugus.siap_dinilai()
    for prepare in (lambda: None, lambda: gugus.nilai(skp_id)):
        prepare()
        with pytest.raises(DataError, match="belum ditetapkan"):
            gugus.panggil(services.penilaian_tarik, oleh="kepala", skp_id=skp_id, slot=SEMESTER_2, alasan="x")


def test_of_two_semester_plans_each_period_takes_its_own(gugus: Gugus) -> None:
    first, second = gugus.siap_dinilai(slot=301), gugus.siap_dinilai(slot=302)
    gugus.nilai(first, slot=301)
    gugus.nilai(second, slot=302)
    gugus.nilai(second, slot=400)
    for slot in (301, 302, 400):
        assert gugus.kirim(slot=slot)["BUDI GURU"].hasil == "terkirim"


def test_a_period_that_the_year_does_not_have_is_refused(gugus: Gugus) -> None:
    with pytest.raises(DataError, match="tidak dinilai dalam tahun 2025"):
        gugus.kirim(tahun=2025, slot=302)


def test_sending_takes_as_many_queries_for_one_as_for_many(gugus: Gugus, monkeypatch: pytest.MonkeyPatch) -> None:
    gugus.nilai(gugus.siap_dinilai())
    one = gugus.hitung(gugus.kirim)
    gugus.nilai(gugus.siap_dinilai("rekan"), "rekan")
    gugus.panggil(services.penilaian_tarik, oleh="kepala", skp_id=str(gugus.setahun()["skp"][0]["id"]), slot=302,
                  alasan="x")  # fmt: skip
    assert gugus.hitung(gugus.kirim) == one

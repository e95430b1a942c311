"""A withdrawal hides, gives its reason and deletes nothing; versions never come back."""

from __future__ import annotations

from ekinerja.kantor import GURU, KEPALA, Kantor, nilai, skp, tarik
from selaras.ekinerja import selectors


def test_a_withdrawn_rating_is_gone_from_the_reports_and_kept_in_the_table(kantor: Kantor) -> None:
    kantor.tulis(skp(KEPALA), nilai(KEPALA))
    [told] = kantor.tulis(tarik(nilai(KEPALA), versi=1, alasan="Salah periode"))
    assert (told["hasil"], told["versi"]) == ("diterima", 0)
    assert kantor.baca(nilai(KEPALA)) == [{"versi": 0, "baris": None}]
    assert kantor.angka("SELECT count(*) FROM ek_penilaian WHERE alasan = 'Salah periode' AND ditarik IS NOT NULL") == 1


def test_a_new_rating_after_a_withdrawal_is_a_new_one_with_a_later_version(kantor: Kantor) -> None:
    kantor.tulis(skp(KEPALA), nilai(KEPALA))
    kantor.tulis(tarik(nilai(KEPALA), versi=1))
    assert kantor.hasil(nilai(KEPALA, versi=1), nilai(KEPALA)) == ["bentrok", "diterima"]
    assert kantor.versi(nilai(KEPALA)) == [3]
    assert kantor.angka("SELECT count(*) FROM ek_penilaian") == 2


def test_a_withdrawn_skp_takes_its_ratings_along_and_the_log_tells_each(kantor: Kantor) -> None:
    kantor.tulis(skp(KEPALA), nilai(KEPALA, 201), nilai(KEPALA, 202))
    kantor.tulis(tarik(skp(KEPALA), versi=1, alasan="Salah unor"))
    assert kantor.versi(skp(KEPALA), nilai(KEPALA, 201), nilai(KEPALA, 202)) == [0, 0, 0]
    assert kantor.angka("SELECT count(*) FROM ek_skp") + kantor.angka("SELECT count(*) FROM ek_penilaian") == 3
    lines = [
        (line["jenis"], bool(line["kunci"]), line["pesan"]) for line in kantor.catatan() if line["aksi"] == "tarik"
    ]
    assert sorted(lines) == [
        ("penilaian", False, "Ditarik: Salah unor"), ("penilaian", False, "Ditarik: Salah unor"),
        ("skp", True, "Ditarik: Salah unor"),
    ]  # fmt: skip


def test_the_ratings_of_a_withdrawn_skp_do_not_come_back_with_a_new_one(kantor: Kantor) -> None:
    kantor.tulis(skp(KEPALA), nilai(KEPALA))
    kantor.tulis(tarik(skp(KEPALA), versi=1), skp(KEPALA), nilai(KEPALA))
    assert kantor.versi(skp(KEPALA), nilai(KEPALA)) == [3, 3]


def test_a_withdrawal_of_another_version_is_a_conflict(kantor: Kantor) -> None:
    kantor.tulis(skp(KEPALA), skp(KEPALA, versi=1))
    [told] = kantor.tulis(tarik(skp(KEPALA), versi=1))
    assert (told["hasil"], told["versi"]) == ("bentrok", 2)
    assert kantor.versi(skp(KEPALA)) == [2]


def test_a_withdrawal_of_nothing_is_a_conflict(kantor: Kantor) -> None:
    [told] = kantor.tulis(tarik(skp(KEPALA), versi=1))
    assert (told["hasil"], told["versi"]) == ("bentrok", 0)


def test_teachers_wait_again_when_the_head_is_withdrawn(kantor: Kantor) -> None:
    kantor.tulis(skp(KEPALA))
    assert kantor.hasil(tarik(skp(KEPALA), versi=1), skp(GURU)) == ["diterima", "E04"]


def test_a_teacher_before_the_withdrawal_of_his_head_still_passes(kantor: Kantor) -> None:
    kantor.tulis(skp(KEPALA))
    assert kantor.hasil(skp(GURU), skp(GURU, versi=1), tarik(skp(KEPALA), versi=1)) == ["diterima"] * 3


def test_an_skp_of_a_unit_that_became_inactive_can_still_be_read_and_withdrawn(kantor: Kantor) -> None:
    kantor.tulis(skp(KEPALA))
    kantor.connection.execute("UPDATE ek_unor SET aktif = false WHERE id = 'u1'")
    kantor.connection.commit()
    assert kantor.versi(skp(KEPALA)) == [1]
    assert kantor.hasil(skp(KEPALA, versi=1), tarik(skp(KEPALA), versi=1)) == ["E03", "diterima"]


def test_the_report_shows_live_ones_only(kantor: Kantor) -> None:
    kantor.tulis(skp(KEPALA), skp(GURU), tarik(skp(KEPALA), versi=1))
    rows = selectors.laporan_skp(kantor.connection, instansi=1, tahun=2024)
    assert [row["nip"] for row in rows] == [GURU]

"""Nobody is reminded of what waits for somebody else."""

from __future__ import annotations

import pytest

from documents.pemeran import kendala, nip, posisi, sekolah
from selaras.documents.tindak_lanjut.langkah import Siapa
from selaras.documents.tindak_lanjut.susun import Susunan
from selaras.monitoring.posisi import Kendala


def kode(*isi: Kendala, siapa: Siapa) -> list[str]:
    return [x.kode for x in Susunan(posisi(*isi)).sekolah(sekolah()).milik(siapa)]


@pytest.mark.parametrize("penahan", ["U1", "U2", "U3", "K1", "K2"])
def test_it_gives_no_step_to_a_teacher_of_a_school_that_waits_for_the_dinas(penahan: str) -> None:
    isi = [
        kendala(penahan, tingkat="sekolah"),
        *(kendala(k, n) for n, k in enumerate(("S1", "S7", "S8", "D1", "S5"), 1)),
    ]
    assert kode(*isi, siapa=Siapa.GURU) == []


def test_it_still_lets_the_head_rate_in_ruang_gtk_meanwhile() -> None:
    isi = (kendala("U1"), kendala("R1", 1), kendala("S4"), kendala("A1", 2))
    assert kode(*isi, siapa=Siapa.KEPALA) == ["R1"]


def test_it_keeps_the_teachers_from_pressing_before_the_head_has() -> None:
    isi = (kendala("S4"), kendala("S7", 1), kendala("S8", 2), kendala("S1", 3))
    assert kode(*isi, siapa=Siapa.GURU) == ["S1"]
    assert kode(*isi, siapa=Siapa.KEPALA) == ["S4"]


def test_it_does_not_ask_the_head_twice_for_the_own_skp() -> None:
    assert kode(kendala("S4"), kendala("S7", 1, kepala=True), siapa=Siapa.KEPALA) == ["S4"]


@pytest.mark.parametrize("penahan", ["N1", "N3", "N5", "N6", "U4", "A1", "X1"])
def test_it_does_not_send_a_person_with_a_wrong_identity_to_the_button(penahan: str) -> None:
    isi = (kendala(penahan, 1), kendala("S7", 1), kendala("S7", 2))
    orang = [k.nip for x in Susunan(posisi(*isi)).sekolah(sekolah()).milik(Siapa.GURU) for k in x.kendala]
    assert orang == [nip(2)]


def test_it_does_not_ask_for_an_skp_from_who_can_not_open_the_page() -> None:
    assert kode(kendala("T1", 1), kendala("S1", 1), siapa=Siapa.GURU) == []


def test_it_leaves_out_the_periods_that_the_admin_has_to_make_first() -> None:
    isi = (
        kendala("P1", periode=("TW3",)),
        kendala("S8", 1, periode=("TW3", "TW4")),
        kendala("S8", 2, periode=("TW3",)),
    )
    (langkah,) = Susunan(posisi(*isi)).sekolah(sekolah()).milik(Siapa.GURU)
    assert [(k.nip, k.periode) for k in langkah.kendala] == [(nip(1), ("TW4",))]


def test_it_asks_nobody_for_a_rating_sync_while_the_periods_are_mixed() -> None:
    assert kode(kendala("P3"), kendala("S8", 1, periode=("TW1",)), siapa=Siapa.GURU) == []


def test_it_does_not_ask_the_head_to_look_when_the_teacher_can_not_press() -> None:
    assert kode(kendala("U1"), kendala("D1", 1), siapa=Siapa.KEPALA) == []


def test_it_asks_nobody_for_a_note_or_for_who_is_taken_out() -> None:
    isi = (kendala("N4", 1), kendala("X2", 2), kendala("J1", 3, keadaan="catatan"))
    assert Susunan(posisi(*isi)).sekolah(sekolah()).langkah == ()


def test_it_holds_nobody_of_another_school() -> None:
    isi = (kendala("U1", npsn="20900002"), kendala("S7", 1))
    assert kode(*isi, siapa=Siapa.GURU) == ["S7"]

"""The five steps of a person and of a school, whose turn it is, the message to the teachers, and the picture."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from documents.pemeran import kendala, posisi
from selaras.documents.lima_langkah.gambar import PALING_BANYAK, Baris, Gambar, svg
from selaras.documents.tindak_lanjut.giliran import Giliran, giliran
from selaras.documents.tindak_lanjut.lima import Status, jumlahkan, lima
from selaras.documents.tindak_lanjut.pesan_guru import pesan_guru
from selaras.documents.tindak_lanjut.susun import Susunan

DONE, NEXT, HELD, LATER = Status.SELESAI, Status.BERIKUTNYA, Status.TERTAHAN, Status.BELUM


@pytest.mark.parametrize(
    ("kode", "statuses"),
    [
        ([], [DONE, DONE, DONE, DONE, LATER]),
        (["S8"], [DONE, DONE, DONE, NEXT, LATER]),
        (["R1"], [NEXT, LATER, LATER, LATER, LATER]),
        (["U1"], [DONE, HELD, LATER, LATER, LATER]),
        (["R1", "U1", "P1"], [NEXT, HELD, HELD, LATER, LATER]),
        (["D1"], [DONE, DONE, DONE, DONE, NEXT]),
        (["S3"], [NEXT, LATER, LATER, LATER, LATER]),
        (["X9"], [DONE, DONE, DONE, DONE, HELD]),
    ],
)
def test_it_says_what_is_done_next_held_and_later(kode: list[str], statuses: list[Status]) -> None:
    assert [one.status for one in lima(kode, kepala=False, lengkap=False)] == statuses


def test_whoever_is_done_is_done_at_every_step() -> None:
    assert {one.status for one in lima(["U1", "R1"], kepala=True, lengkap=True)} == {DONE}


def test_what_a_head_waits_for_is_the_move_of_whoever_rates_him() -> None:
    assert lima(["R1"], kepala=False, lengkap=False)[0].status is NEXT
    assert lima(["R1"], kepala=True, lengkap=False)[0].status is HELD


def test_every_step_adds_up_to_everybody() -> None:
    people = [(lima(kode, kepala=False, lengkap=not kode), n) for kode, n in ((["U1"], 3), (["S8"], 4), ([], 5))]
    totals = jumlahkan(people)
    assert [one.orang for one in totals] == [12] * 5
    assert [one.tertahan for one in totals] == [0, 3, 0, 0, 0]
    assert [one.status for one in totals] == [DONE, HELD, LATER, NEXT, LATER]


@pytest.mark.parametrize(
    ("kode", "where"),
    [
        (["R1", "R2", "S8"], Giliran.BELUM_DINILAI),
        (["R2", "S8"], Giliran.BELUM_DIKIRIM),
        (["M2"], Giliran.BELUM_DISETUJUI),
        (["S8"], Giliran.LANGKAH_GURU),
        (["N1"], Giliran.LANGKAH_OPERATOR),
        (["U1", "S8"], Giliran.DITUNGGU),
        (["S3"], Giliran.WAKTU),
    ],
)
def test_everybody_stands_in_one_place(kode: list[str], where: Giliran) -> None:
    assert giliran(kode, kepala=False, lengkap=False, menulis=True) is where


def test_the_message_for_the_teachers_names_nobody_and_no_rating() -> None:
    found = posisi(kendala("S1", 1), kendala("S8", 2, periode=("TW4",)))
    text = pesan_guru(found, Susunan(found).sekolah(found.sekolah[0]))
    assert text
    assert not [k.nama for k in found.kendala if k.nama and k.nama in text]
    assert not [k.nip for k in found.kendala if k.nip and k.nip in text]
    assert len(text) < 900
    assert pesan_guru(posisi(), Susunan(posisi()).sekolah(posisi().sekolah[0])) is None


def gambar(n: int, nama: str = "SD Negeri") -> str:
    steps = jumlahkan([(lima(["U1"], kepala=False, lengkap=False), 3)])
    return svg(Gambar("Lima langkah", "Kabupaten <Uji> & Coba", "Data per 6 Januari 2025", latihan=True, jumlah=n),
               [Baris(f"{nama} {i}", steps) for i in range(n)])  # fmt: skip


@pytest.mark.parametrize("n", [0, 1, PALING_BANYAK, 400])
def test_the_picture_shows_the_first_forty_and_says_so(n: int) -> None:
    words = [text.text or "" for text in ET.fromstring(gambar(n)).iter("{http://www.w3.org/2000/svg}text")]
    assert sum(word.startswith("SD Negeri") for word in words) == min(n, PALING_BANYAK)
    assert any("40 dari 400 sekolah" in word for word in words) is (n == 400)
    assert any("LATIHAN" in word for word in words)


def test_a_name_is_never_markup_in_the_picture() -> None:
    drawn = gambar(2, nama="</text><script>198701012010011901")
    ET.fromstring(drawn)
    assert "<script>" not in drawn
    assert "198701012010011901" not in drawn

"""Writes are carried out as one after the other, each under its own key and version."""

from __future__ import annotations

import pytest

from ekinerja.kantor import DUA, GURU, GURU_DUA, KEPALA, KEPALA_DUA, REKAN, SATU, Kantor, nilai, skp, tarik
from selaras.ekinerja import selectors, services
from selaras.galat import DataError

RHK = [
    {
        "nomor": 1,
        "bagian": "utama",
        "rhk": "Mengajar",
        "rhk_pimpinan": "Mutu",
        "aspek": a,
        "indikator": "i",
        "target": "1",
    }
    for a in ("kuantitas", "kualitas", "waktu")
]


def test_it_takes_head_teacher_and_ratings_in_one_batch(kantor: Kantor) -> None:
    ops = [skp(KEPALA), skp(GURU), *[nilai(GURU, slot) for slot in (201, 202, 203, 204, 400)]]
    assert [(told["hasil"], told["versi"]) for told in kantor.tulis(*ops)] == [("diterima", 1)] * 7
    assert kantor.versi(*ops) == [1] * 7


def test_it_does_not_look_ahead(kantor: Kantor) -> None:
    assert kantor.hasil(nilai(GURU), skp(GURU), skp(KEPALA), skp(GURU), nilai(GURU)) == [
        "EK1", "E04", "diterima", "diterima", "diterima"
    ]  # fmt: skip


def test_it_answers_in_the_order_of_the_call(kantor: Kantor) -> None:
    ops = [nilai(GURU), skp(KEPALA), nilai(REKAN), skp(GURU), skp(KEPALA_DUA, DUA)]
    assert [told["kunci"] for told in kantor.tulis(*ops)] == [op["kunci"] for op in ops]


def test_a_second_write_needs_the_version_of_the_first(kantor: Kantor) -> None:
    kantor.tulis(skp(KEPALA), skp(GURU), nilai(GURU))
    blind, seen = kantor.tulis(nilai(GURU, hasil=3), nilai(GURU, versi=1, hasil=2))
    assert (blind["hasil"], blind["versi"], seen["hasil"], seen["versi"]) == ("bentrok", 1, "diterima", 2)
    [held] = kantor.baca(nilai(GURU))
    assert (held["versi"], held["baris"]["hasil_kerja"]) == (2, "Sesuai Ekspektasi")


def test_a_version_that_never_was_is_a_conflict(kantor: Kantor) -> None:
    [told] = kantor.tulis(skp(KEPALA, versi=4))
    assert (told["hasil"], told["versi"], told["kode"]) == ("bentrok", 0, None)
    assert kantor.versi(skp(KEPALA)) == [0]


def test_one_person_has_one_skp_per_school(kantor: Kantor) -> None:
    kantor.tulis(skp(KEPALA), skp(KEPALA_DUA, DUA))
    here = skp(GURU, SATU, selesai="2024-06-30")
    there = skp(GURU, DUA, mulai="2024-07-01")
    early, late = nilai(GURU, 201, SATU), nilai(GURU, 204, DUA)
    assert kantor.hasil(here, there, early, late) == ["diterima"] * 4
    rows = [held["baris"] for held in kantor.baca(early, late)]
    assert [row["skp_unor_id"] for row in rows] == ["u1", "u2"]


def test_a_rating_goes_to_the_only_skp_when_the_school_is_not_matched(kantor: Kantor) -> None:
    kantor.tulis(skp(KEPALA), skp(GURU))
    elsewhere = nilai(GURU, 201, "20279999")
    assert kantor.hasil(elsewhere) == ["diterima"]
    assert kantor.baca(elsewhere)[0]["baris"]["skp_unor_id"] == "u1"


def test_a_rating_of_two_halves_at_one_school_goes_to_the_one_in_force(kantor: Kantor) -> None:
    kantor.tulis(skp(KEPALA), skp(GURU, selesai="2024-06-30"), skp(GURU, mulai="2024-07-01"))
    kantor.tulis(nilai(GURU, 202), nilai(GURU, 203))
    rows = [held["baris"] for held in kantor.baca(nilai(GURU, 202), nilai(GURU, 203))]
    assert [row["periode_awal_skp"] for row in rows] == ["2024-01-01", "2024-07-01"]


def test_an_acting_post_never_takes_the_rating_of_the_definitive_one(kantor: Kantor) -> None:
    kantor.tulis(skp(KEPALA), skp(GURU), skp(GURU, mulai="2024-03-01", plt=True), nilai(GURU, 201))
    assert kantor.baca(nilai(GURU, 201))[0]["baris"]["is_skp_plt_plh_pjb"] == "0"


def test_the_lines_of_an_skp_follow_its_last_write(kantor: Kantor) -> None:
    kantor.tulis(skp(KEPALA, rhk=RHK))
    kantor.tulis(skp(KEPALA, versi=1, rhk=RHK[:1]))
    kantor.tulis(skp(KEPALA, versi=2))
    lines = selectors.rhk(kantor.connection, instansi=1, skp_id=kantor.skp_id(KEPALA))
    assert [line["aspek"] for line in lines] == ["kuantitas"]
    assert kantor.angka("SELECT count(*) FROM ek_rhk WHERE ditarik IS NOT NULL") == 2


def test_another_instansi_sees_and_touches_nothing(kantor: Kantor) -> None:
    kantor.tulis(skp(KEPALA))
    other = Kantor(kantor.dsn, instansi=2)
    assert other.versi(skp(KEPALA)) == [0]
    assert other.hasil(skp(KEPALA, versi=1)) == ["EK5"]
    other.tutup()


@pytest.mark.parametrize(
    "spoilt",
    [
        {"kunci": "pendek"}, {"jenis": "guru"}, {"aksi": "hapus"}, {"slot": 205}, {"slot": 0}, {"tahun": 24},
        {"versi": -1},
        {"mulai": "kemarin"}, {"isi": [1]}, {"versi": None},
    ],
)  # fmt: skip
def test_a_call_of_the_wrong_shape_does_nothing_at_all(kantor: Kantor, spoilt: dict[str, object]) -> None:
    with pytest.raises(DataError):
        kantor.tulis(skp(KEPALA), nilai(KEPALA) | spoilt)
    assert kantor.catatan() == []


@pytest.mark.parametrize("text", ["a\x00b", "\ud800"])
def test_text_that_no_database_holds_is_a_fault_of_the_call(kantor: Kantor, text: str) -> None:
    with pytest.raises(DataError):
        kantor.tulis(skp(KEPALA, jabatan=text))


def test_too_many_at_once_are_refused_as_a_whole(kantor: Kantor) -> None:
    with pytest.raises(DataError, match="paling banyak 500"):
        kantor.tulis(*[skp(KEPALA) for _ in range(501)])
    with pytest.raises(DataError, match="paling banyak 1000"):
        kantor.baca(*[skp(KEPALA) for _ in range(1001)])


def test_nothing_to_do_is_nothing_done(kantor: Kantor) -> None:
    assert services.tulis(kantor.connection, instansi=1, operasi=[]) == []
    assert kantor.baca() == []


def test_the_same_person_may_be_written_and_withdrawn_in_one_call(kantor: Kantor) -> None:
    head, rating = skp(KEPALA), nilai(KEPALA)
    assert kantor.hasil(head, rating, tarik(rating, versi=1), tarik(head, versi=1), skp(KEPALA)) == ["diterima"] * 5
    assert kantor.versi(head, rating) == [3, 0]
    assert kantor.hasil(skp(GURU_DUA, DUA)) == ["E04"]


def test_the_transaction_of_the_caller_plans_as_before(kantor: Kantor) -> None:
    services.tulis(kantor.connection, instansi=1, operasi=[skp(KEPALA)])
    selectors.baca(kantor.connection, instansi=1, kunci=[skp(KEPALA)])
    for way in ("enable_seqscan", "enable_hashjoin", "enable_mergejoin"):
        assert kantor.connection.execute("SELECT current_setting(%s)", [way]).fetchone() == ("on",)

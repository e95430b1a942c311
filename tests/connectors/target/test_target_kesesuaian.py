"""What every writable target promises; the same tests run in process and over HTTP."""

from __future__ import annotations

import dataclasses

import pytest

from connectors.target.panggung import (
    GURU,
    KEPALA,
    NPSN_LAIN,
    TANPA_KEPALA,
    TANPA_UNIT,
    TIDAK_ADA,
    TW,
    Panggung,
    isi_nilai,
    key_nilai,
    key_skp,
    kunci,
    nilai,
    skp,
)
from selaras.connectors.target import Held, Outcome, Target, Write
from selaras.galat import DataError

MARKS = "Ñandú «ß» 教师 🧑‍🏫 \"petik\" \\ garis\nbaru\ttab \u00a0 \u202e 'a'; DROP TABLE ek_skp; --"


def outcomes(target: Target, *writes: Write) -> list[Outcome]:
    return [answer.outcome for answer in target.send(writes)]


def test_it_finds_nothing_where_nothing_was_written(target: Target) -> None:
    keys = [key_skp(), key_nilai(), key_skp(TIDAK_ADA), key_skp(npsn=TANPA_UNIT)]
    assert target.look(keys) == [Held(key, 0, None, None) for key in keys]


def test_it_looks_at_no_keys_and_sends_no_writes(target: Target) -> None:
    assert target.look([]) == []
    assert target.send([]) == []


def test_it_shows_what_was_written(target: Target) -> None:
    answers = target.send([skp(), nilai()])
    assert [(a.outcome, a.versi) for a in answers] == [(Outcome.STORED, 1), (Outcome.STORED, 1)]
    one, two = target.look([key_skp(), key_nilai()])
    assert (one.versi, one.core) == (1, f"{0xA:032x}")
    assert (two.versi, two.core) == (1, f"{122:032d}")
    assert one.row is not None
    assert one.row["nip"] == KEPALA
    assert all(isinstance(cell, str) for held in (one, two) for cell in (held.row or {}).values())


def test_it_answers_and_shows_in_the_order_it_was_asked(target: Target) -> None:
    writes = [skp(), *(nilai(slot=slot, hasil=1 + slot % 2, predikat=2) for slot in (204, 202, 203, 201))]
    assert [answer.kunci for answer in target.send(writes)] == [write.kunci for write in writes]
    keys = [key_nilai(slot=slot) for slot in (203, 201, 204, 202)]
    assert [held.key for held in target.look(keys)] == keys
    assert [(held.row or {})["hasil_kerja"] for held in target.look(keys)] == [
        (held.row or {})["hasil_kerja"] for key in keys for held in target.look([key])
    ]


def test_it_carries_out_a_batch_in_its_order(target: Target) -> None:
    """The head's SKP before the teacher's, the SKP before its rating, the rating before its next version."""
    first = nilai(GURU)
    batch = [skp(), skp(GURU), first, nilai(GURU, versi=1, hasil=2)]
    assert outcomes(target, *batch) == [Outcome.STORED] * 4
    assert target.look([key_nilai(GURU)])[0].core == f"{222:032d}"


def test_it_refuses_what_comes_before_what_it_needs(target: Target) -> None:
    answers = target.send([nilai(GURU), skp(GURU), skp()])
    assert [answer.kode for answer in answers] == ["EK1", "E04", None]


def test_it_does_the_same_key_once(target: Target, panggung: Panggung) -> None:
    write = skp()
    assert outcomes(target, write) == [Outcome.STORED]
    again = target.send([write])[0]
    assert (again.outcome, again.versi) == (Outcome.SAME, 1)
    assert target.look([key_skp()])[0].versi == 1
    assert len(panggung.log()) == 1


def test_it_does_the_same_key_once_within_one_call(target: Target, panggung: Panggung) -> None:
    write = skp()
    assert outcomes(target, write, write) == [Outcome.STORED, Outcome.SAME]
    assert len(panggung.log()) == 1


def test_a_refusal_stays_a_refusal_under_its_key(target: Target) -> None:
    write = nilai(GURU)
    first = target.send([write])[0]
    assert (first.outcome, first.kode) == (Outcome.REFUSED, "EK1")
    assert outcomes(target, skp(), skp(GURU)) == [Outcome.STORED] * 2
    assert target.send([write])[0] == first
    assert outcomes(target, dataclasses.replace(write, kunci=kunci())) == [Outcome.STORED]


def test_it_leaves_alone_what_has_moved(target: Target) -> None:
    target.send([skp(), nilai()])
    for versi in (0, 2):
        answer = target.send([nilai(versi=versi, hasil=3, predikat=3)])[0]
        assert (answer.outcome, answer.versi) == (Outcome.MOVED, 1)
    assert target.look([key_nilai()])[0].core == f"{122:032d}"


def test_it_changes_what_stands_as_sealed(target: Target) -> None:
    target.send([skp(), nilai()])
    answer = target.send([nilai(versi=1, hasil=2)])[0]
    assert (answer.outcome, answer.versi) == (Outcome.STORED, 2)
    assert target.look([key_nilai()])[0].versi == 2


@pytest.mark.parametrize(
    ("write", "kode"),
    [
        (skp(status="diajukan"), "E02"),
        (skp(TANPA_KEPALA, NPSN_LAIN), "E04"),
        (skp(npsn=TANPA_UNIT), "E05"),
        (nilai(slot=101), "EK2"),
        (skp(TIDAK_ADA), "EK5"),
        (nilai(predikat=1), "EK6"),
        (skp(jabatan=""), "EK7"),
        (nilai(hasil=9), "EK7"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_it_refuses_with_code_and_sentence(target: Target, write: Write, kode: str) -> None:
    answer = target.send([dataclasses.replace(write, kunci=kunci())])[0]
    assert (answer.outcome, answer.kode) == (Outcome.REFUSED, kode)
    assert answer.pesan
    assert target.look([write.key])[0].versi == 0


def test_it_withdraws_for_a_reason_and_never_without(target: Target) -> None:
    target.send([skp(), nilai()])
    without = target.send([Write(kunci(), key_nilai(), 1, None)])[0]
    assert (without.outcome, without.kode) == (Outcome.REFUSED, "EK7")
    assert target.look([key_nilai()])[0].versi == 1
    assert outcomes(target, Write(kunci(), key_nilai(), 1, None, "salah orang")) == [Outcome.STORED]
    assert target.look([key_nilai()])[0] == Held(key_nilai(), 0, None, None)
    assert outcomes(target, nilai()) == [Outcome.STORED]


def test_one_bad_write_does_not_stop_its_neighbours(target: Target) -> None:
    batch = [skp(), nilai(slot=101), nilai(slot=202)]
    assert outcomes(target, *batch) == [Outcome.STORED, Outcome.REFUSED, Outcome.STORED]


def test_it_takes_a_full_batch_and_no_more(target: Target, panggung: Panggung) -> None:
    target.send([skp()])
    writes = [nilai(slot=TW[i % 4], versi=i // 4) for i in range(target.batch)]
    assert outcomes(target, *writes) == [Outcome.STORED] * 500
    assert len(panggung.log()) == 501
    with pytest.raises(DataError):
        target.send([*writes, nilai()])
    assert len(panggung.log()) == 501


def test_it_looks_at_more_keys_than_one_call_takes(target: Target) -> None:
    target.send([skp(), nilai(slot=204)])
    keys = [key_nilai(slot=TW[i % 4]) for i in range(2101)]
    held = target.look(keys)
    assert [one.key for one in held] == keys
    assert {one.key.slot for one in held if one.versi} == {204}


def test_it_keeps_every_character(target: Target, panggung: Panggung) -> None:
    target.send([skp(jabatan=f"Guru {MARKS}"), nilai(umpan_balik=MARKS)])
    held = target.look([key_skp()])[0]
    assert held.row is not None
    assert held.row["skp_jabatan"] == f"Guru {MARKS}"


@pytest.mark.parametrize("poison", ["a\x00b", "a\ud800b"], ids=["NUL", "half a character"])
def test_it_takes_nothing_of_a_call_that_cannot_be_stored(target: Target, panggung: Panggung, poison: str) -> None:
    with pytest.raises(DataError):
        target.send([skp(), Write(kunci(), key_nilai(), 0, isi_nilai(umpan_balik=poison))])
    assert panggung.log() == []


def test_a_call_that_is_no_call_takes_no_effect(target: Target, panggung: Panggung) -> None:
    with pytest.raises(DataError):
        target.send([skp(), Write("bukan-kunci", key_nilai(), 0, isi_nilai())])
    assert panggung.log() == []

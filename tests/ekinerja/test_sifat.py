"""Random batches: a batch is its operations one by one, and the log adds up with what is held."""

from __future__ import annotations

import itertools
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ekinerja.kantor import BELUM, DUA, GURU, KEPALA, MATI, REKAN, SATU, TANPA_UNOR, Kantor, Op, nilai, skp, tarik

_instansi = itertools.count(10)
_CHANGES = """
SELECT coalesce(sum(versi), 0) FROM (
  SELECT max(versi) AS versi FROM ek_skp WHERE instansi_id = %(i)s GROUP BY pegawai_id
  UNION ALL SELECT max(n.versi) FROM ek_penilaian n JOIN ek_skp s ON s.id = n.skp_id
  WHERE n.instansi_id = %(i)s GROUP BY s.pegawai_id, n.slot) t
"""
SLOTS = (201, 202, 400, 101)
QUICK = settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@st.composite
def operations(draw: st.DrawFn, people: tuple[str, ...], schools: tuple[str, ...], starts: tuple[str, ...]) -> Op:
    """Give one write or withdrawal: mostly sound, aimed at few keys so that they meet."""
    nip, npsn = draw(st.sampled_from(people)), draw(st.sampled_from(schools))
    versi = draw(st.sampled_from([0, 0, 0, 1, 1, 2, 3]))
    if draw(st.booleans()):
        isi = draw(
            st.fixed_dictionaries(
                {}, optional={"plt": st.booleans(), "status": st.sampled_from(["persetujuan", "draft"])}
            )
        )
        op = skp(nip, npsn, versi=versi, mulai=draw(st.sampled_from(starts)), **isi)
    else:
        hasil, perilaku = draw(st.integers(1, 3)), draw(st.integers(1, 3))
        op = nilai(nip, draw(st.sampled_from(SLOTS)), npsn, versi=versi, hasil=hasil, perilaku=perilaku)
    return tarik(op, versi=versi or 1) if draw(st.integers(0, 4)) == 0 else op


WIDE = operations((KEPALA, GURU, REKAN, TANPA_UNOR), (SATU, SATU, DUA, MATI, BELUM), ("2024-01-01", "2024-07-01"))
NARROW = operations((KEPALA, GURU), (SATU,), ("2024-01-01",))


def fresh(kantor: Kantor) -> Kantor:
    """Give the same office once more, empty, under a number of its own."""
    return Kantor(kantor.dsn, next(_instansi)).isi()


def renewed(batch: list[Op]) -> list[Op]:
    """Give every operation a key of its own: an example may hold one operation twice."""
    return [op | {"kunci": uuid4().hex} for op in batch]


def told(answers: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    """Give what the answers say."""
    return [(one["kunci"], one["hasil"], one["versi"], one["kode"], one["pesan"]) for one in answers]


def all_keys(batch: list[Op]) -> list[Op]:
    """Give every key that a batch names, and the ratings beside."""
    return batch + [nilai(nip, slot) for nip in (KEPALA, GURU, REKAN) for slot in SLOTS]


def shown(office: Kantor, batch: list[Op]) -> list[tuple[int, Any]]:
    """Give what is held, without the ids and moments that every office makes for itself."""
    own = ("id", "skp_id", "periode_id", "skp_penilaian_id", "pegawai_atasan_id", "pegawai_penilai_id", "created_at")
    rows = [(held["versi"], held["baris"]) for held in office.baca(*all_keys(batch))]
    return [(versi, {k: v for k, v in row.items() if k not in own} if row else None) for versi, row in rows]


@QUICK
@given(batch=st.lists(WIDE, min_size=1, max_size=14))
def test_a_batch_is_its_operations_one_after_the_other(kantor: Kantor, batch: list[Op]) -> None:
    batch = renewed(batch)
    together, apart = fresh(kantor), fresh(kantor)
    try:
        answers = together.tulis(*batch)
        assert told(answers) == told([apart.tulis(op)[0] for op in batch])
        assert shown(together, batch) == shown(apart, batch)
        before = together.gambar()
        again = together.tulis(*batch)
        assert [one["hasil"] for one in again] == [
            "sama" if one["hasil"] == "diterima" else one["hasil"] for one in answers
        ]
        assert together.gambar() == before
    finally:
        together.tutup()
        apart.tutup()


@QUICK
@given(batches=st.lists(st.lists(NARROW, min_size=1, max_size=6), min_size=1, max_size=4))
def test_the_log_adds_up_with_what_is_held(kantor: Kantor, batches: list[list[Op]]) -> None:
    office = fresh(kantor)
    batches = [renewed(batch) for batch in batches]
    try:
        for batch in batches:
            office.tulis(*batch)
        by_key = {op["kunci"]: op for batch in batches for op in batch}
        lines = office.catatan()
        assert sorted(line["kunci"] for line in lines if line["kunci"]) == sorted(by_key)
        held = held_by_log(lines, by_key)
        for nip in (KEPALA, GURU):
            keys = [skp(nip), *[nilai(nip, slot) for slot in SLOTS]]
            assert [bool(versi) for versi in office.versi(*keys)] == [(nip, key["slot"]) in held for key in keys]
        assert office.angka(_CHANGES, i=office.instansi) == sum(line["hasil"] == "diterima" for line in lines)
    finally:
        office.tutup()


def held_by_log(lines: list[dict[str, Any]], by_key: dict[str, Op]) -> set[tuple[str, int]]:
    """Work out from the log alone what must be held: (nip, slot), 0 for the SKP."""
    held: set[tuple[str, int]] = set()
    for line in lines:
        if line["hasil"] != "diterima" or not line["kunci"]:
            continue
        op = by_key[line["kunci"]]
        if op["aksi"] == "tulis":
            held.add((op["nip"], op["slot"]))
        elif op["jenis"] == "skp":
            held = {(nip, slot) for nip, slot in held if nip != op["nip"]}
        else:
            held.discard((op["nip"], op["slot"]))
    return held


@pytest.mark.parametrize("times", [1, 3])
def test_the_strategies_reach_acceptance_and_refusal(kantor: Kantor, times: int) -> None:
    batch = [skp(KEPALA), skp(GURU), nilai(GURU, 201), nilai(GURU, 101), nilai(GURU, 201, versi=9)] * times
    hasil = {one["kode"] or one["hasil"] for one in kantor.tulis(*renewed(batch))}
    assert {"diterima", "EK2", "bentrok"} <= hasil

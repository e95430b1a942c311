"""The stored hashes: whatever the order in which a file shows them, each is met once."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobs.desa import BUDI, DEWI, EKO, SATU, WATI, judul, nilai, nilai_ek, tabel
from jobs.ruang import Ruang
from selaras.connectors.ports import Kind, NoHashes
from selaras.intake import stored as module
from selaras.intake.known import Known
from selaras.intake.stored import fetch

HASHES = [bytes([i // 3]) * 4 + bytes([i]) * 12 for i in range(12)]  # every three begin alike
LAMA = [nilai(orang, "1") for orang in (BUDI, WATI, DEWI, EKO)]


@settings(max_examples=500)
@given(
    stored=st.lists(st.sampled_from(HASHES), unique=True),
    shown=st.lists(st.sampled_from(HASHES), max_size=30),
    asked=st.booleans(),
)
def test_it_answers_as_a_set_would(stored: list[bytes], shown: list[bytes], asked: bool) -> None:
    known, left = Known(b"".join(stored)), set(stored)
    for raw_hash in shown:
        assert known.take(raw_hash) is (raw_hash in left)
        left.discard(raw_hash)
        if asked:
            assert len(known) == len(left)
    assert {raw_hash for raw_hash in HASHES if raw_hash.hex() in known} == left
    assert len(known) == len(left)


@settings(max_examples=500)
@given(
    stored=st.lists(st.sampled_from(HASHES), unique=True),
    runs=st.lists(st.lists(st.sampled_from(HASHES), min_size=1, max_size=4), max_size=8),
)
def test_a_run_is_taken_whole_or_not_at_all(stored: list[bytes], runs: list[list[bytes]]) -> None:
    known, left = Known(b"".join(stored)), set(stored)
    for run in [stored[:2], stored[2:5], *runs]:
        if run and known.take_run(b"".join(run)):
            assert set(run) <= left
            assert len(set(run)) == len(run)
            left -= set(run)
        assert len(known) == len(left)
        for raw_hash in run[:1]:
            assert known.take(raw_hash) is (raw_hash in left)
            left.discard(raw_hash)
    assert {raw_hash for raw_hash in HASHES if raw_hash.hex() in known} == left


def test_a_run_in_the_stored_order_is_taken() -> None:
    known = Known(b"".join(HASHES))
    assert known.take_run(b"".join(HASHES[:5]))
    assert known.take(HASHES[5])
    assert known.take_run(b"".join(HASHES[6:]))
    assert not known.take_run(HASHES[0])


def test_it_makes_no_index_for_what_comes_in_the_stored_order() -> None:
    known = Known(b"".join(HASHES))
    assert all(map(known.take, HASHES))
    assert (len(known), len(known._first)) == (0, 0)


def test_it_is_no_hash_of_another_kind_of_thing() -> None:
    known = Known.of([HASHES[0].hex()])
    assert HASHES[0].hex() in known
    assert HASHES[0] not in known


def hashes(ruang: Ruang, connector: str = "pmm_interchange", kinds: tuple[Kind, ...] = (Kind.PENILAIAN,)) -> list[str]:
    """List what is fetched, in its order."""
    known = fetch(ruang.db, ruang.instansi.id, connector, kinds)
    if isinstance(known, NoHashes):
        return []
    assert isinstance(known, Known)
    return [known._hashes[at : at + 16].hex() for at in range(0, len(known._hashes), 16)]


@pytest.mark.parametrize("pages", [4096, 1], ids=["at once", "page by page"])
def test_it_fetches_in_the_order_of_the_file(ruang: Ruang, monkeypatch: pytest.MonkeyPatch, pages: int) -> None:
    monkeypatch.setattr(module, "PAGES", pages)
    many = [nilai(BUDI, "1") | {"skp_id": f"S-{n}"} for n in range(300)]
    ruang.baca(tabel("lama.csv", many))
    stored = ruang.semua("SELECT replace(raw_hash::text, '-', '') FROM record WHERE kind = 3 ORDER BY line")
    assert ruang.angka("SELECT count(DISTINCT (ctid::text::point)[0]) FROM record") > 2
    assert hashes(ruang) == [raw_hash for (raw_hash,) in stored]


def test_it_fetches_what_this_connector_says_now(ruang: Ruang) -> None:
    ruang.baca(tabel("lama.csv", LAMA))
    ruang.baca(tabel("siap.csv", [nilai_ek(BUDI, "1")], judul("Penilaian SKP Periode Triwulan 1", "2025-01-06")))
    before = hashes(ruang)
    ruang.baca(tabel("baru.csv", [LAMA[0] | {"umpan_balik": "Lain"}]))
    after = hashes(ruang)
    assert (len(before), len(after), len(set(before) & set(after))) == (4, 4, 3)
    ruang.db.execute("UPDATE record SET gone_batch = batch_id WHERE raw_hash = %s::uuid", [after[0]])
    assert hashes(ruang) == after[1:]
    assert hashes(ruang, kinds=(Kind.SKP,)) == []
    assert hashes(ruang, "ref_unor") == []


def test_a_shuffled_file_is_the_same(ruang: Ruang) -> None:
    ruang.baca(tabel("lama.csv", LAMA))
    (done,) = ruang.baca(tabel("baru.csv", [LAMA[2], LAMA[0], LAMA[3], LAMA[1]]))
    assert (done.counts.same, done.counts.new, done.counts.changed) == (4, 0, 0)


def test_a_known_row_that_stands_twice_is_known_once(ruang: Ruang) -> None:
    ruang.baca(tabel("lama.csv", LAMA))
    (done,) = ruang.baca(tabel("baru.csv", [*LAMA, LAMA[0]]))
    assert done.counts.read == done.counts.same + done.counts.duplicate == 5
    assert SATU.npsn == LAMA[0]["npsn"]

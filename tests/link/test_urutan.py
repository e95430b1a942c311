"""Who is one person does not depend on the order in which the systems' lists came in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import drop_database
from jobs.pemasangan import copied, template
from jobs.ruang import Ruang
from selaras.ledger.scope import Scope
from selaras.link import services


@dataclass(frozen=True)
class Akun:
    sistem: int
    nip: str | None
    nik: str | None
    nuptk: str | None
    aktif: bool = True


def angka(prefix: str) -> st.SearchStrategy[str | None]:
    return st.sampled_from([None, f"{prefix}1", f"{prefix}2", f"{prefix}3"])


AKUN = st.builds(
    Akun,
    st.sampled_from([4, 1, 3, 2]),
    angka("nip"),
    angka("nik"),
    angka("nuptk"),
    st.sampled_from([True, True, True, False]),
)


@pytest.fixture(scope="module")
def meja(server: str) -> Iterator[Ruang]:
    dsn = copied(server, template(server))
    room = Ruang(dsn)
    room.mulai()
    yield room
    room.tutup()
    drop_database(server, dsn)


def kelompok(ruang: Ruang, batches: Sequence[Sequence[tuple[int, Akun]]]) -> set[frozenset[int]]:
    """Let the accounts in, batch by batch, linking after each; give the persons as sets of account numbers."""
    scope = Scope(ruang.instansi.id, 2024, dt.date(2025, 1, 6), ruang.run, dt.date(2025, 1, 6))
    try:
        for batch in batches:
            for number, a in batch:
                ruang.db.execute(
                    "INSERT INTO akun(instansi_id, sistem, native, nip, nik, nuptk, aktif, terdaftar) "
                    "VALUES (%s, %s, %s, %s, %s, %s, %s, true)",
                    (ruang.instansi.id, a.sistem, str(number), a.nip, a.nik, a.nuptk, a.aktif),
                )
            services._persons(ruang.db, scope)
        return {
            frozenset(map(int, names))
            for (names,) in ruang.semua("SELECT array_agg(native) FROM akun GROUP BY orang_id")
        }
    finally:
        ruang.db.rollback()


PMM_DULU = [Akun(1, "nip1", "nik1", None), Akun(4, "nip1", "nik2", None), Akun(4, "nip2", "nik1", None)]


@settings(max_examples=40, deadline=None)
@given(akun=st.lists(AKUN, min_size=2, max_size=6), data=st.data())
def test_the_order_of_the_lists_does_not_matter(meja: Ruang, akun: list[Akun], data: st.DataObject) -> None:
    numbered = list(enumerate(akun))
    together = kelompok(meja, [numbered])
    order = data.draw(st.permutations([1, 2, 3, 4]))
    apart = kelompok(meja, [[one for one in numbered if one[1].sistem == sistem] for sistem in order])
    assert apart == together


def test_pmm_before_siasn_is_as_siasn_before_pmm(meja: Ruang) -> None:
    numbered = list(enumerate(PMM_DULU))
    expected = {frozenset({0, 1}), frozenset({2})}
    assert kelompok(meja, [numbered]) == expected
    assert kelompok(meja, [numbered[:1], numbered[1:]]) == expected
    assert kelompok(meja, [numbered[1:], numbered[:1]]) == expected


@settings(max_examples=15, deadline=None)
@given(akun=st.lists(AKUN, min_size=1, max_size=6))
def test_everybody_is_somebody_and_nobody_is_two(meja: Ruang, akun: list[Akun]) -> None:
    persons = kelompok(meja, [list(enumerate(akun))])
    assert sorted(number for person in persons for number in person) == list(range(len(akun)))

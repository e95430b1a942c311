"""One-time codes: once, for a while, for one's own school."""

from __future__ import annotations

import datetime as dt

import pytest

from accounts.conftest import BUDI, KINI, SARI, Kantor
from selaras.accounts.codes import VALID, kode_buat, kode_pakai, tampil
from selaras.accounts.roles import Jenis
from selaras.galat import DataError, Forbidden


def test_it_lets_its_owner_in_once(kantor: Kantor) -> None:
    operator = kantor.sebagai(Jenis.OPERATOR, SARI)
    made = {
        one.orang: one for one in kode_buat(kantor.db, operator, sekolah=kantor.sekolah(SARI), orang=None, now=KINI)
    }
    budi = made[kantor.orang(BUDI)]
    assert len({one.kode for one in made.values()}) == len(made) > 1
    typed = f" {tampil(budi.kode).lower()} "
    assert kode_pakai(kantor.db, kode=typed, now=KINI) == kantor.orang(BUDI)
    with pytest.raises(DataError, match="sudah dipakai"):
        kode_pakai(kantor.db, kode=typed, now=KINI)


def test_it_ends_after_a_while_and_is_replaced_by_a_new_one(kantor: Kantor) -> None:
    operator = kantor.sebagai(Jenis.OPERATOR, SARI)
    where = {"sekolah": kantor.sekolah(SARI), "orang": [kantor.orang(BUDI)]}
    (first,) = kode_buat(kantor.db, operator, **where, now=KINI)  # type: ignore[arg-type]
    (second,) = kode_buat(kantor.db, operator, **where, now=KINI)  # type: ignore[arg-type]
    for kode, now in (
        (first.kode, KINI),
        (second.kode, KINI + VALID),
        ("", KINI),
        ("x" * 9999, KINI),
        ("\ud800", KINI),
    ):
        with pytest.raises(DataError):
            kode_pakai(kantor.db, kode=kode, now=now)
    assert kode_pakai(kantor.db, kode=second.kode, now=KINI + VALID - dt.timedelta(seconds=1)) == kantor.orang(BUDI)


def test_the_code_itself_is_stored_nowhere(kantor: Kantor) -> None:
    operator = kantor.sebagai(Jenis.OPERATOR, SARI)
    made = kode_buat(kantor.db, operator, sekolah=kantor.sekolah(SARI), orang=None, now=KINI)
    stored = " ".join(str(row) for row in kantor.db.execute("SELECT * FROM ac_kode"))
    assert not [one for one in made if one.kode in stored]


@pytest.mark.parametrize("jenis", [Jenis.GURU, Jenis.KEPALA, Jenis.PENGAWAS, Jenis.TEKNISI])
def test_others_hand_out_none(kantor: Kantor, jenis: Jenis) -> None:
    with pytest.raises(Forbidden):
        kode_buat(kantor.db, kantor.sebagai(jenis, SARI), sekolah=kantor.sekolah(SARI), orang=None, now=KINI)


def test_an_operator_hands_out_none_elsewhere(kantor: Kantor) -> None:
    elsewhere = kantor.db.execute("SELECT id FROM sekolah WHERE id <> %s", (kantor.sekolah(SARI),)).fetchone()
    assert elsewhere
    with pytest.raises(Forbidden, match="di luar wewenang"):
        kode_buat(kantor.db, kantor.sebagai(Jenis.OPERATOR, SARI), sekolah=elsewhere[0], orang=None, now=KINI)

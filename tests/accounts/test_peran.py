"""As what somebody may act: from the data, or given; and when it ends."""

from __future__ import annotations

import datetime as dt

import pytest

from accounts.conftest import BUDI, SARI, Kantor
from selaras.accounts.roles import Izin, Jenis, Sebagai, boleh
from selaras.accounts.selectors import roles
from selaras.accounts.services import orang_by_claim, pengguna_of, peran_beri, peran_cabut
from selaras.galat import DataError, Forbidden

HARI = dt.date(2025, 1, 6)
BESOK = HARI + dt.timedelta(days=1)


def jenis(kantor: Kantor, o: object, day: dt.date = HARI) -> list[str]:
    return [str(one.jenis) for one in roles(kantor.db, pengguna=kantor.pengguna(o), today=day)]  # type: ignore[arg-type]


def test_a_teacher_and_a_head_have_their_roles_from_the_data(kantor: Kantor) -> None:
    assert jenis(kantor, BUDI) == ["guru"]
    assert jenis(kantor, SARI) == ["guru", "kepala"]
    (_, head) = roles(kantor.db, pengguna=kantor.pengguna(SARI), today=HARI)
    assert head.sekolah == (kantor.sekolah(SARI),)


def test_whoever_is_head_no_more_loses_the_role_with_the_data(kantor: Kantor) -> None:
    kantor.db.execute("UPDATE potret SET kepala = false")
    assert jenis(kantor, SARI) == ["guru"]


def test_an_acting_head_acts_by_decree_and_only_while_it_holds(kantor: Kantor) -> None:
    admin = kantor.sebagai(Jenis.ADMIN_INSTANSI, SARI)
    given = {"pengguna": kantor.pengguna(BUDI), "jenis": Jenis.KEPALA, "mulai": HARI, "sebagai": Sebagai.PLT}
    with pytest.raises(DataError, match="Sekolahnya"):
        peran_beri(kantor.db, admin, **given, nomor_sk="800/9")  # type: ignore[arg-type]
    with pytest.raises(DataError, match="Nomor SK"):
        peran_beri(kantor.db, admin, **given, sekolah=kantor.sekolah(BUDI), nomor_sk=" ")  # type: ignore[arg-type]
    with pytest.raises(DataError, match="mendahului"):
        peran_beri(
            kantor.db, admin, **given, sekolah=kantor.sekolah(BUDI), nomor_sk="1",  # type: ignore[arg-type]
            sampai=HARI - dt.timedelta(days=1),
        )  # fmt: skip
    peran_beri(kantor.db, admin, **given, sekolah=kantor.sekolah(BUDI), nomor_sk="800/9", sampai=HARI)  # type: ignore[arg-type]
    acting = roles(kantor.db, pengguna=kantor.pengguna(BUDI), today=HARI)[-1]
    assert (acting.jenis, acting.sebagai, acting.nomor_sk) == (Jenis.KEPALA, Sebagai.PLT, "800/9")
    assert jenis(kantor, BUDI, BESOK) == ["guru"]
    assert jenis(kantor, BUDI, HARI - dt.timedelta(days=1)) == ["guru"]


@pytest.mark.parametrize(
    ("mulai", "sampai", "holds"),
    [(0, 0, True), (-90, 0, True), (0, 1, True), (0, None, True), (1, 90, False), (-90, -1, False), (1, None, False)],
)
def test_a_decree_holds_from_its_first_day_to_its_last(
    kantor: Kantor, mulai: int, sampai: int | None, holds: bool
) -> None:
    first = HARI + dt.timedelta(days=mulai)
    last = None if sampai is None else HARI + dt.timedelta(days=sampai)
    peran_beri(
        kantor.db, kantor.sebagai(Jenis.ADMIN_INSTANSI, SARI), pengguna=kantor.pengguna(BUDI), jenis=Jenis.KEPALA,
        mulai=first, sampai=last, sekolah=kantor.sekolah(BUDI), sebagai=Sebagai.PLH, nomor_sk="800/1",
    )  # fmt: skip
    assert ("kepala" in jenis(kantor, BUDI)) is holds


def test_two_decrees_are_two_roles_and_the_last_day_of_one_ends_only_it(kantor: Kantor) -> None:
    admin = kantor.sebagai(Jenis.ADMIN_INSTANSI, SARI)
    schools = [row[0] for row in kantor.db.execute("SELECT id FROM sekolah ORDER BY id")]
    for place, until in zip(schools, (HARI, BESOK), strict=True):
        peran_beri(
            kantor.db, admin, pengguna=kantor.pengguna(BUDI), jenis=Jenis.KEPALA, mulai=HARI, sampai=until,
            sekolah=place, sebagai=Sebagai.PLT, nomor_sk=f"800/{place}",
        )  # fmt: skip
    heads = [one for one in roles(kantor.db, pengguna=kantor.pengguna(BUDI), today=HARI) if one.jenis is Jenis.KEPALA]
    assert [(one.sekolah, one.nomor_sk) for one in heads] == [((s,), f"800/{s}") for s in schools]
    assert len([one for one in jenis(kantor, BUDI, BESOK) if one == "kepala"]) == 1


def test_schools_of_a_supervisor_are_one_role(kantor: Kantor) -> None:
    admin = kantor.sebagai(Jenis.ADMIN_INSTANSI, SARI)
    schools = [row[0] for row in kantor.db.execute("SELECT id FROM sekolah ORDER BY id")]
    for one in schools:
        peran_beri(kantor.db, admin, pengguna=kantor.pengguna(BUDI), jenis=Jenis.PENGAWAS, mulai=HARI, sekolah=one)
    assert roles(kantor.db, pengguna=kantor.pengguna(BUDI), today=HARI)[-1].sekolah == tuple(schools)


def test_a_role_is_taken_back(kantor: Kantor) -> None:
    admin = kantor.sebagai(Jenis.ADMIN_INSTANSI, SARI)
    given = peran_beri(kantor.db, admin, pengguna=kantor.pengguna(BUDI), jenis=Jenis.ADMIN_DINAS, mulai=HARI)
    assert "admin_dinas" in jenis(kantor, BUDI)
    now = dt.datetime(2025, 1, 6, tzinfo=dt.UTC)
    peran_cabut(kantor.db, admin, peran=given, now=now)
    assert jenis(kantor, BUDI) == ["guru"]
    with pytest.raises(DataError, match="sudah dicabut"):
        peran_cabut(kantor.db, admin, peran=given, now=now)


@pytest.mark.parametrize("who", [one for one in Jenis if one is not Jenis.ADMIN_INSTANSI])
def test_only_the_admin_of_the_instansi_gives_roles(kantor: Kantor, who: Jenis) -> None:
    scope = kantor.sebagai(who, SARI)
    with pytest.raises(Forbidden):
        peran_beri(kantor.db, scope, pengguna=kantor.pengguna(BUDI), jenis=Jenis.ADMIN_DINAS, mulai=HARI)


def test_what_follows_from_the_data_is_not_given(kantor: Kantor) -> None:
    admin = kantor.sebagai(Jenis.ADMIN_INSTANSI, SARI)
    for one in (Jenis.GURU, Jenis.KEPALA):
        with pytest.raises(DataError, match="mengikuti data"):
            peran_beri(kantor.db, admin, pengguna=kantor.pengguna(BUDI), jenis=one, mulai=HARI, sekolah=1)


def test_a_claim_lets_in_one_person_and_nobody_by_a_guess(kantor: Kantor) -> None:
    assert orang_by_claim(kantor.db, instansi=1, nip=f" {BUDI.nip} ") == kantor.orang(BUDI)
    with pytest.raises(DataError, match="belum ada") as unknown:
        orang_by_claim(kantor.db, instansi=1, nip="198501012010012999")
    assert "198501012010012999" not in str(unknown.value)
    kantor.db.execute("UPDATE akun SET nip = %s WHERE orang_id = %s", (BUDI.nip, kantor.orang(SARI)))
    with pytest.raises(DataError, match="dua orang"):
        orang_by_claim(kantor.db, instansi=1, nip=BUDI.nip)


def test_a_person_is_one_user_and_may_be_shut_out(kantor: Kantor) -> None:
    assert pengguna_of(kantor.db, orang=kantor.orang(BUDI)) == kantor.pengguna(BUDI)
    kantor.db.execute("UPDATE ac_pengguna SET is_active = false")
    with pytest.raises(Forbidden, match="ditutup"):
        kantor.pengguna(BUDI)


def test_a_technician_sees_no_person_and_nobody_approves_but_heads_and_the_admin() -> None:
    assert {one for one in Jenis if boleh(one, Izin.SETUJUI)} == {Jenis.KEPALA, Jenis.ADMIN_INSTANSI}
    assert not [izin for izin in Izin if izin.name.startswith("LIHAT") and boleh(Jenis.TEKNISI, izin)]

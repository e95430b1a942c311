"""The people of a rehearsal who can be tried out: one of each role, always the same, each with a code that works."""

from __future__ import annotations

import pytest

from jobs.ruang import Ruang
from selaras.accounts.codes import kode_pakai
from selaras.accounts.roles import Jenis
from selaras.accounts.selectors import roles
from selaras.accounts.services import pengguna_of
from selaras.config import clock
from selaras.galat import Stop
from selaras.jobs.access import rehearsal_accounts

EVERY = [jenis for jenis in Jenis if jenis is not Jenis.TEKNISI]


def test_every_role_has_a_person_whose_code_opens_it(desa: Ruang) -> None:
    found = rehearsal_accounts(desa.folder)
    assert [one.peran for one in found] == [jenis.nama for jenis in EVERY]
    for one, jenis in zip(found, EVERY, strict=True):
        orang = kode_pakai(desa.db, kode=one.kode, now=clock.now())
        own = roles(desa.db, pengguna=pengguna_of(desa.db, orang=orang), today=clock.today())
        assert jenis in [scope.jenis for scope in own]
        assert own[-1].nama == one.nama


def test_a_supervisor_has_two_or_three_schools_and_an_admin_none(desa: Ruang) -> None:
    places = {one.peran: one.sekolah for one in rehearsal_accounts(desa.folder)}
    assert places[Jenis.PENGAWAS.nama] == "SDN 1 Desa, SDN 2 Desa"
    assert places[Jenis.GURU.nama] == places[Jenis.KEPALA.nama] == places[Jenis.OPERATOR.nama]
    assert places[Jenis.ADMIN_DINAS.nama] is None


def test_it_says_the_same_again_and_only_the_codes_are_new(desa: Ruang) -> None:
    first, again = rehearsal_accounts(desa.folder), rehearsal_accounts(desa.folder)
    assert [(one.peran, one.nama, one.cara) for one in first] == [(one.peran, one.nama, one.cara) for one in again]
    assert not {one.kode for one in first} & {one.kode for one in again}
    row = desa.db.execute("SELECT count(*), count(DISTINCT pengguna_id) FROM ac_peran").fetchone()
    assert row == (5, 4)


def test_no_whole_number_is_printed(desa: Ruang) -> None:
    numbers = [row[0] for row in desa.db.execute("SELECT nip FROM potret WHERE nip IS NOT NULL")]
    assert not [nip for nip in numbers if nip in str(rehearsal_accounts(desa.folder))]


def test_real_data_get_no_rehearsal_accounts(desa: Ruang) -> None:
    desa.db.execute("UPDATE instansi SET jenis = 'nyata'")
    desa.folder.reload()
    with pytest.raises(Stop, match="data nyata"):
        rehearsal_accounts(desa.folder)

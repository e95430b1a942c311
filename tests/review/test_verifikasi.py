"""What a word is bound to, who may sign off a school, and who opens its final report."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest

from jobs.desa import BUDI, SARI, TONO, WATI, Desa
from plan.bengkel import ADMIN, KINI, Bengkel
from selaras.accounts.roles import Izin, Jenis, Sebagai
from selaras.accounts.scope import Cakupan
from selaras.galat import DataError, Forbidden, Stop
from selaras.review import authority, final_report, services
from selaras.review.selectors import waiting
from selaras.review.verifikasi import orang_sekolah, verifikasi

Buat = Callable[[Desa], Bengkel]


@pytest.fixture
def b(bengkel: Buat) -> Bengkel:
    desa = Desa()
    desa.tanpa_ekinerja(BUDI, "4")
    return bengkel(desa)


def sekolah(b: Bengkel) -> int:
    return int(b.ruang.satu("SELECT id FROM sekolah WHERE npsn = %s", [SARI.sekolah.npsn])[0])


def kepala(b: Bengkel) -> authority.Authority:
    return authority.head(b.db, instansi=b.ruang.instansi.id, nip=SARI.nip)


def test_a_word_is_written_only_where_the_values_that_were_seen_still_stand(b: Bengkel) -> None:
    (item,) = [x for x in waiting(b.db, b.scope()) if x.nama == BUDI.nama]
    for seen in ({}, {item.id: (uuid4(), None)}, {item.id: (item.sumber, uuid4())}):
        found = services.approve(b.db, b.scope(), ADMIN, [item.id], now=KINI, dilihat=seen)
        assert {refusal.sebab for refusal in found.ditolak} == {"berubah"}
    assert services.approve(b.db, b.scope(), ADMIN, [item.id], now=KINI, dilihat={item.id: item.pasangan}).n == 1


def test_what_was_decided_and_not_derived_yet_is_not_asked_again(b: Bengkel) -> None:
    (item,) = waiting(b.db, b.scope())
    assert (item.biasa, item.diputuskan) == (True, False)
    services.approve(b.db, b.scope(), ADMIN, [item.id], now=KINI)
    (item,) = waiting(b.db, b.scope())
    assert (item.biasa, item.diputuskan, item.pilihan) == (False, True, ())


def test_the_admin_is_asked_about_heads_and_acting_heads_only(b: Bengkel) -> None:
    assert waiting(b.db, b.scope(), milik_kepala=[]) == []
    number = b.ruang.satu("SELECT orang_id FROM potret WHERE nip = %s", [BUDI.nip])[0]
    assert [x.nama for x in waiting(b.db, b.scope(), milik_kepala=[number])] == [BUDI.nama]


@pytest.mark.parametrize("jenis", [Jenis.GURU, Jenis.OPERATOR, Jenis.PENGAWAS, Jenis.ADMIN_DINAS, Jenis.TEKNISI])
def test_a_role_without_the_right_gets_no_authority(jenis: Jenis) -> None:
    with pytest.raises(Forbidden):
        authority.of_role(Cakupan(uuid4(), "Budi", jenis, 1, 2, (3,)), izin=Izin.SETUJUI, sekolah=3)


def test_an_acting_head_brings_the_decree_of_his_role(b: Bengkel) -> None:
    role = Cakupan(uuid4(), "Budi", Jenis.KEPALA, 1, 2, (3,), Sebagai.PLT, "SK/1")
    with pytest.raises(DataError, match="belum lengkap"):
        authority.of_role(role, izin=Izin.SETUJUI, sekolah=3).check(b.scope().hari_ini)
    with pytest.raises(Forbidden):
        authority.of_role(role, izin=Izin.SETUJUI, sekolah=4)


def test_the_head_signs_off_whom_he_saw_as_they_stand(b: Bengkel) -> None:
    own = sekolah(b)
    people = {one.nama: one for one in orang_sekolah(b.db, instansi=1, tahun=2024, sekolah=own)}
    assert {nama: one.bisa for nama, one in people.items()} == {SARI.nama: True, BUDI.nama: False, WATI.nama: True}
    seen = {one.orang_id: one.jejak for one in people.values()}
    seen[people[WATI.nama].orang_id] = uuid4()
    found = verifikasi(b.db, b.scope(), kepala(b), seen, now=KINI)
    assert found.n == 1
    assert {why for _, why in found.ditolak} == {
        "kedua sisinya belum sama",
        "isinya berubah sejak ditampilkan: lihat lagi isinya yang sekarang",
    }
    again = orang_sekolah(b.db, instansi=1, tahun=2024, sekolah=own)
    assert [one.nama for one in again if one.diverifikasi_pada] == [SARI.nama]


def test_nobody_signs_off_another_school_and_the_admin_signs_off_nobody(b: Bengkel) -> None:
    seen = {one.orang_id: one.jejak for one in orang_sekolah(b.db, instansi=1, tahun=2024, sekolah=sekolah(b))}
    tono = authority.head(b.db, instansi=b.ruang.instansi.id, nip=TONO.nip)
    assert verifikasi(b.db, b.scope(), tono, seen, now=KINI).n == 0
    with pytest.raises(Stop, match="kata kepala sekolah"):
        verifikasi(b.db, b.scope(), ADMIN, seen, now=KINI)


def test_a_report_is_opened_only_when_somebody_else_asked(bengkel: Buat) -> None:
    b = bengkel(Desa())
    own, head = sekolah(b), kepala(b)
    with pytest.raises(DataError, match="belum diverifikasi"):
        final_report.lock(b.db, b.scope(), head, own, now=KINI, terverifikasi=True)
    with pytest.raises(DataError, match="tidak sedang dikunci"):
        final_report.ask_unlock(b.db, b.scope(), head, own, alasan="x", now=KINI)
    final_report.lock(b.db, b.scope(), head, own, now=KINI)
    with pytest.raises(DataError, match="Belum ada permintaan"):
        final_report.grant_unlock(b.db, b.scope(), ADMIN, own, now=KINI)
    with pytest.raises(DataError, match="Alasannya"):
        final_report.ask_unlock(b.db, b.scope(), head, own, alasan=" ", now=KINI)
    final_report.ask_unlock(b.db, b.scope(), head, own, alasan="TW4 keliru", now=KINI)
    with pytest.raises(Stop, match="orang lain"):
        final_report.grant_unlock(b.db, b.scope(), authority.admin("Lain", head.orang), own, now=KINI)
    with pytest.raises(Stop, match="orang lain"):
        final_report.grant_unlock(b.db, b.scope(), authority.admin(SARI.nama.upper()), own, now=KINI)
    final_report.grant_unlock(b.db, b.scope(), ADMIN, own, now=KINI)
    assert final_report.locked(b.db, tahun=2024, sekolah=own) == []

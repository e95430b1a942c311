"""Decisions of a person: a pair of people, a unit and a school; each can be undone exactly."""

from __future__ import annotations

import pytest

from jobs.desa import BUDI, DUA, SATU, Desa
from jobs.ruang import Ruang
from selaras.galat import DataError
from selaras.link import decisions

LAIN = BUDI.nip[:-1] + "7"


@pytest.fixture
def dua_budi(ruang: Ruang) -> Ruang:
    """PMM and Dapodik know Budi under a mistyped NIP and give no NIK."""
    desa = Desa()
    for rows in (*desa.pmm.values(), desa.dapodik):
        for row in rows:
            if row["nip"] == BUDI.nip:
                row.update({"nip": LAIN} | {key: "" for key in ("nik", "nuptk") if key in row})
    ruang.kerjakan(desa)
    return ruang


def putuskan(ruang: Ruang, *, sama: bool) -> None:
    (pair,) = decisions.suggestions(ruang.db, instansi=ruang.instansi.id)
    akun = (pair["akun_a"], pair["akun_b"])
    decisions.decide(ruang.db, instansi=ruang.instansi.id, akun=akun, sama=sama, oleh="uji", alasan="SK")
    ruang.olah()


def test_a_suggestion_explains_itself_and_links_nobody(dua_budi: Ruang) -> None:
    (pair,) = decisions.suggestions(dua_budi.db, instansi=dua_budi.instansi.id)
    assert pair["penjelasan"] == {"nama": 1.0, "tanggal_lahir_sama": True, "sekolah_sama": True}
    assert {pair["nip_a"], pair["nip_b"]} == {LAIN, BUDI.nip}
    assert dua_budi.angka("SELECT count(DISTINCT orang_id) FROM akun") == 7
    assert "N3" in dua_budi.kode(BUDI)


def test_a_decision_joins_them_and_the_findings_follow(dua_budi: Ruang) -> None:
    putuskan(dua_budi, sama=True)
    assert dua_budi.angka("SELECT count(DISTINCT orang_id) FROM akun") == 6
    assert dua_budi.kode(BUDI) == {"N3"}
    assert dua_budi.rekap().total == 36
    assert dua_budi.rekap().seimbang is True
    assert decisions.suggestions(dua_budi.db, instansi=dua_budi.instansi.id) == []


def test_undoing_restores_exactly_what_was(dua_budi: Ruang) -> None:
    before = dua_budi.buku()
    putuskan(dua_budi, sama=True)
    assert dua_budi.buku() != before
    (made,) = decisions.decided(dua_budi.db, instansi=dua_budi.instansi.id)
    decisions.undo(dua_budi.db, instansi=dua_budi.instansi.id, putusan=made["nomor"], oleh="uji")
    dua_budi.olah()
    assert dua_budi.buku() == before


def test_two_who_are_not_one_are_not_suggested_again(dua_budi: Ruang) -> None:
    putuskan(dua_budi, sama=False)
    assert decisions.suggestions(dua_budi.db, instansi=dua_budi.instansi.id) == []
    assert dua_budi.angka("SELECT count(DISTINCT orang_id) FROM akun") == 7
    assert dua_budi.rekap().seimbang is True


def test_a_later_decision_takes_the_place_of_the_earlier(dua_budi: Ruang) -> None:
    (pair,) = decisions.suggestions(dua_budi.db, instansi=dua_budi.instansi.id)
    akun = (pair["akun_a"], pair["akun_b"])
    for sama, persons in ((True, 6), (False, 7), (True, 6)):
        decisions.decide(dua_budi.db, instansi=dua_budi.instansi.id, akun=akun, sama=sama, oleh="uji", alasan=None)
        dua_budi.olah()
        assert dua_budi.angka("SELECT count(DISTINCT orang_id) FROM akun") == persons
    assert len(decisions.decided(dua_budi.db, instansi=dua_budi.instansi.id)) == 1


def test_a_decision_stands_after_the_next_import(dua_budi: Ruang) -> None:
    putuskan(dua_budi, sama=True)
    dua_budi.kerjakan(Desa("2025-01-08"), "laporan-skp", "siasn")
    assert dua_budi.angka("SELECT count(DISTINCT orang_id) FROM akun") == 6


@pytest.mark.parametrize("akun", [(1, 1), (1, 99999)])
def test_a_pair_that_does_not_exist_is_refused(desa: Ruang, akun: tuple[int, int]) -> None:
    with pytest.raises(DataError, match="tidak ada"):
        decisions.decide(desa.db, instansi=desa.instansi.id, akun=akun, sama=True, oleh="uji", alasan=None)


def test_an_unknown_decision_can_not_be_undone(desa: Ruang) -> None:
    with pytest.raises(DataError, match="tidak ada atau sudah dibatalkan"):
        decisions.undo(desa.db, instansi=desa.instansi.id, putusan=7, oleh="uji")


@pytest.fixture
def tanpa_peta(ruang: Ruang) -> Ruang:
    """No map; the unit of the second school is spelt unlike the school."""
    desa = Desa()
    for rows in (desa.siasn, desa.laporan_skp, *desa.laporan_nilai.values()):
        for row in rows:
            for key in ("unor_nama", "skp_unor"):
                if key in row:
                    row[key] = {SATU.nama: "UPTD SD NEGERI 1 DESA", DUA.nama: "SD NEGERI DUA DESA"}[row[key]]
    ruang.kerjakan(
        desa,
        *(
            n
            for n in (
                "pegawai",
                "skp",
                "penilaian",
                "laporan-skp",
                *(f"laporan-nilai-{t}" for t in "1234T"),
                "siasn",
                "dapodik",
                "periode",
            )
        ),
    )
    return ruang


def terikat(ruang: Ruang) -> set[str]:
    return {npsn for (npsn,) in ruang.semua("SELECT npsn FROM unor u JOIN sekolah s ON s.id = u.sekolah_id")}


def test_without_a_map_units_are_suggested_and_one_finding_says_so(tanpa_peta: Ruang) -> None:
    units = decisions.unit_suggestions(tanpa_peta.db, instansi=tanpa_peta.instansi.id)
    assert [(u["npsn"], u["pasti"]) for u in units if u["pasti"]] == [(SATU.npsn, True)]
    assert {kode for kode, _ in tanpa_peta.temuan()} == {"U5"}
    assert terikat(tanpa_peta) == set()


def test_all_sure_ones_are_accepted_at_once_and_can_be_let_go(tanpa_peta: Ruang) -> None:
    before, instansi = tanpa_peta.buku(), tanpa_peta.instansi.id
    assert decisions.accept_sure_units(tanpa_peta.db, instansi=instansi, oleh="uji") == 1
    tanpa_peta.olah()
    assert terikat(tanpa_peta) == {SATU.npsn}
    assert ("U1", DUA.npsn) in tanpa_peta.temuan()
    (unor,) = tanpa_peta.satu("SELECT unor_id FROM padan_unor")
    assert decisions.release_unit(tanpa_peta.db, instansi=instansi, unor=unor, oleh="uji")
    tanpa_peta.olah()
    assert terikat(tanpa_peta) == set()
    assert tanpa_peta.buku() == before


def test_a_person_may_tie_a_unit_that_nobody_suggested(tanpa_peta: Ruang) -> None:
    instansi = tanpa_peta.instansi.id
    decisions.accept_sure_units(tanpa_peta.db, instansi=instansi, oleh="uji")
    (unor,) = tanpa_peta.satu("SELECT id FROM unor WHERE native = %s", [DUA.unor])
    decisions.assign_unit(tanpa_peta.db, instansi=instansi, unor=unor, npsn=DUA.npsn, oleh="uji")
    tanpa_peta.olah()
    assert terikat(tanpa_peta) == {SATU.npsn, DUA.npsn}
    assert tanpa_peta.temuan() == set()
    assert tanpa_peta.rekap().total == tanpa_peta.rekap().keadaan["selaras"]


def test_a_decision_about_a_unit_beats_the_map(desa: Ruang) -> None:
    (unor,) = desa.satu("SELECT id FROM unor WHERE native = %s", [DUA.unor])
    decisions.assign_unit(desa.db, instansi=desa.instansi.id, unor=unor, npsn=None, oleh="uji")
    desa.olah()
    assert ("U1", DUA.npsn) in desa.temuan()
    assert decisions.release_unit(desa.db, instansi=desa.instansi.id, unor=unor, oleh="uji")
    desa.olah()
    assert desa.temuan() == set()


def test_an_unknown_school_or_unit_is_refused(desa: Ruang) -> None:
    with pytest.raises(DataError, match="NPSN 20279999 tidak dikenal"):
        decisions.assign_unit(desa.db, instansi=desa.instansi.id, unor=1, npsn="20279999", oleh="uji")
    with pytest.raises(DataError, match="UNOR nomor 999 tidak ada"):
        decisions.assign_unit(desa.db, instansi=desa.instansi.id, unor=999, npsn=None, oleh="uji")

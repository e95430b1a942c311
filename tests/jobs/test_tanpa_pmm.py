"""Without any PMM file: the reports of e-Kinerja, the SIASN list and the Dapodik roster already say much."""

from __future__ import annotations

import pytest

from jobs.desa import BUDI, DEWI, DUA, EKO, SARI, TONO, WATI, Desa, Orang
from jobs.ruang import Ruang

TANPA_PMM = ("laporan-skp", *(f"laporan-nilai-{tw}" for tw in "1234T"), "siasn", "dapodik", "peta", "periode")


def test_a_whole_village_without_pmm_waits_for_it_and_has_no_other_finding(ruang: Ruang) -> None:
    ruang.kerjakan(Desa(), *TANPA_PMM)
    assert ruang.temuan() == set()
    assert ruang.keadaan(BUDI, "4") == ("menunggu", "F3")
    assert ruang.belum_dibandingkan() == [(("SKP", "TW1", "TW2", "TW3", "TW4", "Tahunan"), 6)]
    assert ruang.rekap().seimbang is True


def test_it_says_who_has_no_skp(ruang: Ruang) -> None:
    desa = Desa()
    desa.tanpa_ekinerja(BUDI)
    ruang.kerjakan(desa, *TANPA_PMM)
    assert ruang.temuan() == {("E1", BUDI.nip)}
    assert ruang.keadaan(BUDI) == ("menunggu", "E1")
    assert ruang.keadaan(BUDI, "4") == ("menunggu", "E1")


def test_it_says_who_has_no_triwulan_and_which(ruang: Ruang) -> None:
    desa = Desa()
    desa.tanpa_ekinerja(BUDI, "3", "4")
    ruang.kerjakan(desa, *TANPA_PMM)
    assert ruang.temuan() == {("E2", BUDI.nip)}
    (line,) = [k for k in ruang.kendala() if k.kode == "E2"]
    assert line.periode == ("TW3", "TW4")
    assert ruang.keadaan(BUDI, "2") == ("menunggu", "F3")


def pindah(desa: Desa, o: Orang) -> None:
    desa.pilih(desa.siasn, o).update(unor_id=DUA.unor, unor_nama=DUA.nama)
    desa.pilih(desa.laporan_skp, o)["skp_unor"] = DUA.nama
    for tw in desa.laporan_nilai:
        desa.nilai_ek(o, tw).update(skp_unor_id=DUA.unor, skp_unor=DUA.nama)


def test_it_says_who_stands_in_the_wrong_unit(ruang: Ruang) -> None:
    desa = Desa()
    pindah(desa, BUDI)
    ruang.kerjakan(desa, *TANPA_PMM)
    assert ("U4", BUDI.nip) in ruang.temuan()
    assert {kode for kode, _ in ruang.temuan()} == {"U4"}
    assert ruang.keadaan(BUDI, "4") == ("terblokir", "U4")


def test_it_says_whose_rater_is_not_the_head(ruang: Ruang) -> None:
    desa = Desa()
    desa.nilai_ek(BUDI, "4")["pegawai_atasan_nip"] = TONO.nip
    ruang.kerjakan(desa, *TANPA_PMM)
    assert ruang.temuan() == {("A1", BUDI.nip)}
    assert ruang.keadaan(BUDI, "4") == ("terblokir", "A1")


def test_a_school_that_agrees_on_another_rater_is_believed(ruang: Ruang) -> None:
    desa = Desa()
    lama = SARI.nip[:-1] + "8"
    for o in (BUDI, WATI):
        desa.nilai_ek(o, "1")["pegawai_atasan_nip"] = lama
    ruang.kerjakan(desa, *TANPA_PMM)
    assert ruang.temuan() == set()


def test_nobody_is_judged_by_a_report_that_was_not_imported(ruang: Ruang) -> None:
    ruang.kerjakan(Desa(), "siasn", "dapodik", "peta", "periode")
    assert ruang.temuan() == set()
    assert ruang.keadaan(DEWI) == ("menunggu", "F3")


def test_periods_and_doubles_are_seen_without_pmm(ruang: Ruang) -> None:
    desa = Desa()
    del desa.periode[2]
    desa.laporan_nilai["1"].append(dict(desa.nilai_ek(EKO, "1")))
    ruang.kerjakan(desa, *TANPA_PMM)
    assert {kode for kode, _ in ruang.temuan(notes=True)} == {"P1", "G1"}


@pytest.mark.parametrize("tw", ["T", "4"])
def test_a_period_whose_report_is_missing_waits_for_it(ruang: Ruang, tw: str) -> None:
    """The sample of the design has no report of the year."""
    names = ["pegawai", "skp", "penilaian", *(n for n in TANPA_PMM if n != f"laporan-nilai-{tw}")]
    ruang.kerjakan(Desa(), *names)
    assert ruang.temuan() == set()
    assert ruang.keadaan(BUDI, tw) == ("menunggu", "F3")
    assert ruang.belum_dibandingkan() == [(("Tahunan" if tw == "T" else "TW4",), 6)]
    assert ruang.keadaan(BUDI, "1") == ("selaras", None)
    assert ruang.rekap().keadaan == dict.fromkeys(ruang.rekap().keadaan, 0) | {"selaras": 30, "menunggu": 6}
    assert ruang.rekap().seimbang is True

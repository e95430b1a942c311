"""Accounts become persons by NIP, then NIK, then NUPTK; never by name."""

from __future__ import annotations

from jobs.desa import BUDI, DUA, EKO, WATI, Baris, Desa, dapodik, pegawai, siasn, skp, tabel
from jobs.ruang import Ruang

LAIN = BUDI.nip[:-1] + "7"


def padu(ruang: Ruang, *tables: tuple[str, list[Baris]]) -> None:
    for name, rows in tables:
        ruang.baca(tabel(f"{name}.csv", rows))
    ruang.olah()


def kelompok(ruang: Ruang) -> list[list[str]]:
    """Give the persons, each as system:native of his accounts."""
    return [
        sorted(names)
        for (names,) in ruang.semua("SELECT array_agg(sistem || ':' || native) FROM akun GROUP BY orang_id ORDER BY 1")
    ]


def dasar(ruang: Ruang, sistem: int) -> int:
    return ruang.angka("SELECT link_rule FROM akun WHERE sistem = %s", [sistem])


def test_the_same_nip_is_one_person(ruang: Ruang) -> None:
    padu(ruang, ("siasn", [siasn(BUDI)]), ("pmm", [pegawai(BUDI) | {"nik": "", "nuptk": ""}]))
    assert kelompok(ruang) == [[f"1:{BUDI.nip}", f"4:{BUDI.nip}"]]
    assert dasar(ruang, 1) == 1


def test_the_same_nik_is_one_person_when_the_nip_differs(ruang: Ruang) -> None:
    padu(ruang, ("siasn", [siasn(BUDI)]), ("pmm", [pegawai(BUDI) | {"nip": LAIN, "nuptk": ""}]))
    assert kelompok(ruang) == [[f"1:{LAIN}", f"4:{BUDI.nip}"]]
    assert dasar(ruang, 1) == 2
    assert ruang.kode(BUDI) == {"N3"}


def test_the_same_nuptk_is_one_person_when_nip_and_nik_say_nothing(ruang: Ruang) -> None:
    padu(ruang, ("dapodik", [dapodik(BUDI) | {"nik": ""}]), ("pmm", [pegawai(BUDI) | {"nip": LAIN, "nik": ""}]))
    assert len(kelompok(ruang)) == 1


def test_the_nip_is_believed_before_the_nik(ruang: Ruang) -> None:
    padu(ruang, ("siasn", [siasn(BUDI), siasn(WATI)]), ("pmm", [pegawai(BUDI) | {"nik": WATI.nik, "nuptk": ""}]))
    assert [f"1:{BUDI.nip}", f"4:{BUDI.nip}"] in kelompok(ruang)


def test_the_nik_is_believed_before_the_nuptk(ruang: Ruang) -> None:
    padu(
        ruang,
        ("siasn", [siasn(BUDI), siasn(WATI)]),
        ("dapodik", [dapodik(WATI)]),
        ("pmm", [pegawai(BUDI) | {"nip": LAIN, "nuptk": WATI.nuptk}]),
    )
    assert [f"1:{LAIN}", f"4:{BUDI.nip}"] in kelompok(ruang)
    assert [f"3:nik:{WATI.nik}", f"4:{WATI.nip}"] in kelompok(ruang)


def test_an_ambiguous_nik_links_nobody(ruang: Ruang) -> None:
    padu(
        ruang,
        ("siasn", [siasn(BUDI), siasn(WATI) | {"nik": BUDI.nik}]),
        ("pmm", [pegawai(BUDI) | {"nip": LAIN, "nuptk": ""}]),
    )
    assert [f"1:{LAIN}"] in kelompok(ruang)
    assert {"N5"} <= ruang.kode(BUDI)


def test_a_namesake_with_the_same_birthday_is_only_suggested(ruang: Ruang) -> None:
    padu(ruang, ("siasn", [siasn(BUDI)]), ("pmm", [pegawai(BUDI) | {"nip": LAIN, "nik": "", "nuptk": ""}]))
    assert kelompok(ruang) == [[f"1:{LAIN}"], [f"4:{BUDI.nip}"]]
    assert ruang.angka("SELECT count(*) FROM usul_orang") == 1


def test_a_nip_of_two_people_links_nobody_and_is_told(ruang: Ruang) -> None:
    twin = dapodik(WATI) | {"nip": BUDI.nip, "nuptk": "1234567890129999"}
    padu(ruang, ("dapodik", [dapodik(BUDI), twin]), ("siasn", [siasn(BUDI) | {"nik": ""}]))
    assert [f"4:{BUDI.nip}"] in kelompok(ruang)
    assert "N5" in {kode for kode, _ in ruang.temuan()}


def test_the_nik_still_links_where_the_nip_is_disputed(ruang: Ruang) -> None:
    twin = dapodik(WATI) | {"nip": BUDI.nip}
    padu(ruang, ("dapodik", [dapodik(BUDI), twin]), ("siasn", [siasn(BUDI), siasn(WATI)]))
    assert [f"3:nik:{BUDI.nik}", f"4:{BUDI.nip}"] in kelompok(ruang)
    assert [f"3:nik:{WATI.nik}", f"4:{WATI.nip}"] in kelompok(ruang)


def test_a_pppk_who_became_pns_is_one_person_with_two_lawful_numbers(ruang: Ruang) -> None:
    pppk = BUDI.nip[:8] + "202221" + BUDI.nip[14:]
    desa = Desa()
    desa.siasn.append(
        siasn(BUDI) | {"nip_baru": pppk, "kedudukan_hukum_nama": "Diberhentikan", "jenis_pegawai_nama": "PPPK"}
    )
    for rows in (*desa.pmm.values(), desa.dapodik):
        for row in rows:
            if row["nip"] == BUDI.nip:
                row["nip"] = pppk
    ruang.kerjakan(desa)
    assert "N6" not in {kode for kode, _ in ruang.temuan()}
    assert "N7" not in {kode for kode, _ in ruang.temuan()}
    persons = ruang.semua("SELECT DISTINCT orang_id FROM akun WHERE nip = ANY(%s)", [[BUDI.nip, pppk]])
    assert len(persons) == 1
    assert ruang.rekap().seimbang is True


def test_whoever_stands_at_two_schools_is_one_person(ruang: Ruang) -> None:
    padu(
        ruang,
        ("dapodik", [dapodik(BUDI), dapodik(BUDI) | {"npsn": DUA.npsn, "sekolah": DUA.nama}]),
        ("siasn", [siasn(BUDI)]),
    )
    assert len(kelompok(ruang)) == 1


def test_an_unreadable_nip_is_kept_under_the_nik(ruang: Ruang) -> None:
    padu(ruang, ("siasn", [siasn(BUDI)]), ("pmm", [pegawai(BUDI) | {"nip": "1.98201012006012E+17"}]))
    assert kelompok(ruang) == [[f"1:nik:{BUDI.nik}", f"4:{BUDI.nip}"]]
    assert "N2" in ruang.kode(BUDI)


def test_a_mended_nip_closes_n3(ruang: Ruang) -> None:
    rusak = Desa()
    for rows in (*rusak.pmm.values(), rusak.dapodik):
        for row in rows:
            if row["nip"] == BUDI.nip:
                row["nip"] = LAIN
    ruang.kerjakan(rusak)
    assert "N3" in ruang.kode(BUDI)
    ruang.kerjakan(Desa("2025-01-08"))
    assert ruang.temuan() == set()
    assert ruang.rekap().total == ruang.rekap().keadaan["selaras"] == 36


def test_who_left_the_list_of_siasn_has_no_account_any_more(ruang: Ruang) -> None:
    desa = Desa()
    desa.tanpa_ekinerja(EKO)
    ruang.kerjakan(desa)
    assert "N6" not in ruang.kode(EKO)
    later = Desa("2025-01-08")
    later.tanpa_ekinerja(EKO)
    later.siasn = [row for row in later.siasn if row["nip_baru"] != EKO.nip]
    ruang.kerjakan(later)
    assert "N6" in ruang.kode(EKO)


def test_nobody_of_the_village_is_linked_by_another_rule_than_his_nip(desa: Ruang) -> None:
    assert desa.semua("SELECT DISTINCT link_rule FROM akun ORDER BY 1") == [(0,), (1,)]
    assert desa.angka("SELECT count(DISTINCT orang_id) FROM akun") == 6


def test_a_nip_mended_in_pmm_lets_the_old_number_step_back(ruang: Ruang) -> None:
    def berkas(nip: str) -> tuple[tuple[str, list[Baris]], ...]:
        berdua = [pegawai(BUDI) | {"nip": nip}, pegawai(WATI)]
        return (("pmm", berdua), ("skp", [skp(BUDI) | {"nip": nip, "skp_id": ""}, skp(WATI) | {"skp_id": ""}]))

    padu(ruang, ("siasn", [siasn(BUDI), siasn(WATI)]), *berkas(LAIN))
    assert ruang.kode(BUDI) == {"N3"}
    padu(ruang, *berkas(BUDI.nip))
    assert ruang.kode(BUDI) == set()
    assert ruang.angka("SELECT count(*) FROM entry WHERE kind = 2 AND source_id IS NOT NULL") == 2
    assert (
        ruang.angka("SELECT count(*) FROM record_old") + ruang.angka("SELECT count(*) FROM record WHERE gone_batch > 0")
        > 0
    )


def test_a_mended_nip_that_comes_back_is_there_again(ruang: Ruang) -> None:
    salah, benar = pegawai(BUDI) | {"nip": LAIN}, pegawai(BUDI)
    padu(ruang, ("siasn", [siasn(BUDI), siasn(WATI)]), ("pmm", [salah, pegawai(WATI)]))
    padu(ruang, ("pmm", [benar, pegawai(WATI)]))
    padu(ruang, ("pmm", [salah, pegawai(WATI) | {"golongan": "III/d"}]))
    assert ruang.kode(BUDI) >= {"N3"}

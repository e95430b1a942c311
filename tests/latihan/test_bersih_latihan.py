"""A clean district: everything transferred, both sides equal, and still the people who are often misjudged."""

from __future__ import annotations

from latihan.bacaan import Folder


def test_the_key_of_a_clean_district_is_empty(bersih: Folder) -> None:
    assert bersih.kunci["kendala"] == {}
    assert bersih.kunci["akibat"] == {}


def test_both_sides_hold_the_same_ratings_from_the_same_superior(bersih: Folder) -> None:
    pmm = {
        (r["nip"], r["angka_periodik"] or "T", r["hasil_kerja"], r["perilaku_kerja"], r["predikat"], r["nip_penilai"])
        for r in bersih.pmm("penilaian")
        if r["status"] == "terkirim"
    }
    sana = {
        (r["nip"], tw, r["hasil_kerja"], r["perilaku_kerja"], r["hasil_akhir"], r["pegawai_atasan_nip"])
        for tw in "1234T"
        for r in bersih.penilaian(tw)
        if r["skp_jabatan"].startswith(("Guru", "Kepala"))
    }
    assert pmm == sana
    assert len(pmm) == len(bersih.pmm("penilaian"))


def test_both_sides_hold_the_same_skp_for_the_same_days(bersih: Folder) -> None:
    kolom = ("nip", "periode_awal", "periode_akhir")
    guru = [r for r in bersih.skp() if r["skp_jabatan"].startswith(("Guru", "Kepala"))]
    assert sorted(tuple(r[k] for k in kolom) for r in guru) == sorted(
        tuple(r[k] for k in kolom) for r in bersih.pmm("skp")
    )
    assert {r["status"] for r in bersih.pmm("skp")} == {"Disepakati"}
    assert {r["skp_status"] for r in bersih.skp()} == {"persetujuan"}


def test_pmm_dapodik_and_siasn_agree_on_everybody(bersih: Folder) -> None:
    npsn = {b[0]: b[2] for b in bersih.lines("unor-npsn.csv")[1:]}
    pmm = {(r["nip"], r["nik"], r["jabatan"], r["golongan"], r["npsn"]) for r in bersih.pmm("pegawai")}
    siasn = {
        (r["NIP BARU"], r["NIK"], r["JABATAN NAMA"], r["GOL AKHIR NAMA"], npsn[r["UNOR ID"]])
        for r in bersih.siasn()
        if r["UNOR ID"] in npsn and r["JABATAN NAMA"] != "Pengadministrasi Umum"
    }
    assert pmm == siasn
    assert len(pmm) == 300
    dapodik = {
        (r["NIP"], r["NPSN"]) for r in bersih.dapodik() if r["Jenis PTK"].startswith(("Guru", "Kepala")) and r["NIP"]
    }
    assert dapodik == {(p[0], p[4]) for p in pmm}


def test_every_school_has_one_active_unit_and_one_head(bersih: Folder) -> None:
    peta = bersih.lines("unor-npsn.csv")[1:]
    assert len({b[2] for b in peta}) == len(peta) == 14
    assert {b[4] for b in peta} == {"1"}
    kepala = [r["npsn"] for r in bersih.pmm("pegawai") if r["jabatan"] == "Kepala Sekolah"]
    assert len(kepala) == len(set(kepala)) == 14


def test_rotations_a_june_start_and_people_outside_the_scope_are_still_there(bersih: Folder) -> None:
    biasa = bersih.kunci["catatan"]["tanpa_temuan"]
    assert biasa["mutasi"]
    assert biasa["pppk_juni"]
    assert biasa["kepala_berganti"]
    assert bersih.kunci["di_luar_cakupan"] == {"tenaga_kependidikan": 14, "honorer": 14, "opd_lain": 4}
    assert not (bersih.path / "log-sinkronisasi.csv").exists()

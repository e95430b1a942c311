"""The key says what the SKP and ratings show: each damage is found again by reading the cells."""

from __future__ import annotations

from collections import Counter

from latihan.bacaan import Folder, by_nip, cell, sekolah_kunci

SEMUA = "A1 D1 G1 G2 J1 K1 L0 L1 N1 N2 N3 N4 N5 N6 N7 R1 R2 R3 R4 S1 S2 S3 S4 S5 S6 S7 S8 S9 T1 U1 U2 U3 U4 X1"


def test_it_counts_what_the_files_hold(keduanya: tuple[Folder, Folder]) -> None:
    for f in keduanya:
        assert {t: len(f.pmm(t)) for t in f.kunci["pmm"]} == f.kunci["pmm"]
        assert len(f.skp()) == f.kunci["laporan_skp"]
        for tw in "1234T":
            assert len(f.penilaian(tw)) == f.kunci["laporan_penilaian"]["tahunan" if tw == "T" else tw]


def test_it_has_every_damage_that_was_asked_for_and_no_other(enam_januari: Folder) -> None:
    assert set(enam_januari.kunci["kendala"]) == set(SEMUA.split())
    assert all(enam_januari.kunci["kendala"].values())


def test_it_gives_every_damage_its_own_people(enam_januari: Folder) -> None:
    orang = [n for k, semua in enam_januari.kunci["kendala"].items() if k != "S8" for n in semua if len(n) == 18]
    assert max(Counter(orang).values()) == 1


def test_s1_and_t1_people_have_no_skp_in_pmm(enam_januari: Folder) -> None:
    punya = {r["nip"] for r in enam_januari.pmm("skp")}
    tanpa = {r["nip"] for r in enam_januari.pmm("pegawai") if r["nip"]} - punya
    assert tanpa == set(enam_januari.kode("S1")) | set(enam_januari.kode("T1"))


def test_s2_is_whatever_is_not_agreed_and_s3_is_agreed_on_the_day_itself(enam_januari: Folder) -> None:
    skp = enam_januari.pmm("skp")
    assert sorted(r["nip"] for r in skp if r["status"] != "Disepakati") == enam_januari.kode("S2")
    assert sorted(r["nip"] for r in skp if r["tanggal_disepakati"] == "2025-01-06") == enam_januari.kode("S3")


def test_s7_people_are_agreed_and_absent_from_the_report(enam_januari: Folder) -> None:
    f = enam_januari
    ekinerja = {r["nip"] for r in f.skp()}
    agreed = {r["nip"] for r in f.pmm("skp") if r["status"] == "Disepakati" and r["nip"]}
    lain = {n for k in ("S3", "L1", "N6", "X1", "N2") for n in f.kode(k)} | set(
        f.kunci["catatan"]["N3_nip_di_pmm"].values()
    )
    assert sorted(agreed - ekinerja - lain - sekolah_kunci(f, "S4")) == f.kode("S7")


def test_s8_people_lack_triwulan_3_and_4_only_and_nothing_holds_them_up(enam_januari: Folder) -> None:
    f = enam_januari
    ada = {tw: {r["nip"] for r in f.penilaian(tw)} for tw in "1234T"}
    kirim = by_nip([r for r in f.pmm("penilaian") if r["status"] == "terkirim"])
    tekan = {
        n for n in ada["1"] & ada["2"] & ada["T"] - ada["3"] - ada["4"] if isinstance(n, str) and len(kirim[n]) == 5
    }
    assert sorted(tekan - sekolah_kunci(f, "U1", "U2", "U3", "K1") - set(f.kode("L0"))) == f.kode("S8")


def test_s9_is_the_status_in_the_report(enam_januari: Folder) -> None:
    belum = [r["nip"] for r in enam_januari.skp() if r["skp_status"] != "persetujuan"]
    assert sorted(belum) == enam_januari.kode("S9")


def test_r1_r2_r3_r4_are_in_the_pmm_ratings(enam_januari: Folder) -> None:
    f, dikenal = enam_januari, ("Diatas Ekspektasi", "Sesuai Ekspektasi", "Dibawah Ekspektasi")
    nilai = f.pmm("penilaian")
    angka = {nip: {r["angka_periodik"] for r in rows} for nip, rows in by_nip(nilai).items()}
    assert sorted(n for n, a in angka.items() if a == {"1", "2"}) == f.kode("R1")
    assert sorted(r["nip"] for r in nilai if r["status"] != "terkirim") == f.kode("R2")
    assert sorted(r["nip"] for r in nilai if r["hasil_kerja"] not in dikenal) == f.kode("R4")
    salah = [r["nip"] for r in nilai if r["hasil_kerja"] in dikenal and r["predikat"] != cell(r)]
    assert sorted(salah) == f.kode("R3")


def test_d1_a1_and_g2_are_the_only_differences_between_the_sides(enam_januari: Folder) -> None:
    f = enam_januari
    pmm = {(r["nip"], r["angka_periodik"] or "T"): r for r in f.pmm("penilaian")}
    beda: dict[str, set[str]] = {"nilai": set(), "atasan": set()}
    for tw in "1234T":
        for r in f.penilaian(tw):
            p = pmm.get((r["nip"], tw))
            if p and (r["hasil_kerja"], r["hasil_akhir"]) != (p["hasil_kerja"], p["predikat"]):
                beda["nilai"].add(r["nip"])
            if p and r["pegawai_atasan_nip"] != p["nip_penilai"]:
                beda["atasan"].add(r["nip"])
    assert sorted(beda["nilai"] - set(f.kode("G2"))) == f.kode("D1")
    assert sorted(beda["atasan"]) == f.kode("A1")


def test_g1_is_an_equal_row_twice_and_g2_the_same_key_with_other_content(enam_januari: Folder) -> None:
    f = enam_januari
    skp = Counter(tuple(r.values()) for r in f.skp())
    assert sorted(isi[2] for isi, n in skp.items() if n > 1) == f.kode("G1")
    beda = {nip: {tuple(r.values()) for r in rows} for nip, rows in by_nip(f.penilaian("1")).items()}
    assert sorted(nip for nip, isi in beda.items() if len(isi) > 1) == f.kode("G2")


def test_s5_has_half_a_year_in_the_report_and_the_lawful_rotations_a_whole_one(enam_januari: Folder) -> None:
    f = enam_januari
    akhir = {n: sorted(r["periode_awal"] for r in rows if not r["is_plt_plh"]) for n, rows in by_nip(f.skp()).items()}
    tanpa_awal = {n for n, hari in akhir.items() if hari and hari[0] != "2024-01-01"}
    assert sorted(tanpa_awal - set(f.kunci["catatan"]["tanpa_temuan"]["pppk_juni"])) == f.kode("S5")
    for nip in f.kunci["catatan"]["tanpa_temuan"]["mutasi"]:
        assert akhir[nip] == ["2024-01-01", "2024-07-01"]

"""The key says what the files show: every damage is found again here by reading the cells, not by asking the plan."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from latihan.conftest import Folder

Row = dict[str, Any]


def by_nip(rows: list[Row], kolom: str = "nip") -> dict[Any, list[Row]]:
    hasil: dict[Any, list[Row]] = {}
    for row in rows:
        hasil.setdefault(row[kolom], []).append(row)
    return hasil


def guru_siasn(f: Folder) -> dict[str, Row]:
    return {r["NIP BARU"]: r for r in f.siasn() if r["JABATAN NAMA"].startswith(("Guru", "Kepala Sekolah"))}


def npsn_of_unor(f: Folder) -> dict[str, str]:
    return {b[0]: b[2] for b in f.lines("unor-npsn.csv")[1:]}


def sekolah_kunci(f: Folder, *kode: str) -> set[str]:
    return {nip for k in kode for npsn in f.kode(k) for nip in f.kunci["catatan"]["tertahan_sekolah"][npsn]}


def test_it_counts_what_the_files_hold(keduanya: tuple[Folder, Folder]) -> None:
    for f in keduanya:
        assert {t: len(f.pmm(t)) for t in f.kunci["pmm"]} == f.kunci["pmm"]
        assert len(f.skp()) == f.kunci["laporan_skp"]
        for tw in "1234T":
            assert len(f.penilaian(tw)) == f.kunci["laporan_penilaian"]["tahunan" if tw == "T" else tw]


def test_it_has_every_damage_that_was_asked_for_and_no_other(enam_januari: Folder) -> None:
    assert set(enam_januari.kunci["kendala"]) == set(
        "A1 D1 G1 G2 J1 K1 L0 L1 N1 N2 N3 N4 N5 N6 N7 R1 R2 R3 R4 S1 S2 S3 S4 S5 S6 S7 S8 S9 T1 U1 U2 U3 U4 X1".split()
    )
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
    lain = {n for k in ("S3", "L1", "N6", "X1", "N2") for n in f.kode(k)} | set(f.kunci["catatan"]["N3_nip_di_pmm"].values())
    assert sorted(agreed - ekinerja - lain - sekolah_kunci(f, "S4")) == f.kode("S7")


def test_s8_people_lack_triwulan_3_and_4_only_and_nothing_holds_them_up(enam_januari: Folder) -> None:
    f = enam_januari
    ada = {tw: {r["nip"] for r in f.penilaian(tw)} for tw in "1234T"}
    kirim = by_nip([r for r in f.pmm("penilaian") if r["status"] == "terkirim"])
    tekan = {n for n in ada["1"] & ada["2"] & ada["T"] - ada["3"] - ada["4"] if isinstance(n, str) and len(kirim[n]) == 5}
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


def cell(row: Row) -> str:
    hasil, perilaku = row["hasil_kerja"].split()[0], row["perilaku_kerja"].split()[0]
    if perilaku == "Dibawah":
        return "Sangat Kurang" if hasil == "Dibawah" else "Kurang/Misconduct"
    if hasil == "Dibawah":
        return "Butuh Perbaikan"
    return "Sangat Baik" if hasil == perilaku == "Diatas" else "Baik"


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


def test_n2_is_a_number_in_the_report_and_nobody_else_is(enam_januari: Folder) -> None:
    nama = [r["nama"] for r in enam_januari.skp() if isinstance(r["nip"], float)]
    assert sorted(nama) == sorted(enam_januari.kunci["catatan"]["N2_nama"].values())
    assert sorted(enam_januari.kunci["catatan"]["N2_nama"]) == enam_januari.kode("N2")


def test_n1_n3_n5_n6_n7_are_seen_by_nip_and_nik(enam_januari: Folder) -> None:
    f, siasn = enam_januari, guru_siasn(enam_januari)
    nik = {r["NIK"]: nip for nip, r in siasn.items()}
    pmm = f.pmm("pegawai")
    assert sorted(nik[r["nik"]] for r in pmm if not r["nip"]) == f.kode("N1")
    banyak = Counter(r["nip"] for r in pmm if r["nip"])
    assert sorted(n for n, b in banyak.items() if b > 1) == f.kode("N5")
    lain = [nik[r["nik"]] for r in pmm if r["nip"] and banyak[r["nip"]] == 1 and nik.get(r["nik"], r["nip"]) != r["nip"]]
    assert sorted(lain) == f.kode("N3")
    assert sorted(r["nip"] for r in pmm if r["nip"] and r["nik"] not in nik) == f.kode("N6")
    assert sorted(set(siasn) - {nik.get(r["nik"]) for r in pmm}) == f.kode("N7")


def test_n4_is_where_nip_and_nik_disagree(enam_januari: Folder) -> None:
    def setuju(nip: str, nik: str) -> bool:
        hari = int(nip[6:8]) + (40 if nip[14] == "2" else 0)
        return nik[6:12] == f"{hari:02d}{nip[4:6]}{nip[2:4]}"

    beda = [nip for nip, r in guru_siasn(enam_januari).items() if not setuju(nip, r["NIK"])]
    assert sorted(beda) == enam_januari.kode("N4")


def test_u_codes_are_in_the_map_and_u4_in_the_unit_of_the_person(enam_januari: Folder) -> None:
    f, peta = enam_januari, enam_januari.lines("unor-npsn.csv")[1:]
    banyak = Counter(b[2] for b in peta if b[2])
    assert [n for n, b in banyak.items() if b > 1] == f.kode("U3")
    assert [b[2] for b in peta if b[4] == "0"] == f.kode("U2")
    assert sum(not b[2] for b in peta) == len(f.kode("U1")) == 1
    npsn, unor = npsn_of_unor(f), {nip: r["UNOR ID"] for nip, r in guru_siasn(f).items()}
    beda = [r["nip"] for r in f.pmm("pegawai") if r["nip"] in unor and npsn[unor[r["nip"]]] not in ("", r["npsn"])]
    assert sorted(beda) == f.kode("U4")


def test_k1_has_no_head_anywhere_and_s4_a_head_without_skp(enam_januari: Folder) -> None:
    f = enam_januari
    kepala = {r["npsn"]: r["nip"] for r in f.pmm("pegawai") if r["jabatan"] == "Kepala Sekolah"}
    acting = {r["npsn"] for r in f.pmm("skp") if r["plt"] == "1"}
    semua = {r["npsn"] for r in f.pmm("pegawai")}
    assert sorted(semua - set(kepala) - acting) == f.kode("K1")
    ekinerja = {r["nip"] for r in f.skp()}
    assert [npsn for npsn, nip in kepala.items() if nip not in ekinerja] == f.kode("S4")
    assert not sekolah_kunci(f, "S4") & ekinerja


def test_s5_has_half_a_year_in_the_report_and_the_lawful_rotations_a_whole_one(enam_januari: Folder) -> None:
    f = enam_januari
    akhir = {n: sorted(r["periode_awal"] for r in rows if not r["is_plt_plh"]) for n, rows in by_nip(f.skp()).items()}
    tanpa_awal = {n for n, hari in akhir.items() if hari and hari[0] != "2024-01-01"}
    assert sorted(tanpa_awal - set(f.kunci["catatan"]["tanpa_temuan"]["pppk_juni"])) == f.kode("S5")
    for nip in f.kunci["catatan"]["tanpa_temuan"]["mutasi"]:
        assert akhir[nip] == ["2024-01-01", "2024-07-01"]


def test_s6_j1_t1_x1_are_in_their_columns(enam_januari: Folder) -> None:
    f, siasn = enam_januari, guru_siasn(enam_januari)
    assert sorted(r["nip"] for r in f.skp() if r["is_plt_plh"]) == f.kode("S6")
    pmm = {r["nip"]: r for r in f.pmm("pegawai")}
    assert sorted(n for n, r in pmm.items() if n in siasn and siasn[n]["JABATAN NAMA"] != r["jabatan"]) == f.kode("J1")
    boleh = ("Guru Kelas", "Guru Mapel", "Kepala Sekolah", "Tenaga Administrasi Sekolah")
    assert sorted(r["NIP"] for r in f.dapodik() if r["Jenis PTK"] not in boleh) == f.kode("T1")
    assert sorted(n for n, r in siasn.items() if r["KEDUDUKAN HUKUM NAMA"] != "Aktif") == f.kode("X1")


def test_the_log_shows_the_five_messages_for_those_whose_data_show_the_cause(enam_januari: Folder) -> None:
    f, log = enam_januari, enam_januari.lines("log-sinkronisasi.csv")
    assert log[0] == ["NIP", "Nama", "Pesan", "Waktu"]
    siapa = {pesan: {b[0] for b in log[1:] if b[2] == pesan} for pesan in {b[2] for b in log[1:]}}
    cari = {awal: next(p for p in siapa if p.startswith(awal)) for awal in ("Tombol", "Pegawai", "Data Unit", "Data SKP", "Unor", "Proses")}
    assert siapa[cari["Tombol"]] == set(f.kode("N3"))
    assert siapa[cari["Pegawai"]] == {*f.kode("S1"), *f.kode("S2"), *f.kode("L1")}
    assert siapa[cari["Proses"]] == set(f.kode("L0"))
    for awal, kode in (("Data Unit", "U2"), ("Data SKP", "S4"), ("Unor", "U1")):
        assert siapa[cari[awal]] <= sekolah_kunci(f, kode)
    assert len(siapa) == 6


@pytest.mark.parametrize(("jenis", "kata"), [("honorer", "Honor"), ("tenaga_kependidikan", "Administrasi")])
def test_people_outside_the_scope_are_there_and_in_no_finding(enam_januari: Folder, jenis: str, kata: str) -> None:
    f = enam_januari
    luar = [r for r in f.dapodik() if kata in r["Status Kepegawaian"] + r["Jenis PTK"]]
    assert len(luar) == f.kunci["di_luar_cakupan"][jenis]
    assert not {r["NIP"] for r in luar} & {n for semua in f.kunci["kendala"].values() for n in semua}


def test_nurses_of_another_opd_stand_in_the_list_and_in_the_reports(enam_januari: Folder) -> None:
    perawat = {r["NIP BARU"] for r in enam_januari.siasn() if r["UNOR INDUK NAMA"] == "DINAS KESEHATAN"}
    assert len(perawat) == enam_januari.kunci["di_luar_cakupan"]["opd_lain"]
    assert perawat == {r["nip"] for r in enam_januari.skp() if r["skp_jabatan"] == "Perawat"}

"""The key says what the lists of people and units show: each damage is found again by reading the cells."""

from __future__ import annotations

from collections import Counter

import pytest

from latihan.bacaan import Folder, guru_siasn, npsn_of_unor, sekolah_kunci


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
    lain = [
        nik[r["nik"]] for r in pmm if r["nip"] and banyak[r["nip"]] == 1 and nik.get(r["nik"], r["nip"]) != r["nip"]
    ]
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


def test_s6_j1_t1_x1_are_in_their_columns(enam_januari: Folder) -> None:
    f, siasn = enam_januari, guru_siasn(enam_januari)
    assert sorted(r["nip"] for r in f.skp() if r["is_plt_plh"]) == f.kode("S6")
    pmm = {r["nip"]: r for r in f.pmm("pegawai")}
    satu = siasn.keys() & pmm.keys() - set(f.kode("N5"))
    assert sorted(n for n in satu if siasn[n]["JABATAN NAMA"] != pmm[n]["jabatan"]) == f.kode("J1")
    boleh = ("Guru Kelas", "Guru Mapel", "Kepala Sekolah", "Tenaga Administrasi Sekolah")
    assert sorted(r["NIP"] for r in f.dapodik() if r["Jenis PTK"] not in boleh) == f.kode("T1")
    assert sorted(n for n, r in siasn.items() if r["KEDUDUKAN HUKUM NAMA"] != "Aktif") == f.kode("X1")


def test_the_log_shows_the_five_messages_for_those_whose_data_show_the_cause(enam_januari: Folder) -> None:
    f, log = enam_januari, enam_januari.lines("log-sinkronisasi.csv")
    assert log[0] == ["NIP", "Nama", "Pesan", "Waktu"]
    siapa = {pesan: {b[0] for b in log[1:] if b[2] == pesan} for pesan in {b[2] for b in log[1:]}}
    awalan = ("Tombol", "Pegawai", "Data Unit", "Data SKP", "Unor", "Proses")
    cari = {awal: next(p for p in siapa if p.startswith(awal)) for awal in awalan}
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

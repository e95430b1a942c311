"""One damage, one code: each check on a village in which nothing else is wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from jobs.desa import BUDI, DEWI, DUA, EKO, SARI, SATU, TONO, WATI, Desa, Orang, dapodik, log, skp, skp_ek
from jobs.ruang import Ruang

Ubah = Callable[[Desa], object]
LAIN = BUDI.nip[:-1] + "7"


def semua_baris(d: Desa, o: Orang, **changes: str) -> None:
    """Change every row that PMM and Dapodik have of a person."""
    for rows in (*d.pmm.values(), d.dapodik):
        for row in rows:
            if row["nip"] == o.nip:
                row.update({key: value for key, value in changes.items() if key in row})


def tanpa_kepala_dua(d: Desa) -> None:
    d.tanpa_pmm(TONO)
    d.siasn = [r for r in d.siasn if r["nip_baru"] != TONO.nip]
    d.dapodik = [r for r in d.dapodik if r["nip"] != TONO.nip]
    d.tanpa_ekinerja(TONO)


def pindah_unor(d: Desa, o: Orang, unor: str, nama: str) -> None:
    d.pilih(d.siasn, o).update(unor_id=unor, unor_nama=nama)
    d.pilih(d.laporan_skp, o)["skp_unor"] = nama
    for tw in d.laporan_nilai:
        d.nilai_ek(o, tw).update(skp_unor_id=unor, skp_unor=nama)


@dataclass
class Kasus:
    ubah: Ubah
    temuan: set[tuple[str, str]]
    keadaan: dict[tuple[Orang, str], tuple[str, str | None]] = field(default_factory=dict)


def lambda_all(*steps: Ubah) -> Ubah:
    def apply(d: Desa) -> None:
        for step in steps:
            step(d)

    return apply


B = BUDI.nip
KASUS: dict[str, Kasus] = {
    "N1 no NIP": Kasus(
        lambda_all(lambda d: semua_baris(d, BUDI, nip=""), lambda d: d.tanpa_ekinerja(BUDI, "4")),
        {("N1", B)},
    ),
    "N3 two NIPs": Kasus(lambda d: semua_baris(d, BUDI, nip=LAIN), {("N3", B)}, {(BUDI, "4"): ("selaras", None)}),
    "N4 NIP against NIK": Kasus(
        lambda d: [
            row.update(nik=row["nik"][:6] + "410201" + row["nik"][12:])
            for row in (d.pilih(d.pmm["pegawai"], BUDI), d.pilih(d.dapodik, BUDI), d.pilih(d.siasn, BUDI))
        ],
        {("N4", B)},
        {(BUDI, "4"): ("selaras", None)},
    ),
    "N6 no account": Kasus(
        lambda_all(lambda d: d.tanpa_ekinerja(BUDI), lambda d: d.siasn.remove(d.pilih(d.siasn, BUDI))),
        {("N6", B)},
        {(BUDI, ""): ("terblokir", "N6")},
    ),
    "N7 not in PMM": Kasus(
        lambda_all(lambda d: d.tanpa_pmm(BUDI), lambda d: d.dapodik.remove(d.pilih(d.dapodik, BUDI))),
        {("N7", B)},
        {(BUDI, "4"): ("menunggu", "N7")},
    ),
    "U1 school without unit": Kasus(lambda d: d.peta[1].update(npsn=""), {("U1", DUA.npsn)}),
    "U2 inactive unit": Kasus(lambda d: d.peta[1].update(aktif="0"), {("U2", DUA.npsn)}),
    "U3 two units": Kasus(
        lambda d: d.peta.append(d.peta[1] | {"unor_id": SATU.unor[:-1] + "9", "nama_unor": "SDN 2 Desa Lama"}),
        {("U3", DUA.npsn)},
    ),
    "U4 another school": Kasus(
        lambda_all(lambda d: pindah_unor(d, BUDI, DUA.unor, DUA.nama), lambda d: d.tanpa_ekinerja(BUDI, "4")),
        {("U4", B)},
        {(BUDI, "4"): ("terblokir", "U4")},
    ),
    "S1 no SKP in PMM": Kasus(
        lambda_all(lambda d: d.tanpa_pmm(BUDI, "skp", "penilaian"), lambda d: d.tanpa_ekinerja(BUDI)),
        {("S1", B)},
        {(BUDI, ""): ("menunggu", "S1"), (BUDI, "4"): ("menunggu", "S1")},
    ),
    "S2 not agreed": Kasus(
        lambda_all(
            lambda d: d.pilih(d.pmm["skp"], BUDI).update(status="Diajukan"),
            lambda d: d.tanpa_pmm(BUDI, "penilaian"),
            lambda d: d.tanpa_ekinerja(BUDI),
        ),
        {("S2", B)},
        {(BUDI, ""): ("menunggu", "S2")},
    ),
    "S3 agreed today": Kasus(
        lambda_all(
            lambda d: d.pilih(d.pmm["skp"], BUDI).update(tanggal_disepakati="2025-01-06"),
            lambda d: d.tanpa_ekinerja(BUDI),
        ),
        {("S3", B)},
        {(BUDI, ""): ("menunggu", "S3")},
    ),
    "S4 head without SKP": Kasus(
        lambda_all(lambda d: d.tanpa_ekinerja(TONO), lambda d: d.tanpa_ekinerja(DEWI)),
        {("S4", DUA.npsn), ("S7", TONO.nip)} - {("S7", TONO.nip)},
        {(DEWI, ""): ("terblokir", "S4"), (TONO, ""): ("siap", "S4"), (EKO, "4"): ("selaras", None)},
    ),
    "S5 a hole": Kasus(lambda d: d.pilih(d.laporan_skp, BUDI).update(periode_awal="2024-03-01"), {("S5", B)}),
    "S6 Plt": Kasus(
        lambda d: (
            d.laporan_skp.append(skp_ek(SARI) | {"skp_id": "plt", "is_plt_plh": "1", "skp_unor": DUA.nama}),
            d.pmm["skp"].append(skp(SARI) | {"skp_id": "plt", "plt": "1", "npsn": DUA.npsn}),
        ),
        {("S6", SARI.nip)},
        {(SARI, ""): ("selaras", None)},
    ),
    "S7 press SKP": Kasus(
        lambda d: d.tanpa_ekinerja(BUDI), {("S7", B)}, {(BUDI, ""): ("siap", "S7"), (BUDI, "1"): ("siap", "S7")}
    ),
    "S8 press rating": Kasus(lambda d: d.tanpa_ekinerja(BUDI, "4"), {("S8", B)}, {(BUDI, "4"): ("siap", "S8")}),
    "S9 not approved there": Kasus(
        lambda_all(
            lambda d: d.pilih(d.laporan_skp, BUDI).update(skp_status="diajukan"), lambda d: d.tanpa_ekinerja(BUDI, "4")
        ),
        {("S9", B)},
        {(BUDI, ""): ("menunggu", "S9"), (BUDI, "4"): ("menunggu", "S9")},
    ),
    "K1 no head": Kasus(tanpa_kepala_dua, {("K1", DUA.npsn)}),
    "K2 two heads": Kasus(
        lambda d: (d.pilih(d.pmm["pegawai"], EKO).update(jabatan="Kepala Sekolah"),), {("K2", DUA.npsn)}
    ),
    "T1 Jenis PTK": Kasus(
        lambda_all(
            lambda d: d.pilih(d.dapodik, BUDI).update(jenis_ptk="Laboran"),
            lambda d: d.tanpa_pmm(BUDI, "skp", "penilaian"),
            lambda d: d.tanpa_ekinerja(BUDI),
        ),
        {("T1", B), ("S1", B)},
        {(BUDI, ""): ("terblokir", "T1")},
    ),
    "T2 two schools": Kasus(
        lambda d: (
            d.dapodik.append(dapodik(BUDI) | {"npsn": DUA.npsn, "sekolah": DUA.nama, "induk": "1"}),
            d.pilih(d.dapodik, BUDI).update(induk="1"),
        ),
        {("T2", B)},
    ),
    "A1 another rater": Kasus(
        lambda d: d.nilai_ek(BUDI, "4").update(pegawai_atasan_nip=TONO.nip),
        {("A1", B)},
        {(BUDI, "4"): ("terblokir", "A1")},
    ),
    "J1 golongan": Kasus(
        lambda d: d.pilih(d.siasn, BUDI).update(gol_akhir_nama="III/d"), {("J1", B)}, {(BUDI, "4"): ("selaras", None)}
    ),
    "R1 not rated": Kasus(
        lambda_all(lambda d: d.pmm["penilaian"].remove(d.nilai(BUDI, "4")), lambda d: d.tanpa_ekinerja(BUDI, "4")),
        {("R1", B)},
        {(BUDI, "4"): ("menunggu", "R1")},
    ),
    "R1 a draft": Kasus(
        lambda_all(lambda d: d.nilai(BUDI, "4").update(status="draf"), lambda d: d.tanpa_ekinerja(BUDI, "4")),
        {("R1", B)},
    ),
    "R2 not sent": Kasus(
        lambda_all(lambda d: d.nilai(BUDI, "4").update(status="ditetapkan"), lambda d: d.tanpa_ekinerja(BUDI, "4")),
        {("R2", B)},
        {(BUDI, "4"): ("menunggu", "R2")},
    ),
    "R3 against the matrix": Kasus(
        lambda_all(lambda d: d.nilai(BUDI, "4").update(predikat="Sangat Baik"), lambda d: d.tanpa_ekinerja(BUDI, "4")),
        {("R3", B)},
        {(BUDI, "4"): ("terblokir", "R3")},
    ),
    "R3 in what e-Kinerja accepted": Kasus(
        lambda d: [
            d.nilai(BUDI, "4").update(
                predikat="Sangat Baik", hasil_kerja="Diatas Ekspektasi", perilaku_kerja="Diatas Ekspektasi"
            ),
            d.nilai_ek(BUDI, "4").update(
                hasil_akhir="Sangat Baik", hasil_kerja="Diatas Ekspektasi", perilaku_kerja="Diatas Ekspektasi"
            ),
            d.nilai_ek(WATI, "4").update(hasil_akhir="Sangat Baik"),
        ],
        {("R3", WATI.nip), ("D1", WATI.nip)},
        {(BUDI, "4"): ("selaras", None), (WATI, "4"): ("berbeda", "D1")},
    ),
    "R4 unknown rating": Kasus(
        lambda_all(lambda d: d.nilai(BUDI, "4").update(hasil_kerja="Bagus"), lambda d: d.tanpa_ekinerja(BUDI, "4")),
        {("R4", B)},
        {(BUDI, "4"): ("terblokir", "R4")},
    ),
    "D1 another value": Kasus(
        lambda d: d.nilai_ek(BUDI, "4").update(hasil_akhir="Butuh Perbaikan", hasil_kerja="Dibawah Ekspektasi"),
        {("D1", B)},
        {(BUDI, "4"): ("berbeda", "D1"), (BUDI, "3"): ("selaras", None)},
    ),
    "G1 twice": Kasus(
        lambda d: d.laporan_nilai["1"].append(dict(d.nilai_ek(BUDI, "1"))),
        {("G1", B)},
        {(BUDI, "1"): ("selaras", None)},
    ),
    "G2 contradicting": Kasus(
        lambda d: d.laporan_nilai["1"].append(d.nilai_ek(BUDI, "1") | {"hasil_akhir": "Sangat Baik"}),
        {("G2", B)},
        {(BUDI, "1"): ("terblokir", "G2"), (BUDI, "2"): ("selaras", None)},
    ),
    "L0 unknown message": Kasus(
        lambda_all(lambda d: d.tanpa_ekinerja(BUDI, "4"), lambda d: d.log.append(log(BUDI, "Kode ajaib 77"))),
        {("L0", B)},
        {(BUDI, "4"): ("ditolak", "L0")},
    ),
    "L1 refused what we call ready": Kasus(
        lambda_all(
            lambda d: d.tanpa_ekinerja(BUDI), lambda d: d.log.append(log(BUDI, "Pegawai belum membuat SKP di PMM"))
        ),
        {("L1", B)},
        {(BUDI, ""): ("ditolak", "L1")},
    ),
    "X1 retired": Kasus(
        lambda_all(
            lambda d: d.pilih(d.siasn, BUDI).update(kedudukan_hukum_nama="Pensiun"), lambda d: d.tanpa_ekinerja(BUDI)
        ),
        {("X1", B)},
        {(BUDI, ""): ("menunggu", "X1")},
    ),
}


@pytest.mark.parametrize("name", list(KASUS))
def test_one_damage_gives_one_code(ruang: Ruang, name: str) -> None:
    kasus, desa = KASUS[name], Desa()
    kasus.ubah(desa)
    ruang.kerjakan(desa)
    assert ruang.temuan(notes=True) == kasus.temuan
    for (orang, tw), expected in kasus.keadaan.items():
        assert ruang.keadaan(orang, tw) == expected, (orang.nama, tw)
    rekap = ruang.rekap()
    assert rekap.seimbang is True
    assert rekap.total == sum(rekap.keadaan.values())


def test_a_unit_whose_time_is_over_is_no_second_unit(ruang: Ruang) -> None:
    desa = Desa()
    desa.peta.append(
        desa.peta[1] | {"unor_id": SATU.unor[:-1] + "9", "nama_unor": "SDN 2 Desa Lama", "berlaku_sampai": "2023-12-31"}
    )
    ruang.kerjakan(desa)
    assert ruang.temuan(notes=True) == set()


def test_a_head_replaced_in_july_is_no_a1(ruang: Ruang) -> None:
    desa = Desa()
    lama = SARI.nip[:-1] + "8"
    for tw in "12":
        desa.nilai(BUDI, tw)["nip_penilai"] = desa.nilai(WATI, tw)["nip_penilai"] = lama
        desa.nilai_ek(BUDI, tw)["pegawai_atasan_nip"] = desa.nilai_ek(WATI, tw)["pegawai_atasan_nip"] = lama
    ruang.kerjakan(desa)
    assert ruang.temuan(notes=True) == set()


def test_a_period_not_pulled_is_held_by_the_wrong_rater_of_the_last_one(ruang: Ruang) -> None:
    desa = Desa()
    desa.nilai_ek(BUDI, "3")["pegawai_atasan_nip"] = TONO.nip
    desa.tanpa_ekinerja(BUDI, "4")
    desa.laporan_nilai["T"] = [row for row in desa.laporan_nilai["T"] if row["nip"] != BUDI.nip]
    ruang.kerjakan(desa)
    assert ruang.keadaan(BUDI, "4") == ("terblokir", "A1")


def test_a_change_in_ekinerja_after_both_agreed_is_d2(desa: Ruang) -> None:
    later = Desa("2025-01-08")
    later.nilai_ek(BUDI, "4").update(hasil_akhir="Butuh Perbaikan", hasil_kerja="Dibawah Ekspektasi")
    desa.kerjakan(later, "laporan-nilai-4")
    assert desa.temuan() == {("D2", B)}
    assert desa.keadaan(BUDI, "4") == ("berbeda", "D2")


@pytest.mark.parametrize(
    ("agreed", "code"), [("2025-01-06", "S3"), ("2025-01-05", "S3"), ("2025-01-04", "S7"), ("2025-01-07", "S7")]
)
def test_the_grace_lasts_until_the_end_of_the_next_day(ruang: Ruang, agreed: str, code: str) -> None:
    desa = Desa()
    desa.pilih(desa.pmm["skp"], BUDI)["tanggal_disepakati"] = agreed
    desa.tanpa_ekinerja(BUDI)
    ruang.kerjakan(desa)
    assert ruang.kode(BUDI) == {code}


def test_the_spread_of_predikat_is_judged_only_when_switched_on(ruang: Ruang) -> None:
    ruang.kerjakan(Desa())
    assert "R5" not in {kode for kode, _ in ruang.temuan(notes=True)}


def test_the_log_is_silent_about_whoever_is_done(ruang: Ruang) -> None:
    desa = Desa()
    desa.log.append(log(BUDI, "Pegawai belum membuat SKP di PMM"))
    ruang.kerjakan(desa)
    assert ruang.temuan(notes=True) == set()


@pytest.mark.parametrize("unor", [True, False])
def test_a_school_level_finding_is_one_line_with_its_count(ruang: Ruang, unor: bool) -> None:
    desa = Desa()
    for o in (TONO, DEWI, EKO):
        desa.tanpa_ekinerja(o, "4")
    desa.peta[1].update(npsn="") if unor else desa.peta[1].update(aktif="0")
    ruang.kerjakan(desa)
    (line,) = [k for k in ruang.kendala() if k.kode in ("U1", "U2")]
    assert (line.npsn, line.membuka_jalan_bagi, line.tingkat) == (DUA.npsn, 3, "sekolah")
    assert all(ruang.keadaan(o, "4")[0] == "terblokir" for o in (TONO, DEWI, EKO))
    assert ruang.keadaan(BUDI, "4") == ("selaras", None)

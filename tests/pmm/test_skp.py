"""The plan: who may do what with it, and in which order."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from pmm.gugus import DUA, PERILAKU, RHK, SATU, Gugus
from selaras.galat import DataError, Forbidden, SelarasError
from selaras.pmm import services
from selaras.pmm.kosakata import Status


def test_a_plan_goes_from_draft_to_agreed(gugus: Gugus) -> None:
    skp_id = gugus.skp(sampai="draf")
    assert gugus.status(skp_id) == Status.DRAF
    gugus.panggil(services.skp_isi, oleh="guru", skp_id=skp_id, indikator=2, rhk=RHK, perilaku=PERILAKU)
    gugus.panggil(services.skp_ajukan, oleh="guru", skp_id=skp_id)
    assert gugus.status(skp_id) == Status.DIAJUKAN
    gugus.panggil(services.skp_sepakati, oleh="kepala", skp_id=skp_id)
    [skp] = gugus.setahun()["skp"]
    assert (skp["status_nama"], skp["indikator_nama"], skp["penilai"]) == (
        "Disepakati", "Penerapan Disiplin Positif", "SITI KEPALA"
    )  # fmt: skip
    assert [line["apa"] for line in gugus.setahun(oleh="kepala")["skp"][0]["riwayat"]] == [
        "dibuat", "diajukan", "disepakati"
    ]  # fmt: skip


def test_the_rater_may_expect_more_than_was_chosen(gugus: Gugus) -> None:
    skp_id = gugus.skp(sampai="diajukan")
    gugus.panggil(services.skp_sepakati, oleh="kepala", skp_id=skp_id, ekspektasi={3: "Menjadi narasumber KKG"})
    line = gugus.setahun()["skp"][0]["perilaku"][2]
    assert (line["nama"], line["panduan_nama"], line["ekspektasi"]) == (
        "Kompeten", "Meningkatkan kompetensi diri untuk menjawab tantangan yang selalu berubah",
        "Menjadi narasumber KKG",
    )  # fmt: skip


def test_what_is_returned_carries_the_reason_and_can_be_submitted_again(gugus: Gugus) -> None:
    skp_id = gugus.skp(sampai="diajukan")
    with pytest.raises(DataError, match="Alasan wajib"):
        gugus.panggil(services.skp_kembalikan, oleh="kepala", skp_id=skp_id, alasan="  ")
    gugus.panggil(services.skp_kembalikan, oleh="kepala", skp_id=skp_id, alasan="Target belum terukur")
    assert gugus.setahun()["skp"][0]["alasan"] == "Target belum terukur"
    gugus.panggil(services.skp_isi, oleh="guru", skp_id=skp_id, rhk=[RHK[0] | {"target": "2 dokumen"}])
    gugus.panggil(services.skp_ajukan, oleh="guru", skp_id=skp_id)
    assert gugus.setahun()["skp"][0]["alasan"] is None


def test_submitting_names_everything_that_is_missing(gugus: Gugus) -> None:
    skp_id = gugus.skp(sampai="draf")
    with pytest.raises(DataError) as told:
        gugus.panggil(services.skp_ajukan, oleh="guru", skp_id=skp_id)
    for part in ("indikator praktik kinerja", "RHK utama", "0 dari 7"):
        assert part in told.value.kalimat


def test_a_plan_without_a_main_rhk_is_not_submitted(gugus: Gugus) -> None:
    skp_id = gugus.skp(sampai="draf")
    gugus.panggil(services.skp_isi, oleh="guru", skp_id=skp_id, indikator=1, rhk=[RHK[1]], perilaku=PERILAKU)
    with pytest.raises(DataError, match="SKP belum lengkap: belum ada RHK utama"):
        gugus.panggil(services.skp_ajukan, oleh="guru", skp_id=skp_id)


@pytest.mark.parametrize("oleh", ["guru", "rekan", "kepala_dua", "guru_dua", "pengawas", "dinas"])
@pytest.mark.parametrize("service", [services.skp_sepakati, services.skp_kembalikan])
def test_only_the_head_of_that_school_agrees_or_returns(gugus: Gugus, oleh: str, service: Any) -> None:
    skp_id = gugus.skp(sampai="diajukan")
    said = {"alasan": "x"} if service is services.skp_kembalikan else {}
    with pytest.raises(Forbidden):
        gugus.panggil(service, oleh=oleh, skp_id=skp_id, **said)
    assert gugus.status(skp_id) == Status.DIAJUKAN


@pytest.mark.parametrize("oleh", ["kepala", "rekan", "guru_dua", "dinas"])
def test_only_the_owner_fills_and_submits(gugus: Gugus, oleh: str) -> None:
    skp_id = gugus.skp(sampai="draf")
    for service, said in ((services.skp_isi, {"indikator": 1}), (services.skp_ajukan, {})):
        with pytest.raises(Forbidden):
            gugus.panggil(service, oleh=oleh, skp_id=skp_id, **said)


def test_a_head_is_rated_by_the_dinas_and_nobody_rates_himself(gugus: Gugus) -> None:
    skp_id = gugus.skp("kepala", sampai="diajukan")
    for oleh in ("kepala", "kepala_dua", "pengawas"):
        with pytest.raises(Forbidden):
            gugus.panggil(services.skp_sepakati, oleh=oleh, skp_id=skp_id)
    gugus.panggil(services.skp_sepakati, oleh="dinas", skp_id=skp_id)
    assert gugus.status(skp_id) == Status.DISEPAKATI


def test_an_acting_head_rates_while_his_decree_lasts(gugus: Gugus) -> None:
    skp_id = gugus.skp(sampai="diajukan")
    tugas = gugus.panggil(
        services.tugas_simpan, pegawai_id=gugus.id["guru_dua"], npsn=SATU, sebagai="plt", nomor_sk="800/2",
        mulai=dt.date(2025, 1, 1),
    )  # fmt: skip
    gugus.panggil(services.tugas_akhiri, tugas_id=tugas, selesai=dt.date(2025, 1, 5))
    with pytest.raises(Forbidden):
        gugus.panggil(services.skp_sepakati, oleh="guru_dua", skp_id=skp_id)
    gugus.panggil(services.tugas_akhiri, tugas_id=tugas, selesai=dt.date(2025, 1, 6))
    gugus.panggil(services.skp_sepakati, oleh="guru_dua", skp_id=skp_id)


def test_an_acting_head_has_two_plans_and_the_dinas_rates_the_one_of_his_own_school(gugus: Gugus) -> None:
    gugus.panggil(
        services.tugas_simpan, pegawai_id=gugus.id["guru"], npsn=DUA, sebagai="plt", nomor_sk="800/3",
        mulai=dt.date(2024, 7, 1),
    )  # fmt: skip
    own, acting = gugus.skp(), gugus.skp(npsn=DUA, plt=True, sampai="diajukan")
    assert gugus.status(own) == Status.DISEPAKATI
    with pytest.raises(Forbidden):
        gugus.panggil(services.skp_sepakati, oleh="kepala_dua", skp_id=acting)
    gugus.panggil(services.skp_sepakati, oleh="dinas", skp_id=acting)
    assert [(skp["npsn"], skp["plt"], skp["peran"]) for skp in gugus.setahun()["skp"]] == [
        (SATU, False, "guru"), (DUA, True, "kepala")
    ]  # fmt: skip


def test_a_teacher_who_heads_his_own_school_for_a_while_is_rated_by_the_dinas(gugus: Gugus) -> None:
    skp_id = gugus.skp(sampai="diajukan")
    gugus.panggil(
        services.tugas_simpan, pegawai_id=gugus.id["guru"], npsn=SATU, sebagai="plt", nomor_sk="800/4",
        mulai=dt.date(2024, 7, 1),
    )  # fmt: skip
    with pytest.raises(Forbidden):
        gugus.panggil(services.skp_sepakati, oleh="kepala", skp_id=skp_id)
    gugus.panggil(services.skp_sepakati, oleh="dinas", skp_id=skp_id)


@pytest.mark.parametrize("sampai", ["diajukan", "disepakati"])
def test_what_was_submitted_is_closed_to_its_owner(gugus: Gugus, sampai: str) -> None:
    skp_id = gugus.skp(sampai=sampai)
    with pytest.raises(DataError, match="tidak dapat diubah"):
        gugus.panggil(services.skp_isi, oleh="guru", skp_id=skp_id, indikator=3)
    with pytest.raises(DataError, match="bukan Draf atau Dikembalikan"):
        gugus.panggil(services.skp_ajukan, oleh="guru", skp_id=skp_id)


def test_a_year_has_the_periods_of_its_cycle(gugus: Gugus) -> None:
    with pytest.raises(DataError, match="Pilih periode SKP tahun 2024: Semester 1"):
        gugus.skp(slot=None)
    with pytest.raises(DataError, match="Tahunan"):
        gugus.skp(slot=302, tahun=2025)
    with pytest.raises(DataError, match="tidak diketahui"):
        gugus.skp(slot=400, tahun=2020)
    assert gugus.skp(slot=None, tahun=2025, sampai="draf")


def test_two_plans_of_one_person_do_not_overlap(gugus: Gugus) -> None:
    gugus.skp(sampai="draf", mulai=dt.date(2024, 7, 1), selesai=dt.date(2024, 9, 30))
    with pytest.raises(DataError, match="Sudah ada SKP lain"):
        gugus.skp(sampai="draf")
    gugus.panggil(services.pegawai_simpan, nip="198501012010011902", nama="BUDI GURU", npsn=DUA)
    assert gugus.skp(sampai="draf", mulai=dt.date(2024, 10, 1))
    assert [skp["npsn"] for skp in gugus.setahun()["skp"]] == [SATU, DUA]


def test_a_plan_is_for_ones_own_school(gugus: Gugus) -> None:
    with pytest.raises(DataError, match="hanya untuk sekolah sendiri"):
        gugus.skp(npsn=DUA, sampai="draf")
    with pytest.raises(DataError, match="hanya untuk sekolah sendiri"):
        gugus.skp(plt=True, sampai="draf")
    with pytest.raises(DataError, match="harus di dalam"):
        gugus.skp(mulai=dt.date(2024, 1, 1), sampai="draf")


def test_rhk_lines_that_stay_the_same_stay_the_same_row(gugus: Gugus) -> None:
    skp_id = gugus.skp(sampai="draf")
    gugus.panggil(services.skp_isi, oleh="guru", skp_id=skp_id, rhk=RHK)
    before = gugus.angka("SELECT max(urut) FROM pm_rhk")
    first = [line["id"] for line in gugus.setahun()["skp"][0]["rhk"]]
    gugus.panggil(services.skp_isi, oleh="guru", skp_id=skp_id, rhk=RHK)
    assert gugus.angka("SELECT max(urut) FROM pm_rhk") == before
    gugus.panggil(services.skp_isi, oleh="guru", skp_id=skp_id, rhk=RHK[:1])
    assert [line["id"] for line in gugus.setahun()["skp"][0]["rhk"]] == first[:1]
    assert gugus.angka("SELECT count(*) FROM pm_rhk WHERE ditarik IS NOT NULL") == 1


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"indikator": 9}, "delapan indikator"),
        ({"rhk": [{"nomor": "", "rhk": ""}]}, "RHK 1: nomor kosong; RHK 1: rhk kosong"),
        ({"rhk": [RHK[0] | {"bagian": "lain"}]}, "utama atau tambahan"),
        ({"rhk": [RHK[0] | {"poin": 999}]}, "poin"),
        ({"rhk": [RHK[0]] * 61}, "paling banyak 60"),
        ({"rhk": [RHK[0] | {"rhk": "a\x00b"}]}, "tidak dapat disimpan"),
        ({"rhk": [RHK[0] | {"rhk": "\ud800"}]}, "tidak dapat disimpan"),
        ({"rhk": [RHK[0] | {"rhk": "x" * 5000}]}, "terlalu panjang"),
        ({"perilaku": {8: 1}}, "1 sampai 7"),
        ({"perilaku": {1: 4}}, "Berorientasi Pelayanan: pilih satu"),
    ],
)
def test_bad_content_is_refused_with_a_sentence(gugus: Gugus, said: dict[str, Any], sentence: str) -> None:
    skp_id = gugus.skp(sampai="draf")
    with pytest.raises(DataError, match=sentence):
        gugus.panggil(services.skp_isi, oleh="guru", skp_id=skp_id, **said)
    assert gugus.angka("SELECT count(*) FROM pm_rhk") == 0


@pytest.mark.parametrize("skp_id", ["", "1", "' OR 1=1 --", "5f3c2a10-0000-4000-8000-000000000901"])
def test_an_id_that_is_nobodys_is_told_like_one_of_somebody_else(gugus: Gugus, skp_id: str) -> None:
    with pytest.raises(Forbidden) as nobodys:
        gugus.panggil(services.skp_ajukan, oleh="guru", skp_id=skp_id)
    with pytest.raises(Forbidden) as somebodys:
        gugus.panggil(services.skp_ajukan, oleh="rekan", skp_id=gugus.skp(sampai="draf"))
    assert str(nobodys.value) == str(somebodys.value)


def test_another_instansi_does_not_exist(gugus: Gugus) -> None:
    skp_id = gugus.skp(sampai="diajukan")
    other = Gugus(gugus.dsn, 2).isi()
    try:
        with pytest.raises(SelarasError, match="bukan wewenang"):
            other.panggil(services.skp_sepakati, oleh="kepala", skp_id=skp_id)
        with pytest.raises(SelarasError, match="bukan wewenang"):
            other.panggil(services.skp_sepakati, oleh=gugus.id["kepala"], skp_id=skp_id)
    finally:
        other.tutup()


def test_who_left_does_nothing_more(gugus: Gugus) -> None:
    skp_id = gugus.skp(sampai="draf")
    gugus.panggil(services.pegawai_simpan, nip="198501012010011902", nama="BUDI GURU", npsn=SATU, aktif=False)
    for service in (services.skp_ajukan, services.skp_isi):
        with pytest.raises(Forbidden):
            gugus.panggil(service, oleh="guru", skp_id=skp_id)
    with pytest.raises(Forbidden):
        gugus.skp(slot=301, sampai="draf")

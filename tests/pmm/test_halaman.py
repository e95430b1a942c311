"""What pages are made of: a teacher's year, a head's list, activities beside the form; constant numbers of queries."""

from __future__ import annotations

import datetime as dt

import pytest

from pmm.gugus import DUA, SATU, SEMESTER_2, TAHUN, Gugus
from selaras.galat import DataError, Forbidden
from selaras.pmm import selectors, services
from selaras.pmm.selectors import Daftar


def daftar(gugus: Gugus, oleh: str = "kepala", npsn: str = SATU) -> Daftar:
    found: Daftar = gugus.lihat(selectors.daftar_guru, oleh=oleh, npsn=npsn, tahun=TAHUN, slot=SEMESTER_2)
    return found


def test_the_list_begins_with_what_is_nearly_done_and_counts(gugus: Gugus) -> None:
    gugus.nilai(gugus.siap_dinilai())
    found = daftar(gugus)
    assert [(one.nama, one.langkah, one.giliran) for one in found.baris] == [
        ("BUDI GURU", "Tetapkan predikat", "penilai"), ("RINI REKAN", "Guru membuat SKP", "guru"),
    ]  # fmt: skip
    assert (found.belum_dinilai, found.belum_dikirim, found.selesai) == (1, 1, 0)
    gugus.kirim()
    found = daftar(gugus)
    assert (found.belum_dinilai, found.belum_dikirim, found.selesai) == (1, 0, 1)
    assert (found.baris[0].usaha, found.baris[0].langkah, found.baris[0].bisa_dinilai) == (0, "", False)


def test_every_step_on_the_way_has_its_sentence_and_its_owner(gugus: Gugus) -> None:
    def now() -> tuple[str, str, bool]:
        [one] = [one for one in daftar(gugus).baris if one.nama == "BUDI GURU"]
        return one.langkah, one.giliran, one.bisa_dinilai

    skp_id = gugus.skp(sampai="diajukan")
    assert now() == ("Periksa dan sepakati SKP", "penilai", False)
    gugus.panggil(services.skp_kembalikan, oleh="kepala", skp_id=skp_id, alasan="x")
    assert now() == ("Guru mengajukan SKP", "guru", False)
    gugus.panggil(services.skp_ajukan, oleh="guru", skp_id=skp_id)
    gugus.panggil(services.skp_sepakati, oleh="kepala", skp_id=skp_id)
    assert now() == ("Persiapan observasi", "guru", False)
    gugus.amati(skp_id, sampai=1)
    assert now() == ("Pelaksanaan observasi", "penilai", False)
    for fase in (2, 3, 4, 5):
        gugus.panggil(
            services.observasi_isi, oleh="kepala" if fase < 4 else "guru", skp_id=skp_id, fase=fase, isi="x",
            rubrik=dict.fromkeys((1, 2, 3), (1, "")) if fase == 2 else None,
        )  # fmt: skip
    assert now() == ("Nilai hasil kerja dan perilaku kerja", "penilai", True)
    gugus.nilai(skp_id)
    gugus.kirim(services.tetapkan)
    assert now() == ("Kirim ke guru", "penilai", True)


@pytest.mark.parametrize("oleh", ["guru", "kepala_dua", "pengawas", "dinas"])
def test_who_rates_nobody_there_sees_nobody(gugus: Gugus, oleh: str) -> None:
    gugus.skp()
    assert daftar(gugus, oleh).baris == []
    assert daftar(gugus, "kepala", DUA).baris == []


def test_a_teacher_with_a_plan_for_the_other_semester_only_is_one_without(gugus: Gugus) -> None:
    gugus.skp(slot=301)
    assert [(one.nama, one.skp_id) for one in daftar(gugus).baris] == [("BUDI GURU", None), ("RINI REKAN", None)]
    with pytest.raises(DataError, match="tidak dinilai"):
        gugus.lihat(selectors.daftar_guru, oleh="kepala", npsn=SATU, tahun=2025, slot=302)


def test_the_list_takes_one_query_however_long(gugus: Gugus) -> None:
    gugus.skp()
    assert gugus.hitung(lambda: daftar(gugus)) == 1
    for number in range(12):
        gugus.panggil(
            services.pegawai_simpan, nip=f"1985010120100119{number + 20:02}", nama=f"GURU {number}", npsn=SATU
        )
    assert len(daftar(gugus).baris) == 14
    assert gugus.hitung(lambda: daftar(gugus)) == 1


def test_the_year_takes_as_many_queries_with_much_in_it_as_with_nothing(gugus: Gugus) -> None:
    empty = gugus.hitung(gugus.setahun)
    gugus.siap_dinilai(slot=301)
    gugus.nilai(gugus.siap_dinilai(slot=302))
    for day in range(1, 9):
        gugus.panggil(
            services.kegiatan_catat, oleh="guru", jenis="webinar", judul=f"W{day}", mulai=dt.date(2024, 8, day)
        )
    year = gugus.setahun()
    assert ([skp["slot"] for skp in year["skp"]], len(year["kegiatan"])) == ([301, 302], 8)
    assert gugus.hitung(gugus.setahun) == empty


def test_the_year_of_somebody_is_for_him_his_raters_and_observers(gugus: Gugus) -> None:
    gugus.skp()
    gugus.skp("kepala")
    for siapa, oleh in (("guru", "kepala"), ("kepala", "dinas"), ("kepala", "pengawas")):
        assert len(gugus.setahun(siapa, oleh)["skp"]) == 1
    for siapa, oleh in (
        ("guru", "rekan"), ("guru", "kepala_dua"), ("guru", "pengawas"), ("kepala", "guru"), ("guru", "dinas"),
    ):  # fmt: skip
        with pytest.raises(Forbidden):
            gugus.setahun(siapa, oleh)


def test_a_year_before_the_platform_is_a_sentence(gugus: Gugus) -> None:
    with pytest.raises(DataError, match="tidak diketahui"):
        gugus.setahun(tahun=2019)


def test_a_new_head_does_not_see_the_plan_of_another_school(gugus: Gugus) -> None:
    gugus.skp(slot=301)
    gugus.panggil(services.pegawai_simpan, nip="198501012010011902", nama="BUDI GURU", npsn=DUA)
    gugus.skp(slot=302, sampai="draf")
    assert [skp["npsn"] for skp in gugus.setahun(oleh="kepala_dua")["skp"]] == [DUA]
    assert [skp["npsn"] for skp in gugus.setahun(oleh="kepala")["skp"]] == [SATU]
    assert [skp["npsn"] for skp in gugus.setahun()["skp"]] == [SATU, DUA]


def test_activities_stand_beside_the_form_for_those_one_rates(gugus: Gugus) -> None:
    for siapa in ("guru", "guru_dua"):
        gugus.skp(siapa)
        gugus.panggil(
            services.kegiatan_catat, oleh=siapa, jenis="webinar", judul=f"Webinar {siapa}", mulai=dt.date(2024, 8, 1)
        )
    asked = {"pegawai": [gugus.id["guru"], gugus.id["guru_dua"]], "tahun": TAHUN}
    found = gugus.lihat(selectors.kegiatan_setahun, oleh="kepala", **asked)
    assert {key: [row["judul"] for row in rows] for key, rows in found.items()} == {gugus.id["guru"]: ["Webinar guru"]}
    assert gugus.hitung(lambda: gugus.lihat(selectors.kegiatan_setahun, oleh="kepala", **asked)) == 2

"""Every code under which a write is refused, with its message; nothing is stored then, and the log says so."""

from __future__ import annotations

from typing import Any

import pytest

from ekinerja.kantor import (
    ASING,
    BELUM,
    DUA,
    FINAL,
    GURU,
    GURU_DUA,
    KEPALA,
    KEPALA_DUA,
    MATI,
    REKAN,
    TANPA_UNOR,
    TRIWULAN,
    UNOR_MATI,
    Kantor,
    nilai,
    skp,
    tarik,
)
from selaras.ekinerja import services

PESAN = {
    "E02": "Pegawai belum membuat SKP di PMM",
    "E03": "Data Unit Kerja Pegawai tidak terdaftar di Referensi Unit Kerja",
    "E04": "Data SKP Organisasi belum dibuat oleh atasan",
    "E05": "Unor di PMM Belum Padan",
    "EK1": "SKP pegawai ini belum ada di e-Kinerja.",
    "EK2": "Periode ini belum dibuat di Manajemen Periode.",
    "EK3": "Tipe periode di Manajemen Periode tidak seragam.",
    "EK4": "Laporan akhir sudah final dan terkunci.",
    "EK5": "Pegawai tidak terdaftar di e-Kinerja.",
    "EK6": "Predikat tidak sesuai dengan hasil kerja dan perilaku kerja.",
}


def refused(kantor: Kantor, op: dict[str, Any]) -> str | None:
    """Give the code of a refusal, having seen that only the log knows of it."""
    before = kantor.versi(op)
    [told] = kantor.tulis(op)
    assert told["hasil"] == "ditolak"
    assert told["versi"] is None
    assert kantor.versi(op) == before
    line = kantor.catatan()[-1]
    assert (line["kunci"], line["kode"], line["pesan"]) == (op["kunci"], told["kode"], told["pesan"])
    if told["kode"] in PESAN:
        assert told["pesan"] == PESAN[told["kode"]]
    return str(told["kode"])


@pytest.mark.parametrize("status", ["draft", "diajukan"])
def test_an_skp_that_was_not_agreed_is_e02(kantor: Kantor, status: str) -> None:
    assert refused(kantor, skp(KEPALA, status=status)) == "E02"


@pytest.mark.parametrize("nip", [TANPA_UNOR, UNOR_MATI])
def test_somebody_whose_unit_is_missing_or_inactive_is_e03(kantor: Kantor, nip: str) -> None:
    kantor.tulis(skp(KEPALA))
    assert refused(kantor, skp(nip)) == "E03"


def test_a_school_whose_unit_is_inactive_is_e03(kantor: Kantor) -> None:
    assert refused(kantor, skp(KEPALA, MATI)) == "E03"


def test_a_teacher_before_his_head_is_e04(kantor: Kantor) -> None:
    kantor.tulis(skp(KEPALA_DUA, DUA))
    assert refused(kantor, skp(GURU)) == "E04"
    kantor.tulis(skp(KEPALA))
    assert kantor.hasil(skp(GURU)) == ["diterima"]


def test_head_and_acting_head_need_nobody_first(kantor: Kantor) -> None:
    assert kantor.hasil(skp(KEPALA_DUA, DUA), skp(REKAN, plt=True), skp(GURU)) == ["diterima"] * 3


def test_a_unit_without_a_head_holds_nobody(kantor: Kantor) -> None:
    kantor.panggil(services.pegawai_sinkron_asn, pegawai=[{"nip": KEPALA, "kepala": False}])
    assert kantor.hasil(skp(GURU)) == ["diterima"]


def test_a_school_without_a_unit_is_e05(kantor: Kantor) -> None:
    assert refused(kantor, skp(KEPALA, BELUM)) == "E05"
    kantor.panggil(services.unor_padankan, id="u4", npsn=BELUM)
    assert kantor.hasil(skp(KEPALA, BELUM)) == ["diterima"]


def test_a_rating_without_an_skp_is_ek1(kantor: Kantor) -> None:
    assert refused(kantor, nilai(KEPALA)) == "EK1"
    assert refused(kantor, tarik(nilai(KEPALA), versi=1)) == "EK1"


def test_a_rating_of_two_skp_at_other_schools_is_ek1(kantor: Kantor) -> None:
    kantor.tulis(skp(KEPALA), skp(KEPALA_DUA, DUA), skp(GURU, selesai="2024-06-30"), skp(GURU, DUA, mulai="2024-07-01"))
    assert refused(kantor, nilai(GURU, 201, BELUM)) == "EK1"


def test_a_period_that_was_not_made_is_ek2(dsn: str) -> None:
    office = Kantor(dsn).isi(periode=[TRIWULAN[0]])
    office.tulis(skp(KEPALA))
    assert office.hasil(nilai(KEPALA, 201)) == ["diterima"]
    assert [refused(office, nilai(KEPALA, slot)) for slot in (202, 101, 400)] == ["EK2"] * 3
    office.tutup()


def test_mixed_periods_are_ek3(dsn: str) -> None:
    bulan = ("Bulan 1", "01-01", "31-01", None, "periodik", 2024, "bulanan", 1)
    office = Kantor(dsn).isi(periode=[*TRIWULAN, FINAL, bulan])
    office.tulis(skp(KEPALA))
    assert [refused(office, nilai(KEPALA, slot)) for slot in (201, 101, 400)] == ["EK3"] * 3
    office.tutup()


def test_another_year_is_not_mixed_by_this_one(dsn: str) -> None:
    bulan = ("Bulan 1", "01-01", "31-01", None, "periodik", 2025, "bulanan", 1)
    office = Kantor(dsn).isi(periode=[*TRIWULAN, FINAL, bulan])
    assert office.hasil(skp(KEPALA), nilai(KEPALA)) == ["diterima"] * 2
    office.tutup()


def test_a_locked_year_is_ek4_for_everything(kantor: Kantor) -> None:
    first, rating, year = skp(KEPALA), nilai(KEPALA), nilai(KEPALA, 400)
    kantor.tulis(first, rating, year)
    kantor.panggil(services.final_kunci, nip=KEPALA, tahun=2024, oleh="Admin")
    ops = [
        skp(KEPALA, versi=1),
        nilai(KEPALA, versi=1),
        nilai(KEPALA, 202),
        tarik(first, versi=1),
        tarik(rating, versi=1),
    ]
    assert [refused(kantor, op) for op in ops] == ["EK4"] * 5


def test_somebody_unknown_is_ek5(kantor: Kantor) -> None:
    assert refused(kantor, skp(ASING)) == "EK5"
    assert refused(kantor, nilai(ASING)) == "EK5"
    assert refused(kantor, skp("bukan nip")) == "EK5"


@pytest.mark.parametrize("predikat", [1, 3, 4, 5])
def test_a_predikat_against_the_matrix_is_ek6(kantor: Kantor, predikat: int) -> None:
    kantor.tulis(skp(KEPALA))
    assert refused(kantor, nilai(KEPALA, hasil=1, perilaku=2, predikat=predikat)) == "EK6"


@pytest.mark.parametrize(
    ("op", "kolom"),
    [
        (skp(KEPALA) | {"mulai": None}, "mulai"),
        (skp(KEPALA, selesai=None), "selesai"),
        (skp(KEPALA, selesai="2023-12-31"), "selesai"),
        (skp(KEPALA, selesai="besok"), "selesai"),
        (skp(KEPALA, status="entah"), "status"),
        (skp(KEPALA, jabatan=" "), "jabatan"),
        (skp(KEPALA, plt="ya"), "plt"),
        (skp(KEPALA, pendekatan=None), "pendekatan"),
        (skp(KEPALA, rhk=[{"nomor": 1}]), "rhk"),
        (skp(KEPALA) | {"isi": None}, "selesai, status, jabatan, plt, pendekatan"),
        (nilai(KEPALA, hasil_kerja=None), "hasil_kerja"),
        (nilai(KEPALA, hasil_kerja=4), "hasil_kerja"),
        (nilai(KEPALA, perilaku_kerja="1"), "perilaku_kerja"),
        (nilai(KEPALA, predikat=True), "predikat"),
        (nilai(KEPALA, tanggal="05-01-2025"), "tanggal"),
        (tarik(nilai(KEPALA), versi=1, alasan="  "), "alasan"),
        (tarik(skp(KEPALA), versi=0, alasan=None), "alasan, versi"),
    ],
)
def test_content_that_lacks_something_is_ek7_and_names_it(kantor: Kantor, op: dict[str, Any], kolom: str) -> None:
    [told] = kantor.tulis(op)
    assert (told["kode"], told["pesan"]) == ("EK7", f"Isi tidak lengkap: {kolom}.")
    assert kantor.hasil(skp(GURU_DUA, DUA)) == ["E04"]

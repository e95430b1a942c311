"""Manajemen Periode: what is impossible in the tables themselves, and what the service says instead."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest

from ekinerja.kantor import KEPALA, Kantor, nilai, skp
from selaras.ekinerja import selectors, services
from selaras.galat import DataError

_INSERT = (
    "INSERT INTO ek_periode(instansi_id, nama, periode_awal, periode_akhir, jenis_periode, tahun, tipe_periodik, "
    "angka_periodik) "
    "VALUES (%s, 'P', %s, %s, %s, %s, %s, %s)"
)
TW1 = ("01-01", "31-03", "periodik", 2024, "triwulanan", 1)


@pytest.fixture
def kosong(dsn: str) -> Any:
    """The office before anybody has made a period."""
    office = Kantor(dsn).isi(periode=())
    yield office
    office.tutup()


def raw(kantor: Kantor, *row: object, instansi: int = 1) -> None:
    """Insert a period past the service."""
    with kantor.connection.transaction():
        kantor.connection.execute(_INSERT, (instansi, *row))


def buat(kantor: Kantor, awal: str = "01-01", akhir: str = "31-03", **said: Any) -> str:
    """Make a period through the service: triwulan 1 of 2024 unless said otherwise."""
    base = {"nama": "Triwulan 1", "tahun": 2024, "tipe_periodik": "triwulanan", "angka_periodik": 1}
    made: str = kantor.panggil(services.periode_buat, periode_awal=awal, periode_akhir=akhir, **(base | said))
    return made


@pytest.mark.parametrize(
    "row",
    [
        ("01-01", "31-03", "periodik", 2024, "triwulanan", 1),  # the same again
        ("01-04", "30-06", "periodik", 2024, "triwulanan", 1),  # its number again
        ("31-03", "30-06", "periodik", 2024, "triwulanan", 2),  # one day in common
        ("01-04", "30-06", "periodik", None, "triwulanan", 1),  # its number, for every year
        ("01-02", "28-02", "periodik", None, "triwulanan", 2),  # its days, for every year
    ],
)
def test_duplicates_and_overlaps_are_impossible_in_the_table(kosong: Kantor, row: tuple[object, ...]) -> None:
    raw(kosong, *TW1)
    with pytest.raises(psycopg.errors.ExclusionViolation):
        raw(kosong, *row)


def test_a_period_for_every_year_keeps_out_that_of_one_year(kosong: Kantor) -> None:
    raw(kosong, "01-01", "31-03", "periodik", None, "triwulanan", 1)
    with pytest.raises(psycopg.errors.ExclusionViolation):
        raw(kosong, *TW1)


@pytest.mark.parametrize(
    "row",
    [
        ("01-04", "30-06", "periodik", 2024, "triwulanan", 2),  # the day after
        ("01-01", "31-03", "periodik", 2025, "triwulanan", 1),  # another year
        ("01-01", "31-01", "periodik", 2024, "bulanan", 1),  # another tipe: only the service refuses a mixture
        ("01-01", "31-12", "final", None, None, None),
    ],
)
def test_what_lies_beside_is_possible(kosong: Kantor, row: tuple[object, ...]) -> None:
    raw(kosong, *TW1)
    raw(kosong, *row)
    raw(kosong, *TW1, instansi=2)


@pytest.mark.parametrize(
    "row",
    [
        ("31-04", "30-06", "periodik", 2024, "triwulanan", 2),
        ("1-4", "30-06", "periodik", 2024, "triwulanan", 2),
        ("01-07", "30-06", "periodik", 2024, "triwulanan", 2),
        ("01-04", "30-06", "periodik", 2024, "triwulanan", 5),
        ("01-04", "30-06", "periodik", 2024, "bulanan", 13),
        ("01-04", "30-06", "periodik", 2024, "triwulanan", None),
        ("01-04", "30-06", "periodik", 2024, None, 2),
        ("01-01", "31-12", "final", 2024, None, None),
        ("01-01", "31-12", "final", None, "triwulanan", 1),
        ("01-01", "31-12", "semester", None, None, None),
    ],
)
def test_what_is_no_period_is_impossible(kosong: Kantor, row: tuple[object, ...]) -> None:
    with pytest.raises((psycopg.errors.CheckViolation, psycopg.errors.DataError)):
        raw(kosong, *row)


def test_there_is_one_final_and_that_for_every_year(kosong: Kantor) -> None:
    raw(kosong, "01-01", "31-12", "final", None, None, None)
    with pytest.raises(psycopg.errors.UniqueViolation):
        raw(kosong, "01-01", "30-11", "final", None, None, None)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"angka_periodik": 2}, "bertumpang tindih"),
        ({"awal": "01-04", "akhir": "30-06"}, "Angka Periodik ini sudah dipakai"),
        ({"tipe_periodik": "bulanan"}, "tidak seragam"),
        ({"tipe_periodik": "bulanan", "tahun": None}, "tidak seragam"),
        ({"tipe_periodik": "semester"}, "bulanan atau triwulanan"),
        ({"awal": "31-04", "akhir": "30-06", "angka_periodik": 2}, "bukan hari dan bulan"),
        ({"awal": "01-07", "akhir": "30-06", "angka_periodik": 2}, "tidak boleh sesudah"),
        ({"jenis_periode": "final", "tahun": None}, "periode final tanpa tahun"),
        ({"awal": "01-04", "akhir": "30-06", "angka_periodik": 5}, "triwulanan 1-4"),
    ],
)
def test_the_service_says_why_it_refuses(kosong: Kantor, said: dict[str, Any], sentence: str) -> None:
    buat(kosong)
    with pytest.raises(DataError, match=sentence):
        buat(kosong, **said)
    assert len(selectors.referensi_periode(kosong.connection, instansi=1)) == 1


def test_another_year_may_have_another_tipe(kosong: Kantor) -> None:
    buat(kosong)
    buat(kosong, akhir="31-01", nama="Januari", tahun=2025, tipe_periodik="bulanan")
    assert len(selectors.referensi_periode(kosong.connection, instansi=1)) == 2


def test_days_may_be_written_short(kosong: Kantor) -> None:
    buat(kosong, awal="1/1", akhir="31/3")
    [row] = selectors.referensi_periode(kosong.connection, instansi=1)
    assert (row["periode_awal"], row["periode_akhir"]) == ("01-01", "31-03")


@pytest.mark.parametrize(("tipe", "number"), [("triwulanan", 5), ("bulanan", 13)])
@pytest.mark.parametrize("tahun", [None, 2023, 2024])
def test_the_standard_set_is_made_in_one_call(kosong: Kantor, tipe: str, number: int, tahun: int | None) -> None:
    made = kosong.panggil(services.periode_standar, tipe=tipe, tahun=tahun, batas_pengisian="31-01")
    rows = selectors.referensi_periode(kosong.connection, instansi=1)
    assert {row["id"] for row in rows} == set(made)
    assert len(made) == number
    assert kosong.panggil(services.periode_standar, tipe=tipe, tahun=tahun) == []
    february = {row["periode_akhir"] for row in rows if row["nama"] == "Bulan 2"}
    assert february <= ({"29-02"} if tahun == 2024 else {"28-02"})


def test_the_standard_set_fills_up_what_is_missing(kosong: Kantor) -> None:
    buat(kosong)
    assert len(kosong.panggil(services.periode_standar, tipe="triwulanan", tahun=2024)) == 4
    with pytest.raises(DataError, match="tidak seragam"):
        kosong.panggil(services.periode_standar, tipe="bulanan", tahun=2024)
    assert len(selectors.referensi_periode(kosong.connection, instansi=1)) == 5


def test_only_an_unused_period_is_removed(kantor: Kantor) -> None:
    kantor.tulis(skp(KEPALA), nilai(KEPALA, 201))
    ids = {row["angka_periodik"]: row["id"] for row in selectors.referensi_periode(kantor.connection, instansi=1)}
    kantor.panggil(services.periode_hapus, id=ids["2"])
    with pytest.raises(DataError, match="sudah dipakai"):
        kantor.panggil(services.periode_hapus, id=ids["1"])
    with pytest.raises(DataError, match="tidak ada"):
        kantor.panggil(services.periode_hapus, id=ids["2"])
    assert kantor.hasil(nilai(KEPALA, 202), nilai(KEPALA, 201, versi=1)) == ["EK2", "diterima"]

"""The final report locks a year; it opens again for a reason, asked by one and agreed by another."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest

from ekinerja.kantor import GURU, KEPALA, Kantor, nilai, skp
from selaras.ekinerja import services
from selaras.galat import DataError, Stop

BUKA = {"nip": KEPALA, "tahun": 2024, "oleh": "Sari", "disetujui": "Tono", "alasan": "Salah nilai"}


@pytest.fixture
def terkunci(kantor: Kantor) -> Kantor:
    """The office in which the year of the head is final."""
    kantor.tulis(skp(KEPALA), nilai(KEPALA, 400), skp(GURU))
    kantor.panggil(services.final_kunci, nip=KEPALA, tahun=2024, oleh="Sari")
    return kantor


def test_a_year_without_a_yearly_rating_is_not_final(kantor: Kantor) -> None:
    kantor.tulis(skp(KEPALA), nilai(KEPALA, 204))
    with pytest.raises(DataError, match="tahunan"):
        kantor.panggil(services.final_kunci, nip=KEPALA, tahun=2024, oleh="Sari")


def test_it_locks_once(terkunci: Kantor) -> None:
    with pytest.raises(Stop, match="terkunci"):
        terkunci.panggil(services.final_kunci, nip=KEPALA, tahun=2024, oleh="Sari")


def test_it_locks_every_way_of_writing(terkunci: Kantor) -> None:
    skp_id = terkunci.skp_id(KEPALA)
    assert terkunci.hasil(nilai(KEPALA, 400, versi=1)) == ["EK4"]
    calls: list[tuple[Any, dict[str, Any]]] = [
        (services.penilaian_simpan, {"slot": 201, "hasil_kerja": 1, "perilaku_kerja": 1}),
        (services.penilaian_tarik, {"slot": 400, "alasan": "x"}),
        (services.skp_tarik, {"alasan": "x"}),
        (services.skp_ajukan, {}),
    ]
    for service, said in calls:
        with pytest.raises(Stop, match="terkunci"):
            terkunci.panggil(service, skp_id=skp_id, **said)


def test_other_people_and_years_stay_open(terkunci: Kantor) -> None:
    other = skp(KEPALA, mulai="2025-01-01", selesai="2025-12-31") | {"tahun": 2025}
    assert terkunci.hasil(nilai(GURU), other) == ["diterima", "diterima"]


@pytest.mark.parametrize("less", [{"alasan": " "}, {"disetujui": ""}, {"disetujui": "Sari"}, {"oleh": " Tono "}])
def test_opening_needs_a_reason_and_two_people(terkunci: Kantor, less: dict[str, str]) -> None:
    with pytest.raises(DataError):
        terkunci.panggil(services.final_buka, **(BUKA | less))
    assert terkunci.hasil(nilai(KEPALA, 400, versi=1)) == ["EK4"]


@pytest.mark.parametrize("column", ["disetujui_oleh = 'Sari'", "alasan = NULL", "alasan = ''", "dibuka_oleh = NULL"])
def test_the_table_itself_refuses_an_opening_of_one_person(terkunci: Kantor, column: str) -> None:
    terkunci.panggil(services.final_buka, **BUKA)
    with pytest.raises(psycopg.errors.CheckViolation):
        terkunci.connection.execute(f"UPDATE ek_final SET {column}".encode())


def test_what_was_opened_can_be_written_and_locked_again(terkunci: Kantor) -> None:
    terkunci.panggil(services.final_buka, **BUKA)
    assert terkunci.hasil(nilai(KEPALA, 400, versi=1, hasil=2)) == ["diterima"]
    with pytest.raises(DataError, match="tidak sedang terkunci"):
        terkunci.panggil(services.final_buka, **BUKA)
    terkunci.panggil(services.final_kunci, nip=KEPALA, tahun=2024, oleh="Sari")
    assert terkunci.angka("SELECT count(*) FROM ek_final") == 2
    with pytest.raises(psycopg.errors.UniqueViolation):
        terkunci.connection.execute(
            "INSERT INTO ek_final(instansi_id, pegawai_id, tahun, dikunci_oleh, dikunci_pada) "
            "SELECT instansi_id, pegawai_id, tahun, 'x', now() FROM ek_final LIMIT 1"
        )

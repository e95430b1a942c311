"""Units, their tie to schools, and what "Sinkronisasi ASN" takes over."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest

from ekinerja.kantor import ASING, BELUM, GURU, KEPALA, MATI, SATU, TANPA_UNOR, Kantor, skp
from selaras.ekinerja import selectors, services
from selaras.galat import DataError


def test_a_school_has_one_active_unit_even_past_the_service(kantor: Kantor) -> None:
    with pytest.raises(psycopg.errors.UniqueViolation), kantor.connection.transaction():
        kantor.connection.execute("UPDATE ek_unor SET npsn = %s WHERE id = 'u4'", [SATU])
    with pytest.raises(DataError, match="sudah padan"):
        kantor.panggil(services.unor_padankan, id="u4", npsn=SATU)
    kantor.panggil(services.unor_aktifkan, id="u1", aktif=False)
    kantor.panggil(services.unor_padankan, id="u4", npsn=SATU)
    with pytest.raises(DataError, match="sudah padan"):
        kantor.panggil(services.unor_aktifkan, id="u1")


def test_a_unit_that_is_made_active_lets_its_people_through(kantor: Kantor) -> None:
    assert kantor.hasil(skp(KEPALA, MATI)) == ["E03"]
    kantor.panggil(services.unor_aktifkan, id="u3")
    assert kantor.hasil(skp(KEPALA, MATI)) == ["diterima"]


def test_a_unit_never_stands_below_itself(kantor: Kantor) -> None:
    for above in ("dinas", "u1"):
        with pytest.raises(DataError, match="di bawah dirinya"):
            kantor.panggil(services.unor_simpan, id="dinas", nama="DINAS", atasan_id=above)


@pytest.mark.parametrize("said", [{"nama": ""}, {"nama": "X", "atasan_id": "entah"}])
def test_a_unit_needs_a_name_and_a_known_superior(kantor: Kantor, said: dict[str, Any]) -> None:
    with pytest.raises(DataError, match="tidak dapat disimpan"):
        kantor.panggil(services.unor_simpan, id="baru", **said)


def test_a_unit_is_added_and_changed(kantor: Kantor) -> None:
    kantor.panggil(services.unor_simpan, id="u5", nama="SDN 5", atasan_id="dinas", npsn=BELUM)
    kantor.panggil(services.unor_simpan, id="u5", nama="SDN 5 BARU", atasan_id="dinas", npsn=BELUM)
    assert [row["nama_unor"] for row in selectors.unor(kantor.connection, instansi=1) if row["id"] == "u5"] == [
        "SDN 5 BARU"
    ]
    assert kantor.hasil(skp(KEPALA, BELUM)) == ["diterima"]


@pytest.mark.parametrize("service", [services.unor_padankan, services.unor_aktifkan])
def test_a_unit_that_is_not_there_is_said_so(kantor: Kantor, service: Any) -> None:
    more = {"npsn": BELUM} if service is services.unor_padankan else {}
    with pytest.raises(DataError, match="tidak terdaftar"):
        kantor.panggil(service, id="entah", **more)


def test_a_sync_changes_what_it_tells_and_keeps_the_rest(kantor: Kantor) -> None:
    kantor.tulis(skp(KEPALA))
    assert kantor.hasil(skp(TANPA_UNOR)) == ["E03"]
    told = [{"nip": TANPA_UNOR, "unor_id": "u1"}, {"nip": ASING, "nama": "ANI BARU", "unor_id": "u1"}]
    assert kantor.panggil(services.pegawai_sinkron_asn, pegawai=told) == 2
    assert kantor.hasil(skp(TANPA_UNOR), skp(ASING)) == ["diterima", "diterima"]
    row = kantor.connection.execute(
        "SELECT nama, golru, (disinkron AT TIME ZONE 'Asia/Jakarta')::date::text FROM ek_pegawai WHERE nip = %s",
        [TANPA_UNOR],
    ).fetchone()
    assert row == ("TITO TANPA", "III/d", "2025-01-06")


@pytest.mark.parametrize(
    ("people", "sentence"),
    [
        ([{"nip": ASING}], "tidak lengkap"),
        ([{"nip": "123", "nama": "X"}], "tidak lengkap"),
        ([{"nip": GURU}, {"nip": GURU}], "dua kali"),
    ],
)
def test_a_sync_refuses_what_is_not_whole(kantor: Kantor, people: list[dict[str, Any]], sentence: str) -> None:
    with pytest.raises(DataError, match=sentence):
        kantor.panggil(services.pegawai_sinkron_asn, pegawai=people)

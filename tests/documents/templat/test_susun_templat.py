"""From what the ledger knows of a person to what the template carries."""

from __future__ import annotations

import datetime as dt
from typing import Any

from documents.templat.pemeran import BUDI
from selaras.documents.templat import PegawaiTemplat, slots_tipe, susun
from selaras.monitoring.orang import OrangSekolah

SLOTS = slots_tipe("triwulanan")
ROSTER = {"nama": "Budi", "jenis_ptk": "Guru Kelas", "status_kepegawaian": "PNS", "lahir_asli": "1985", "jk": "L"}


def jadi(**lain: Any) -> PegawaiTemplat:
    dasar: dict[str, Any] = {
        "nip": BUDI, "nama": "Budi", "mulai": dt.date(2010, 12, 1), "kepegawaian": "PPPK", "jenis_ptk": "Guru Mapel",
        "pegawai": ROSTER, "skp": [], "nilai": [], "terisi": [],
    }  # fmt: skip
    return susun(OrangSekolah(**(dasar | lain)), tahun=2024, slots=SLOTS)


def skp(mulai: str, selesai: str, skp_id: str, *, plt: bool = False) -> dict[str, Any]:
    return {
        "status": 4, "mulai": mulai, "selesai": selesai, "plt": plt, "penilai": None, "tanggal": None,
        "lain": {"skp_id": skp_id, "nip_penilai": "1234"},
    }  # fmt: skip


def test_it_rates_the_periods_of_the_tipe_periodik_and_the_year() -> None:
    assert SLOTS == (201, 202, 203, 204, 400)
    assert slots_tipe("bulanan") == (*range(101, 113), 400)


def test_it_gives_a_new_rating_to_the_skp_that_covers_the_end_of_its_period() -> None:
    p = jadi(skp=[skp("2024-01-01", "2024-08-31", "guru"), skp("2024-09-01", "2024-12-31", "kepala")])
    assert p.induk == {201: "guru", 202: "guru", 203: "kepala", 204: "kepala", 400: "kepala"}
    assert p.lewati == frozenset()


def test_it_offers_no_rating_of_a_time_that_another_school_answers_for() -> None:
    p = jadi(skp=[skp("2024-07-01", "2024-12-31", "baru")], terisi=[201, 202, 203])
    assert p.slots(SLOTS) == [204, 400]


def test_it_never_hangs_a_rating_on_an_acting_post() -> None:
    p = jadi(skp=[skp("2024-01-01", "2024-12-31", "plt", plt=True)])
    assert p.induk == {}
    assert p.slots(SLOTS) == list(SLOTS)


def test_it_offers_no_rating_from_before_the_service_began() -> None:
    assert jadi(mulai=dt.date(2024, 7, 1)).slots(SLOTS) == [203, 204, 400]
    assert jadi(mulai=None).slots(SLOTS) == list(SLOTS)


def test_it_asserts_of_the_person_only_what_the_roster_of_pmm_says() -> None:
    p = jadi()
    assert (p.terdaftar, p.jenis_ptk, p.status_kepegawaian) == (True, "Guru Kelas", "PNS")
    (roster,) = p.kenal("pegawai")
    assert (roster["tanggal_lahir"], roster["jenis_kelamin"], roster["nip_atasan"]) == ("1985", "L", "")
    p = jadi(pegawai=None)
    assert (p.terdaftar, p.jenis_ptk, p.status_kepegawaian) == (False, "Guru Mapel", "PPPK")
    assert p.kenal("pegawai") == []


def test_it_carries_an_skp_and_a_rating_with_all_that_is_stored() -> None:
    nilai = {
        "slot": 201, "hasil": 1, "perilaku": None, "predikat": None, "status": 1, "penilai": None, "tanggal": None,
        "lain": {"skp_id": "a", "umpan_balik": "Bagus.", "nip_penilai": "rusak"},
    }  # fmt: skip
    p = jadi(
        skp=[skp("2024-01-01", "2024-12-31", "a")], nilai=[nilai, nilai | {"slot": 301, "lain": None}], terisi=[201]
    )
    (satu,) = p.kenal("skp")
    assert (satu["skp_id"], satu["status"], satu["plt"], satu["nip_penilai"]) == ("a", "Disepakati", "0", "1234")
    (tw1,) = p.kenal("201")
    assert {n: t for n, t in tw1.items() if t} == {
        "hasil_kerja": "Diatas Ekspektasi", "status": "draf", "nip_penilai": "rusak", "skp_id": "a",
        "umpan_balik": "Bagus.",
    }  # fmt: skip
    assert p.slots(SLOTS) == [201, 202, 203, 204, 301, 400]

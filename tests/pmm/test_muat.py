"""Filling an instansi in bulk, and filling it again with what a mending changed."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from pmm.gugus import DUA, NIP, SATU, Gugus
from selaras.galat import DataError
from selaras.pmm import selectors, services

SEKOLAH = [(SATU, "SDN 1 CONTOH"), {"npsn": DUA, "nama": "SDN 2 CONTOH"}]
PEGAWAI = [
    {"nip": NIP["kepala"], "nama": "SITI KEPALA", "npsn": SATU, "kepala": True, "jabatan": "Kepala Sekolah"},
    (NIP["guru"], "BUDI GURU", SATU),
]


def skp(skp_id: str, **said: Any) -> dict[str, Any]:
    whole = {"id": skp_id, "nip": NIP["guru"], "npsn": SATU, "tahun": 2024, "mulai": "2024-07-01"}
    return whole | {"selesai": "2024-12-31", "penilai_nip": NIP["kepala"], "indikator": 2} | said


@pytest.fixture
def kosong(dsn: str) -> Any:
    office = Gugus(dsn)
    office.panggil(services.muat, sekolah=SEKOLAH, pegawai=PEGAWAI)
    yield office
    office.tutup()


def isi(office: Gugus) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in office.lihat(selectors.perubahan, batas=5000).baris:
        found.setdefault(row["jenis"], []).append(row["isi"])
    return found


def test_what_was_loaded_is_held_with_its_defaults(kosong: Gugus) -> None:
    skp_id = str(uuid4())
    loaded = kosong.panggil(
        services.muat,
        skp=[skp(skp_id)],
        rhk=[(skp_id, "1", "Suasana tertib"), (skp_id, "2", "Wali kelas", "tambahan")],
        kegiatan=[{"nip": NIP["guru"], "jenis": "webinar", "judul": "W", "mulai": "2024-08-01", "sumber": "k",
                   "sumber_id": "1"}],
        penilaian=[(skp_id, 302, 1, 2, 2), (skp_id, 203, None, None, None, 1)],
    )  # fmt: skip
    assert (loaded.skp, loaded.rhk, loaded.kegiatan, loaded.penilaian, loaded.pegawai) == (1, 2, 1, 2, 0)
    held = isi(kosong)
    assert (held["skp"][0]["status"], held["skp"][0]["nip_penilai"]) == ("Disepakati", NIP["kepala"])
    assert held["skp"][0]["tanggal_disepakati"] == "2024-07-31"
    assert sorted((row["nomor"], row["bagian"]) for row in held["rhk"]) == [("1", "utama"), ("2", "tambahan")]
    assert sorted(row["status"] for row in held["penilaian"]) == ["draf", "terkirim"]
    assert kosong.angka("SELECT count(*) FROM pm_kiriman") == 1
    assert kosong.angka("SELECT slot FROM pm_skp") == 302
    assert sorted((row["nama"], row["status_kepegawaian"]) for row in held["pegawai"]) == [
        ("BUDI GURU", "PNS"), ("SITI KEPALA", "PNS")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("tahun", "mulai", "selesai", "slot"),
    [(2024, "01-01", "06-30", 301), (2024, "07-01", "12-31", 302), (2024, "01-01", "12-31", 400),
     (2025, "07-01", "12-31", 400)],
)  # fmt: skip
def test_the_period_of_a_plan_follows_from_its_dates(
    kosong: Gugus, tahun: int, mulai: str, selesai: str, slot: int
) -> None:
    row = skp(str(uuid4()), tahun=tahun, mulai=f"{tahun}-{mulai}", selesai=f"{tahun}-{selesai}")
    kosong.panggil(services.muat, skp=[row])
    assert kosong.angka("SELECT slot FROM pm_skp") == slot


def test_loading_the_same_again_changes_nothing_and_something_else_only_that(kosong: Gugus) -> None:
    skp_id = str(uuid4())
    said: dict[str, Any] = {
        "sekolah": SEKOLAH, "pegawai": PEGAWAI, "skp": [skp(skp_id)], "rhk": [(skp_id, "1", "A")],
        "penilaian": [(skp_id, 302, 1, 2, 2, 3, "Baik", NIP["kepala"], "2025-01-02 08:00")],
    }  # fmt: skip
    kosong.panggil(services.muat, **said)
    last = kosong.lihat(selectors.perubahan).kursor
    kosong.panggil(services.muat, **said)
    assert kosong.lihat(selectors.perubahan, setelah=last).baris == []
    kosong.panggil(services.muat, penilaian=[(skp_id, 302, 2, 2, 2, 3, "Baik", NIP["kepala"], "2025-01-02 08:00")])
    [changed] = kosong.lihat(selectors.perubahan, setelah=last).baris
    assert (changed["jenis"], changed["isi"]["hasil_kerja"]) == ("penilaian", "Sesuai ekspektasi")
    assert [
        kosong.angka("SELECT count(*) FROM pm_kiriman WHERE (ditarik IS NULL) = %s", live) for live in (True, False)
    ] == [1, 1]


def test_what_was_loaded_can_be_worked_with(kosong: Gugus) -> None:
    skp_id = str(uuid4())
    kosong.panggil(services.muat, skp=[skp(skp_id, status=2)])
    for siapa in ("kepala", "guru"):
        kosong.id[siapa] = str(
            next(row["id"] for row in kosong.lihat(selectors.perubahan).baris if row["isi"].get("nip") == NIP[siapa])
        )
    kosong.panggil(services.skp_sepakati, oleh="kepala", skp_id=skp_id)
    kosong.nilai(skp_id, slot=203)
    assert kosong.kirim(slot=203)["BUDI GURU"].hasil == "terkirim"


@pytest.mark.parametrize(
    "said",
    [
        {"skp": [skp(str(uuid4()), nip="198901012014011999")]},
        {"skp": [skp(str(uuid4()), npsn="20271999")]},
        {"skp": [skp("bukan uuid")]},
        {"skp": [skp(str(uuid4()), selesai="2025-06-30")]},
        {"skp": [skp(str(uuid4()), status=3)]},
        {"rhk": [(str(uuid4()), "1", "A")]},
        {"penilaian": [(str(uuid4()), 302, 1, 1, 1)]},
        {"pegawai": [("123", "X", SATU)]},
        {"pegawai": [(NIP["rekan"], "X", "20271999")]},
        {"kegiatan": [{"nip": NIP["guru"], "jenis": "webinar", "judul": "W", "mulai": "2024-08-01", "sumber": "k"}]},
        {"kegiatan": [{"nip": NIP["guru"], "jenis": "tidur", "judul": "W", "mulai": "2024-08-01"}]},
    ],
)
def test_what_breaks_a_rule_of_the_tables_is_refused_as_a_whole(kosong: Gugus, said: dict[str, Any]) -> None:
    before = isi(kosong)
    with pytest.raises(DataError, match="tidak dapat dimuat"):
        kosong.panggil(services.muat, **said)
    assert isi(kosong) == before


def test_thousands_of_rows_are_loaded_in_one_go(kosong: Gugus) -> None:
    nips = [f"1985{bulan:02}{hari:02}201001{jk}{urut}" for bulan in range(1, 11) for hari in range(1, 26)
            for jk in (1, 2) for urut in (901, 902)]  # fmt: skip
    ids = [str(uuid4()) for _ in nips]
    loaded = kosong.panggil(
        services.muat,
        pegawai=((nip, f"GURU {i}", DUA) for i, nip in enumerate(nips)),
        skp=(skp(skp_id, nip=nip, npsn=DUA, penilai_nip=None) for skp_id, nip in zip(ids, nips, strict=True)),
        rhk=((skp_id, str(n), f"RHK {n}") for skp_id in ids for n in range(1, 5)),
        penilaian=((skp_id, slot, 2, 2, 2) for skp_id in ids for slot in (203, 204, 302, 400)),
    )
    assert (loaded.pegawai, loaded.rhk, loaded.penilaian) == (1000, 4000, 4000)
    assert kosong.angka("SELECT count(DISTINCT urut) FROM pm_rhk") == 4000

"""Activities: by hand, and automatically from whoever reports them, each once."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pmm.gugus import NIP, Gugus
from selaras.galat import DataError, Forbidden
from selaras.pmm import services

HARI = dt.date(2024, 8, 17)


def lapor(nomor: str = "K-1", siapa: str = "guru", **said: Any) -> dict[str, Any]:
    return {
        "id": nomor, "nip": NIP[siapa], "jenis": "pelatihan_mandiri", "judul": "Asesmen awal",
        "tanggal_mulai": "2024-08-01", "tanggal_selesai": "2024-08-05", "jam": 8,
    } | said  # fmt: skip


def kirim(gugus: Gugus, *rows: Any, sumber: str = "kursus") -> list[str]:
    told = gugus.panggil(services.kegiatan_otomatis, sumber=sumber, kegiatan=rows)
    return [satu["hasil"] for satu in told]


def pesan(gugus: Gugus, row: Any) -> str:
    [told] = gugus.panggil(services.kegiatan_otomatis, sumber="kursus", kegiatan=[row])
    assert told["hasil"] == "ditolak"
    return str(told["pesan"])


def test_what_a_teacher_records_stands_in_his_year(gugus: Gugus) -> None:
    gugus.panggil(
        services.kegiatan_catat, oleh="guru", jenis="praktik_baik", judul="Berbagi di KKG", mulai=HARI,
        jam=Decimal("2.5"), tautan="https://contoh.id/a",
    )  # fmt: skip
    [row] = gugus.setahun()["kegiatan"]
    assert (row["judul"], row["jam"], row["otomatis"]) == ("Berbagi di KKG", Decimal("2.50"), False)
    assert gugus.setahun(tahun=2025)["kegiatan"] == []


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"jenis": "tidur"}, "Jenis kegiatan"),
        ({"judul": " "}, "Judul kegiatan wajib"),
        ({"mulai": dt.date(2025, 2, 1)}, "sesudah dimulai"),
        ({"selesai": dt.date(2024, 1, 1)}, "mendahului"),
        ({"tautan": "javascript:alert(1)"}, "http atau https"),
        ({"tautan": "https://a b"}, "http atau https"),
        ({"jam": Decimal(-1)}, "tidak dapat disimpan"),
        ({"jam": Decimal("1e9")}, "tidak dapat disimpan"),
        ({"judul": "a\x00"}, "tidak dapat disimpan"),
    ],
)
def test_an_activity_that_can_not_be_is_refused(gugus: Gugus, said: dict[str, Any], sentence: str) -> None:
    whole = {"jenis": "webinar", "judul": "Webinar", "mulai": HARI} | said
    with pytest.raises(DataError, match=sentence):
        gugus.panggil(services.kegiatan_catat, oleh="guru", **whole)


def test_what_was_recorded_by_hand_can_be_taken_back_by_its_owner_only(gugus: Gugus) -> None:
    mine = gugus.panggil(services.kegiatan_catat, oleh="guru", jenis="webinar", judul="X", mulai=HARI)
    with pytest.raises(Forbidden):
        gugus.panggil(services.kegiatan_tarik, oleh="rekan", kegiatan_id=mine)
    gugus.panggil(services.kegiatan_tarik, oleh="guru", kegiatan_id=mine)
    assert gugus.setahun()["kegiatan"] == []
    assert kirim(gugus, lapor()) == ["dicatat"]
    [row] = gugus.setahun()["kegiatan"]
    with pytest.raises(DataError, match="dicatat otomatis"):
        gugus.panggil(services.kegiatan_tarik, oleh="guru", kegiatan_id=str(row["id"]))


def test_a_completed_course_is_recorded_once_however_often_it_is_reported(gugus: Gugus) -> None:
    assert kirim(gugus, lapor()) == ["dicatat"]
    before = gugus.angka("SELECT urut FROM pm_kegiatan")
    assert kirim(gugus, lapor(), lapor("K-2")) == ["sama", "dicatat"]
    assert gugus.angka("SELECT urut FROM pm_kegiatan WHERE sumber_id = 'K-1'") == before
    assert kirim(gugus, lapor(judul="Asesmen awal, edisi 2")) == ["diubah"]
    assert kirim(gugus, lapor(), sumber="acara") == ["dicatat"]
    assert [row["judul"] for row in gugus.setahun()["kegiatan"]].count("Asesmen awal, edisi 2") == 1
    assert gugus.angka("SELECT count(*) FROM pm_kegiatan") == 3


def test_every_row_of_a_batch_has_its_own_outcome(gugus: Gugus) -> None:
    rows = (lapor(), lapor("K-2", nip="12"), lapor(), lapor(judul="Lain"), lapor("K-3", siapa="rekan"))
    assert kirim(gugus, *rows) == ["dicatat", "ditolak", "sama", "ditolak", "dicatat"]
    assert kirim(gugus, lapor("K-3")) == ["ditolak"], "the number belongs to somebody else"


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"nip": "198501012010011999"}, "NIP ini tidak terdaftar"),
        ({"nip": None}, "Nip bukan NIP"),
        ({"nip": ["x"]}, "nip bukan teks"),
        ({"id": ""}, "Id kosong"),
        ({"id": True}, "Id bukan teks"),
        ({"id": "x" * 300}, "tidak dapat disimpan"),
        ({"jenis": "tidur"}, "jenis"),
        ({"judul": "a\x00"}, "tidak dapat disimpan"),
        ({"judul": "a\ud800"}, "tidak dapat disimpan"),
        ({"judul": {"a": 1}}, "Judul bukan teks"),
        ({"tanggal_mulai": "01-08-2024"}, "Tanggal_mulai bukan tanggal"),
        ({"tanggal_mulai": "2024-02-30"}, "bukan tanggal"),
        ({"tanggal_mulai": 20240801}, "bukan tanggal"),
        ({"tanggal_mulai": None}, "Tanggal_mulai kosong"),
        ({"tanggal_mulai": "0001-01-01", "tanggal_selesai": None}, "di luar tahun"),
        ({"tanggal_selesai": "2024-07-01"}, "mendahului"),
        ({"tanggal_selesai": "2025-02-01"}, "belum selesai"),
        ({"jam": "NaN"}, "Jam bukan bilangan"),
        ({"jam": "1e400"}, "Jam bukan bilangan"),
        ({"jam": []}, "Jam bukan bilangan"),
        ({"poin": 1000}, "Poin bukan bilangan"),
        ({"poin": -1}, "Poin bukan bilangan"),
        ({"tautan_bukti": "ftp://x"}, "Tautan_bukti bukan alamat"),
        ({"tautan_bukti": "https://"}, "Tautan_bukti bukan alamat"),
    ],
)
def test_a_row_that_can_not_be_used_says_why(gugus: Gugus, said: dict[str, Any], sentence: str) -> None:
    told = pesan(gugus, lapor(**said))
    assert sentence.lower() in told.lower()
    assert NIP["guru"] not in told
    assert gugus.angka("SELECT count(*) FROM pm_kegiatan") == 0


def test_a_title_that_shows_an_escape_is_a_title(gugus: Gugus) -> None:
    assert kirim(gugus, lapor(judul="Karakter \\u0000 dan \\\\u0000")) == ["dicatat"]
    assert [row["judul"] for row in gugus.setahun()["kegiatan"]] == ["Karakter \\u0000 dan \\\\u0000"]


def test_a_call_itself_has_limits(gugus: Gugus) -> None:
    for sumber in ("", " ", "manual"):
        with pytest.raises(DataError, match="Sumber"):
            kirim(gugus, lapor(), sumber=sumber)
    with pytest.raises(DataError, match="paling banyak 500"):
        kirim(gugus, *[lapor(str(i)) for i in range(501)])
    assert kirim(gugus) == []


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
FIELDS = ("id", "nip", "jenis", "judul", "tanggal_mulai", "tanggal_selesai", "peran", "jam", "poin", "tautan_bukti")


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=st.dictionaries(st.sampled_from(FIELDS), JSON, max_size=4))
def test_whatever_a_row_holds_it_has_an_outcome(gugus: Gugus, said: dict[str, Any]) -> None:
    [hasil] = kirim(gugus, lapor() | said)
    assert hasil in ("dicatat", "diubah", "sama", "ditolak")
    if hasil != "ditolak":
        assert kirim(gugus, lapor() | said) == ["sama"]

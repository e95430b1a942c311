"""A row twice (G1) and a key with two contents (G2), inside one chunk and across chunks: the same outcome."""

from __future__ import annotations

from typing import Any

import pytest

from jobs.desa import BUDI, DEWI, EKO, SARI, TONO, WATI, Baris, Desa, nilai, nilai_ek, tabel
from jobs.ruang import Ruang
from selaras.intake import chunks

KECIL, BESAR = 2, 50_000


@pytest.fixture(params=[BESAR, KECIL, 1], ids=["one chunk", "two rows a chunk", "a row a chunk"])
def chunk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(chunks, "FIRST", request.param)
    monkeypatch.setattr(chunks, "MOST", request.param)
    return int(request.param)


def hitung(done: list[Any]) -> dict[str, int]:
    c = done[0].counts
    return {
        name: value
        for name in ("read", "new", "changed", "same", "duplicate", "rejected")
        if (value := getattr(c, name))
    }


def baris(ruang: Ruang) -> list[tuple[str, int]]:
    return ruang.semua("SELECT codes[1], line FROM baris ORDER BY line")


LAIN = {"predikat": "Sangat Baik", "hasil_kerja": "Diatas Ekspektasi", "perilaku_kerja": "Diatas Ekspektasi"}


def pmm(ruang: Ruang, rows: list[Baris], berkas: str = "nilai.csv") -> dict[str, int]:
    return hitung(ruang.baca(tabel(berkas, rows)))


@pytest.mark.usefixtures("chunk")
def test_an_equal_row_counts_once_and_the_first_is_kept(ruang: Ruang) -> None:
    rows = [nilai(BUDI, "1"), nilai(WATI, "1"), nilai(DEWI, "1"), nilai(BUDI, "1"), nilai(BUDI, "1")]
    assert pmm(ruang, rows) == {"read": 5, "new": 3, "duplicate": 2}
    assert baris(ruang) == [("G1", 5), ("G1", 6)]
    assert ruang.angka("SELECT line FROM record ORDER BY line LIMIT 1") == 2


def test_a_file_written_twice_over_counts_every_row_once(ruang: Ruang, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunks, "FEW", 2)  # more than these are sorted out with their whole chunk
    rows = [nilai(orang, "1") for orang in (BUDI, WATI, DEWI, EKO)]
    assert pmm(ruang, [*rows, *rows]) == {"read": 8, "new": 4, "duplicate": 4}


@pytest.mark.usefixtures("chunk")
def test_two_contents_of_one_key_are_both_set_aside(ruang: Ruang) -> None:
    rows = [nilai(BUDI, "1"), nilai(WATI, "1"), nilai(DEWI, "1"), nilai(EKO, "1"), nilai(BUDI, "1") | LAIN]
    assert pmm(ruang, rows) == {"read": 5, "new": 3, "rejected": 2}
    assert baris(ruang) == [("G2", 2), ("G2", 6)]
    assert ruang.angka("SELECT count(*) FROM record") == 3


@pytest.mark.usefixtures("chunk")
def test_a_third_row_of_a_disputed_key_is_set_aside_too(ruang: Ruang) -> None:
    rows = [nilai(BUDI, "1"), nilai(WATI, "1"), nilai(BUDI, "1") | LAIN, nilai(DEWI, "1"), nilai(BUDI, "1")]
    assert pmm(ruang, rows) == {"read": 5, "new": 2, "rejected": 3}
    assert [line for _, line in baris(ruang)] == [2, 4, 6]


@pytest.mark.usefixtures("chunk")
def test_the_version_before_stands_again_when_the_new_one_is_disputed(ruang: Ruang) -> None:
    pmm(ruang, [nilai(BUDI, "1"), nilai(WATI, "1"), nilai(DEWI, "1")], "lama.csv")
    before = ruang.satu("SELECT id, core, raw_hash, batch_id, line FROM record WHERE line = 2")
    dua = {"predikat": "Kurang", "perilaku_kerja": "Dibawah Ekspektasi"}
    rows = [nilai(BUDI, "1") | LAIN, nilai(TONO, "1"), nilai(SARI, "1"), nilai(BUDI, "1") | dua]
    assert pmm(ruang, rows, "baru.csv") == {"read": 4, "new": 2, "rejected": 2}
    assert ruang.satu("SELECT id, core, raw_hash, batch_id, line FROM record WHERE id = %s", [before[0]]) == before
    assert ruang.rekap().seimbang is True


def laporan(rows: list[Baris], hari: str = "2025-01-06") -> Desa:
    desa = Desa(hari)
    desa.laporan_nilai["1"] = rows
    return desa


EK_LAIN = {"hasil_akhir": "Sangat Baik", "hasil_kerja": "Diatas Ekspektasi", "perilaku_kerja": "Diatas Ekspektasi"}


@pytest.mark.usefixtures("chunk")
def test_a_disputed_key_of_a_complete_report_withdraws_nothing(ruang: Ruang) -> None:
    good = [nilai_ek(o, "1") for o in (BUDI, WATI, DEWI)]
    ruang.impor(laporan(good), "laporan-nilai-1")
    rows = [
        good[0] | EK_LAIN,
        good[1],
        good[2],
        good[0] | {"hasil_akhir": "Kurang", "perilaku_kerja": "Dibawah Ekspektasi"},
    ]
    done = ruang.impor(laporan(rows, "2025-01-08"), "laporan-nilai-1")
    assert hitung(done) == {"read": 4, "same": 2, "rejected": 2}
    assert done[0].counts.gone == 0
    assert ruang.angka("SELECT count(*) FROM record WHERE gone_batch IS NULL") == 3


@pytest.mark.usefixtures("chunk")
def test_a_key_is_disputed_also_when_its_first_row_is_the_known_one(ruang: Ruang) -> None:
    good = [nilai_ek(o, "1") for o in (BUDI, WATI, DEWI)]
    ruang.impor(laporan(good), "laporan-nilai-1")
    done = ruang.impor(laporan([*good, good[0] | EK_LAIN], "2025-01-08"), "laporan-nilai-1")
    assert hitung(done) == {"read": 4, "same": 2, "rejected": 2}
    assert ruang.semua("SELECT codes[1], line FROM baris ORDER BY line") == [("G2", 8), ("G2", 11)]
    core = ruang.semua("SELECT DISTINCT core::text FROM record WHERE gone_batch IS NULL")
    assert core == [("00000000-0000-0000-0000-000000000222",)]


@pytest.mark.usefixtures("chunk")
def test_a_known_row_twice_is_a_duplicate_too(ruang: Ruang) -> None:
    good = [nilai_ek(o, "1") for o in (BUDI, WATI, DEWI)]
    ruang.impor(laporan(good), "laporan-nilai-1")
    done = ruang.impor(laporan([*good, good[0]], "2025-01-08"), "laporan-nilai-1")
    assert hitung(done) == {"read": 4, "same": 3, "duplicate": 1}


@pytest.mark.usefixtures("chunk")
def test_two_contents_after_a_first_one_undo_the_first(ruang: Ruang) -> None:
    dua = {"predikat": "Kurang", "perilaku_kerja": "Dibawah Ekspektasi"}
    rows = [nilai(BUDI, "1"), nilai(WATI, "1"), nilai(BUDI, "1") | LAIN, nilai(BUDI, "1") | dua]
    assert pmm(ruang, rows) == {"read": 4, "new": 1, "rejected": 3}
    assert ruang.angka("SELECT count(*) FROM record") == 1


@pytest.mark.usefixtures("chunk")
def test_a_row_that_came_back_and_is_disputed_goes_again(ruang: Ruang) -> None:
    good = [nilai_ek(o, "1") for o in (BUDI, WATI, DEWI)]
    ruang.impor(laporan(good), "laporan-nilai-1")
    ruang.impor(laporan(good[1:], "2025-01-07"), "laporan-nilai-1")
    done = ruang.impor(laporan([*good, good[0] | EK_LAIN], "2025-01-08"), "laporan-nilai-1")
    assert hitung(done) == {"read": 4, "same": 2, "rejected": 2}
    assert ruang.angka("SELECT count(*) FROM record WHERE gone_batch IS NOT NULL") == 1


@pytest.mark.usefixtures("chunk")
@pytest.mark.parametrize("order", [1, -1], ids=["known first", "known last"])
def test_a_row_that_contradicts_a_known_row_of_its_file_is_set_aside(ruang: Ruang, order: int) -> None:
    known = [nilai(BUDI, "1"), nilai(WATI, "1"), nilai(DEWI, "1")]
    pmm(ruang, known, "lama.csv")
    rows = [nilai(BUDI, "1"), nilai(BUDI, "1") | LAIN][::order]
    for number in (1, 2):  # and again: it does not flip
        assert pmm(ruang, [*known[1:], *rows], f"baru {number}.csv") == {"read": 4, "same": 3, "rejected": 1}
        core = ruang.satu(
            "SELECT core::text, gone_batch FROM record r JOIN akun a ON a.id = r.akun_id WHERE a.nip = %s", [BUDI.nip]
        )
        assert core == ("00000000-0000-0000-0000-000000000222", None)
    assert {code for code, _ in baris(ruang)} == {"G2"}


@pytest.mark.usefixtures("chunk")
def test_a_changed_row_is_no_contradiction(ruang: Ruang) -> None:
    known = [nilai(BUDI, "1"), nilai(WATI, "1"), nilai(DEWI, "1")]
    pmm(ruang, known, "lama.csv")
    assert pmm(ruang, [nilai(BUDI, "1") | LAIN, *known[1:]], "baru.csv") == {"read": 3, "changed": 1, "same": 2}

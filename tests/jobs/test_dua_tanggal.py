"""Two data dates: what was finished, what is new, what came back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from jobs.daerah import Daerah, district
from jobs.desa import BUDI, DEWI, Desa
from jobs.ruang import Ruang
from selaras.monitoring.selectors import changes


@pytest.fixture(scope="module")
def daerah(server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Daerah]:
    folder = tmp_path_factory.mktemp("dua") / "berkas"
    with Daerah.buka(server, folder, district(31, 10, 130), hari=2) as made:
        made.impor(0)
        made.impor(1)
        yield made


def per_kode(rows: list[dict[str, Any]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(row["kode"], set()).add(row["nip"])
    return found


def perubahan(daerah: Daerah) -> dict[str, dict[str, set[str]]]:
    told = daerah.perintah("perubahan", "--sejak", daerah.hari[0], "--json", "--tampilkan-identitas").json
    return {kind: per_kode(told[kind]) for kind in ("selesai", "baru", "kembali")}


def test_it_names_everybody_who_was_finished(daerah: Daerah) -> None:
    selesai, key = perubahan(daerah)["selesai"], daerah.kunci(1)["selesai"]
    assert {kode: selesai.get(kode, set()) >= set(who) for kode, who in key.items()} == dict.fromkeys(key, True)


def test_it_calls_nobody_finished_who_is_not(daerah: Daerah) -> None:
    selesai, key = perubahan(daerah)["selesai"], daerah.kunci(1)["selesai"]
    mended = {nip for who in key.values() for nip in who}
    assert {nip for who in selesai.values() for nip in who} <= mended


def test_it_names_what_is_new_and_nothing_else(daerah: Daerah) -> None:
    told, key = perubahan(daerah), daerah.kunci(1)["baru"]
    assert {kode: sorted(who) for kode, who in told["baru"].items()} == key
    assert told["kembali"] == {}


def test_the_key_of_the_second_day_is_found_too(daerah: Daerah) -> None:
    from jobs.daerah import siapa

    found, key = siapa(daerah.kendala()), daerah.kunci(1)["kendala"]
    assert {kode: sorted(set(who) - found.get(kode, set())) for kode, who in key.items()} == {kode: [] for kode in key}
    assert daerah.rekap()["seimbang"] is True


def jenis(ruang: Ruang, sejak: str) -> set[tuple[str, str, str]]:
    rows = changes(ruang.db, instansi=ruang.instansi.id, tahun=2024, sejak=sejak)  # type: ignore[arg-type]
    return {(row["jenis"], row["kode"], row["nip"]) for row in rows}


def test_what_was_done_and_is_open_again_came_back(ruang: Ruang) -> None:
    satu = Desa("2025-01-06")
    satu.tanpa_ekinerja(BUDI, "4")
    ruang.kerjakan(satu)
    assert ruang.keadaan(BUDI, "4") == ("siap", "S8")
    ruang.kerjakan(Desa("2025-01-08"))
    assert ruang.keadaan(BUDI, "4") == ("selaras", None)
    assert jenis(ruang, "2025-01-06") == {("selesai", "S8", BUDI.nip)}
    tiga = Desa("2025-01-10")
    tiga.tanpa_ekinerja(BUDI, "4")
    tiga.tanpa_ekinerja(DEWI, "4")
    ruang.kerjakan(tiga)
    assert jenis(ruang, "2025-01-08") == {("kembali", "S8", BUDI.nip), ("baru", "S8", DEWI.nip)}
    assert jenis(ruang, "2025-01-06") == {("baru", "S8", DEWI.nip)}


def test_a_finding_that_comes_back_came_back(ruang: Ruang) -> None:
    for hari, status in (("2025-01-06", "ditetapkan"), ("2025-01-08", "terkirim"), ("2025-01-10", "ditetapkan")):
        desa = Desa(hari)
        desa.tanpa_ekinerja(BUDI, "4")
        desa.nilai(BUDI, "4")["status"] = status
        ruang.kerjakan(desa)
    assert jenis(ruang, "2025-01-08") == {("kembali", "R2", BUDI.nip)}
    assert jenis(ruang, "2025-01-06") == set()


def test_a_new_code_in_the_place_of_an_old_one_is_new_and_the_old_one_done(ruang: Ruang) -> None:
    satu = Desa("2025-01-06")
    satu.tanpa_ekinerja(BUDI, "4")
    satu.nilai(BUDI, "4")["status"] = "ditetapkan"
    ruang.kerjakan(satu)
    dua = Desa("2025-01-08")
    dua.tanpa_ekinerja(BUDI, "4")
    ruang.kerjakan(dua)
    assert jenis(ruang, "2025-01-06") == {("selesai", "R2", BUDI.nip), ("baru", "S8", BUDI.nip)}

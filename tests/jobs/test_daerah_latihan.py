"""The rehearsal district: what its key names is found, and nobody else is blamed."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest

from jobs.daerah import GRAVE, SEKOLAH, Daerah, district, siapa
from selaras.monitoring.selectors import di_luar_list

DAERAH = {"sepuluh": (3, 10, 130), "empat belas": (21, 14, 160), "dua puluh": (8, 20, 200)}


@pytest.fixture(scope="module", params=list(DAERAH))
def daerah(request: pytest.FixtureRequest, server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Daerah]:
    seed, sekolah, guru = DAERAH[request.param]
    folder = tmp_path_factory.mktemp("daerah") / "berkas"
    with Daerah.buka(server, folder, district(seed, sekolah, guru)) as made:
        made.impor()
        yield made


def test_it_finds_every_kendala_of_the_key_under_its_code(daerah: Daerah) -> None:
    found, key = siapa(daerah.kendala()), daerah.kunci()["kendala"]
    assert {kode: sorted(set(who) - found.get(kode, set())) for kode, who in key.items()} == {kode: [] for kode in key}


def test_it_blames_nobody_who_is_not_in_the_key(daerah: Daerah) -> None:
    key = daerah.kunci()
    boleh = {(kode, who) for part in ("kendala", "akibat") for kode, all_ in key[part].items() for who in all_}
    damaged = {who for _, who in boleh}
    lain = [
        (k["kode"], k["nip"], k["nama"])
        for k in daerah.kendala()
        if k["keadaan"] in GRAVE and k["kode"] not in SEKOLAH and k["nip"] not in damaged
    ]
    assert lain == []


def test_it_finds_no_code_that_the_key_neither_asks_nor_allows(daerah: Daerah) -> None:
    key = daerah.kunci()
    boleh = {(kode, who) for part in ("kendala", "akibat") for kode, all_ in key[part].items() for who in all_}
    boleh |= {("N5", twin) for twin in key["catatan"]["N5_nip_milik_orang_kedua"].values()}  # both claim the NIP
    notes = {"F1", "F2", "S7", "S8", "X2"}
    lain = [(kode, who) for kode, all_ in siapa(daerah.kendala()).items() for who in all_ if kode not in notes]
    assert sorted(set(lain) - boleh) == []


def test_it_finds_no_school_that_the_key_does_not_name(daerah: Daerah) -> None:
    found, key = siapa(daerah.kendala()), daerah.kunci()["kendala"]
    for kode in SEKOLAH:
        assert found.get(kode, set()) == set(key.get(kode, ())), kode


def test_it_puts_others_out_of_scope_and_finds_nothing_about_them(daerah: Daerah) -> None:
    luar = daerah.kunci()["di_luar_cakupan"]
    assert min(luar.values()) > 0
    assert daerah.rekap()["di_luar_cakupan"] >= sum(luar.values())
    found = {k["nip"] for k in daerah.kendala()} & nip_luar(daerah)
    assert found <= set(daerah.kunci()["kendala"]["T1"])  # a teacher under a Jenis PTK of tenaga kependidikan


def nip_luar(daerah: Daerah) -> set[str]:
    with psycopg.connect(daerah.perintah.dsn) as db:
        return {row[0] for row in db.execute("SELECT nip FROM baris WHERE kelas = 3 AND nip IS NOT NULL")}


def test_it_lists_those_out_of_scope_with_their_school(daerah: Daerah) -> None:
    with psycopg.connect(daerah.perintah.dsn) as db:
        listed = di_luar_list(db, instansi=1)
    luar = daerah.kunci()["di_luar_cakupan"]
    assert len(listed) >= sum(luar.values())
    assert all(one.nama and one.keterangan for one in listed)


def test_its_books_balance_and_every_open_entry_names_a_code(daerah: Daerah) -> None:
    rekap = daerah.rekap()
    assert rekap["seimbang"] is True
    assert rekap["total"] == sum(rekap["keadaan"].values())
    assert daerah.perintah("rekap").kode == 2


def test_lawful_oddities_are_no_findings(daerah: Daerah) -> None:
    odd = daerah.kunci()["catatan"]["tanpa_temuan"]
    grave = {k["nip"] for k in daerah.kendala() if k["keadaan"] in GRAVE and k["tingkat"] == "orang"}
    assert not grave & {*odd["mutasi"], *odd["pppk_juni"]}
    heads = [k for k in daerah.kendala() if k["npsn"] in (*odd["kepala_berganti"], *odd["plt_tercatat"])]
    assert not {k["kode"] for k in heads} & {"K1", "K2", "S4"}
    a1 = {k["npsn"] for k in heads if k["kode"] == "A1"}
    assert not a1 & set(odd["kepala_berganti"])

"""The connector: the PMM side of a year as lines that the interchange connector reads without a complaint."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import orjson
import pytest

from pmm.gugus import NIP, SATU, TAHUN, Gugus
from pmm.peladen import menjawab
from selaras.connectors.pmm_builtin import Access, PmmBuiltin, access, source_in_process, source_over_http
from selaras.connectors.pmm_builtin.over_http import OverHttp
from selaras.connectors.pmm_interchange import CONNECTOR
from selaras.connectors.ports import Context, Kind, Lines, Record
from selaras.connectors.registry import pmm_source, recognise
from selaras.galat import DataError, Stop, TryAgain
from selaras.pmm import services
from selaras.pmm.running import running


@pytest.fixture
def penuh(gugus: Gugus) -> Gugus:
    """The cluster with something of every kind."""
    gugus.nilai(gugus.siap_dinilai())
    gugus.kirim()
    gugus.nilai(gugus.skp("rekan", sampai="disepakati"), "rekan", slot=203)
    gugus.skp("kepala", sampai="diajukan")
    for nomor in ("1", "2"):
        gugus.panggil(
            services.kegiatan_catat, oleh="guru", jenis="webinar", judul=f"W{nomor}", mulai=dt.date(2024, 8, 1)
        )
    return gugus


def baris(source: PmmBuiltin, tahun: int = TAHUN) -> list[bytes]:
    return [raw for one in source.observe(tahun) if isinstance(one, Lines) for _, raw in one.rows]


def catatan(source: PmmBuiltin) -> list[Any]:
    [lines] = source.observe(TAHUN)
    assert recognise(lines) is CONNECTOR
    return list(CONNECTOR.records(lines, CONNECTOR.heading(lines), Context(TAHUN, dt.date(2025, 1, 6))))


def test_every_line_becomes_a_record(penuh: Gugus) -> None:
    found = catatan(source_in_process(penuh.dsn, penuh.instansi))
    assert [one for one in found if not isinstance(one, Record)] == []
    numbers = {kind: sum(one.kind == kind for one in found) for kind in Kind}
    assert (numbers[Kind.PEGAWAI], numbers[Kind.SKP], numbers[Kind.RHK], numbers[Kind.KEGIATAN]) == (5, 3, 6, 2)
    rated = {(one.akun, one.slot): (one.status, one.hasil, one.perilaku, one.predikat, one.penilai_nip)
             for one in found if one.kind == Kind.PENILAIAN}  # fmt: skip
    assert rated == {
        (NIP["guru"], 302): (3, 1, 2, 2, NIP["kepala"]),
        (NIP["rekan"], 203): (1, None, None, None, NIP["kepala"]),
    }
    plans = {one.akun: (one.status, one.place, one.mulai, one.plt) for one in found if one.kind == Kind.SKP}
    assert plans[NIP["guru"]] == (4, SATU, "2024-07-01", False)
    assert plans[NIP["kepala"]][0] == 2


def test_what_was_taken_back_is_left_out_and_another_year_too(penuh: Gugus) -> None:
    source = source_in_process(penuh.dsn, penuh.instansi)
    before = len(baris(source))
    [first, _] = penuh.setahun()["kegiatan"]
    penuh.panggil(services.kegiatan_tarik, oleh="guru", kegiatan_id=str(first["id"]))
    assert len(baris(source)) == before - 1
    assert {orjson.loads(raw)["jenis"] for raw in baris(source, 2025)} == {"pegawai"}
    assert list(source_in_process(penuh.dsn, 99).observe(TAHUN)) == []


def test_an_unchanged_year_reads_byte_for_byte_the_same(penuh: Gugus) -> None:
    source = source_in_process(penuh.dsn, penuh.instansi)
    before = sorted(baris(source))
    assert sorted(baris(source)) == before
    penuh.panggil(services.pegawai_simpan, nip=NIP["rekan"], nama="RINI", npsn=SATU)
    assert len(set(before) - set(baris(source))) == 1, "one account has another name; nothing else reads differently"


@pytest.fixture
def alamat(penuh: Gugus, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, str]]:
    monkeypatch.delenv("SELARAS_HARI_INI")
    token = penuh.panggil(services.token_buat)
    with running(penuh.dsn) as address:
        yield address, token


def test_over_http_it_reads_the_same_lines_and_a_bad_token_stops_it(penuh: Gugus, alamat: tuple[str, str]) -> None:
    address, token = alamat
    near = sorted(baris(source_in_process(penuh.dsn, penuh.instansi)))
    assert sorted(baris(source_over_http(Access(address, token)))) == near
    assert sorted(baris(PmmBuiltin(OverHttp(Access(address, token), page=3)))) == near
    environ = {"SELARAS_PMM_URL": address, "SELARAS_PMM_TOKEN": token}
    assert sorted(baris(pmm_source(dsn="", instansi=0, settings={}, environ=environ))) == near
    with pytest.raises(Stop, match="menolak token"):
        baris(source_over_http(Access(address, "salah")))
    kursus = penuh.panggil(services.token_buat, sumber="kursus")
    with pytest.raises(Stop, match="bukan token baca"):
        baris(source_over_http(Access(address, kursus)))
    with pytest.raises(Stop, match="tidak ada API PMM"):
        baris(source_over_http(Access(f"{address}/lain", token)))


class Kanal:
    """A channel that says what it is told to."""

    def __init__(self, *pages: Any) -> None:
        self._pages = pages

    def pages(self, tahun: int) -> Iterator[Any]:
        return iter(self._pages)


def satu(nomor: str, urut: int, *, ditarik: bool = False, **isi: Any) -> dict[str, Any]:
    return {"urut": urut, "jenis": "kegiatan", "id": nomor, "ditarik": ditarik, "isi": {"jenis": "kegiatan", **isi}}


def test_a_row_that_changes_while_it_is_read_counts_with_its_last_word() -> None:
    source = PmmBuiltin(
        Kanal([satu("a", 1, judul="lama"), satu("b", 2, judul="x")], [satu("a", 3, judul="baru")],
              [satu("b", 4, ditarik=True, judul="x")])
    )  # fmt: skip
    assert [orjson.loads(raw)["judul"] for raw in baris(source)] == ["baru"]


@pytest.mark.parametrize("row", [{}, {"jenis": "skp"}, satu("a", 1) | {"isi": None}, satu("a", 1) | {"isi": 1}])
def test_an_answer_that_is_none_is_read_again_later(row: Any) -> None:
    with pytest.raises(TryAgain, match="tidak terbaca"):
        baris(PmmBuiltin(Kanal([row])))


@pytest.mark.parametrize(
    ("status", "content", "error"),
    [
        (200, b"<html>", TryAgain),
        (200, b"{}", TryAgain),
        (200, b'{"perubahan": [], "kursor": 0, "masih": true}', TryAgain),
        (200, b'{"perubahan": [1], "kursor": 1, "masih": false}', TryAgain),
        (500, b"", TryAgain),
        (503, b"", TryAgain),
        (404, b"", Stop),
        (302, b"", Stop),
        (400, b'{"pesan": "Kursor 198501012010011902"}', DataError),
    ],
)
def test_every_answer_that_is_none_says_what_to_do(status: int, content: bytes, error: type[Exception]) -> None:
    with menjawab(status, content) as address, pytest.raises(error) as told:
        baris(source_over_http(Access(address, "x")))
    assert "198501012010011902" not in str(told.value)


def test_nobody_there_is_tried_again_later() -> None:
    with pytest.raises(TryAgain, match="tidak dapat dihubungi"):
        baris(source_over_http(Access("http://127.0.0.1:1", "x", 1.0)))


@pytest.mark.parametrize(
    "environ",
    [
        {"SELARAS_PMM_URL": "http://127.0.0.1:1"},
        {"SELARAS_PMM_URL": "http://pmm.contoh.id", "SELARAS_PMM_TOKEN": "x"},
        {"SELARAS_PMM_URL": "ftp://127.0.0.1", "SELARAS_PMM_TOKEN": "x"},
        {"SELARAS_PMM_URL": "https://a:b@pmm.contoh.id", "SELARAS_PMM_TOKEN": "x"},
        {"SELARAS_PMM_URL": "https://pmm.contoh.id", "SELARAS_PMM_TOKEN": "x y"},
    ],
)
def test_a_token_travels_only_where_it_is_safe(environ: dict[str, str]) -> None:
    with pytest.raises(Stop):
        access({}, environ)


def test_without_an_address_it_reads_in_process() -> None:
    assert access({}, {}) is None
    found = access({"pmm": {"url": "https://pmm.contoh.id/", "batas_waktu": 5}}, {"SELARAS_PMM_TOKEN": "rahasia"})
    assert found is not None
    assert (found.url, found.patience, "rahasia" in repr(found)) == ("https://pmm.contoh.id", 5.0, False)

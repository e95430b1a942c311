"""selaras templat: the names of a school out, filled in or not, and in again without losing or doubling anything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from cli.kabupaten import HARI, kabupaten
from conftest import drop_database
from documents.templat.pemeran import isikan, lembar, sel_baris
from jobs.desa import BUDI, SATU, WARGA, Desa
from jobs.pemasangan import copied
from jobs.perintah import Perintah

EKINERJA = ("laporan-skp", *(f"laporan-nilai-{tw}" for tw in "1234T"), "siasn", "dapodik", "peta", "periode")
STORED = {  # everything that an import could change, and nothing that says which batch brought it last
    "keadaan": "SELECT e.orang_id, e.kind, e.slot, e.sekolah_id, e.keadaan, c.kode, e.source_core, e.target_core, "
    "e.expected, e.plt FROM entry e LEFT JOIN code c ON c.id = e.code",
    "temuan": "SELECT c.kode, f.scope, f.ref FROM finding f JOIN code c ON c.id = f.code",
    "catatan": "SELECT tahun, side, kind, native, slot, akun_id, sekolah_id, unor_id, core, status, mulai, selesai, "
    "hasil, perilaku, predikat, plt, penilai_nip, tanggal, rest::jsonb, gone_batch FROM record",
    "akun": "SELECT to_jsonb(a) FROM akun a",
    "potret": "SELECT to_jsonb(p) FROM potret p",
    "baris": "SELECT codes, nip, nama, tahun, kind, slot FROM baris WHERE kelas = 1 AND cleared_batch IS NULL",
}  # fmt: skip


@pytest.fixture
def daerah(server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Perintah]:
    """The command line on a copy of the rehearsal district."""
    dsn = copied(server, kabupaten(server))
    yield Perintah(dsn, tmp_path, monkeypatch, HARI)
    drop_database(server, dsn)


def tanya(p: Perintah, query: str, *params: object) -> list[tuple[Any, ...]]:
    with psycopg.connect(p.dsn) as connection:
        return connection.execute(query.encode(), params).fetchall()


def stored(p: Perintah) -> dict[str, list[str]]:
    return {name: sorted(map(repr, tanya(p, query))) for name, query in STORED.items()}


def templat(p: Perintah, npsn: str, folder: str = "templat") -> Path:
    done = p("templat", "--npsn", npsn, "--keluar", p.folder / folder, "--json")
    assert (done.kode, done.json["npsn"]) == (0, npsn), done.err
    return Path(done.json["berkas"])


def impor(p: Perintah, path: Path) -> list[dict[str, Any]]:
    done = p("impor", path, "--json")
    assert (done.kode, done.json["gagal"]) == (0, []), done.err
    found: list[dict[str, Any]] = done.json["impor"]
    return found


def r1(p: Perintah) -> list[tuple[Any, ...]]:
    """NPSN, NIP and slot of everybody in a school who is not rated yet."""
    query = """
        SELECT s.npsn, a.nip, e.slot
        FROM entry e JOIN code c ON c.id = e.code JOIN sekolah s ON s.id = e.sekolah_id
        JOIN akun a ON a.orang_id = e.orang_id AND a.sistem = 1 AND a.terdaftar
        WHERE c.kode = 'R1' ORDER BY 1, 2, 3"""
    return tanya(p, query)


def entri(p: Perintah, nip: str, slot: int) -> list[tuple[Any, ...]]:
    """State, predikat and status of one rating, by the NIP of PMM."""
    query = """
        SELECT e.keadaan, r.predikat, r.status
        FROM entry e JOIN record r ON r.id = e.source_id JOIN akun a ON a.orang_id = e.orang_id
        WHERE a.nip = %s AND a.sistem = 1 AND e.kind = 3 AND e.slot %% 1000 = %s"""
    return tanya(p, query, nip, slot)


def nilai(path: Path, *pilih: tuple[str, int], **columns: str) -> Path:
    """Fill in the ratings of these people and slots on the sheet penilaian."""
    header = lembar(path)["penilaian"].header
    letters = {name: chr(ord("A") + nth) for nth, name in enumerate(header)}
    cells: dict[str, str] = {}
    for nth, row in enumerate(sel_baris(path, "penilaian"), start=4):
        slot = 400 if row["tipe_periodik"] == "tahunan" else 200 + int(row["angka_periodik"])
        if (row["nip"], slot) in pilih:
            cells |= {f"{letters[name]}{nth}": text for name, text in columns.items()}
    assert len(cells) == len(pilih) * len(columns)
    return isikan(path, 4, **cells)


BAIK = {
    "hasil_kerja": "Sesuai Ekspektasi",
    "perilaku_kerja": "Sesuai Ekspektasi",
    "predikat": "Baik",
    "status": "terkirim",
}


def test_it_changes_nothing_when_nobody_fills_it_in(daerah: Perintah) -> None:
    before = stored(daerah)
    assert all(before.values())
    for (npsn,) in tanya(daerah, "SELECT npsn FROM sekolah"):
        templat(daerah, npsn)
    read = impor(daerah, daerah.folder / "templat")
    assert len(read) == 10
    for item in read:
        assert item["sama"] == item["dibaca"] > 0, item  # every row as PMM's own export wrote it
    assert stored(daerah) == before


def test_it_moves_on_who_was_not_rated(daerah: Perintah) -> None:
    waiting = r1(daerah)
    npsn = waiting[0][0]
    ours = [(nip, slot) for school, nip, slot in waiting if school == npsn]
    assert ours
    before = set(stored(daerah)["keadaan"])
    (item,) = impor(daerah, nilai(templat(daerah, npsn), *ours, **BAIK))
    assert (item["baru"], item["berubah"]) == (len(ours), 0)
    assert r1(daerah) == [row for row in waiting if row[0] != npsn]
    assert len(before - set(stored(daerah)["keadaan"])) == len(ours)  # nobody else moved
    assert entri(daerah, *ours[0]) == [(2, 2, 3)]  # siap, Baik, terkirim: only the button is left


def test_it_shows_the_filled_in_ratings_next_time_and_they_are_the_same(daerah: Perintah) -> None:
    npsn, nip, slot = r1(daerah)[0]
    impor(daerah, nilai(templat(daerah, npsn), (nip, slot), **BAIK))
    before = stored(daerah)
    again = templat(daerah, npsn, "lagi")
    known = [row for row in sel_baris(again, "penilaian") if row["nip"] == nip and row["predikat"]]
    assert BAIK.items() <= known[-1].items()
    impor(daerah, again)
    assert stored(daerah) == before


def test_it_has_the_periods_of_the_tipe_periodik_and_the_year(daerah: Perintah) -> None:
    words = ("--instansi", "Kabupaten", "--jenis", "latihan", "--tahun", 2024, "--kantor", "BKD")
    assert daerah("mulai", *words, "--tipe-periodik", "bulanan").kode == 0
    npsn, nip, _ = r1(daerah)[0]
    rows = [row for row in sel_baris(templat(daerah, npsn), "penilaian") if row["nip"] == nip]
    bulan = [int(row["angka_periodik"]) for row in rows if row["tipe_periodik"] == "bulanan"]
    assert bulan == list(range(1, 13))
    assert rows[-1]["tipe_periodik"] == "tahunan"
    assert {row["tipe_periodik"] for row in rows if row["predikat"]} <= {"triwulanan", "tahunan"}  # known ones stay


def test_it_never_overwrites_what_may_be_filled_in(daerah: Perintah) -> None:
    path = templat(daerah, r1(daerah)[0][0])
    path.write_bytes(b"diisi")
    done = daerah("templat", "--npsn", path.name.split("-")[1], "--keluar", path.parent)
    assert (done.kode, path.read_bytes()) == (1, b"diisi")
    assert f"{path.name}: templat ini sudah ada dan mungkin sudah diisi." in done.err
    assert not daerah.galat()


@pytest.mark.parametrize("npsn", ["99999999", "", "  ", "../x", "198501012010012999"])
def test_it_says_that_a_school_is_unknown(daerah: Perintah, npsn: str) -> None:
    done = daerah("templat", "--npsn", npsn, "--keluar", daerah.folder / "x", "--json")
    assert (done.kode, done.out) == (1, "")
    assert "tidak ada di data yang diimpor" in done.err
    assert not (daerah.folder / "x").exists()
    assert not daerah.galat()


def test_it_says_that_the_folder_is_empty(perintah: Perintah) -> None:
    done = perintah("templat", "--npsn", SATU.npsn)
    assert (done.kode, done.out) == (1, "")
    assert "masih kosong" in done.err


def test_it_says_that_it_can_not_write_there(daerah: Perintah) -> None:
    (daerah.folder / "berkas").write_text("x")
    done = daerah("templat", "--npsn", r1(daerah)[0][0], "--keluar", daerah.folder / "berkas" / "x")
    assert done.kode == 1
    assert "tidak dapat ditulis" in done.err
    assert not daerah.galat()


def test_it_tells_people_where_it_is_and_how_to_hand_it_over(daerah: Perintah) -> None:
    npsn = r1(daerah)[0][0]
    done = daerah("templat", "--npsn", f" {npsn} ", "--keluar", daerah.folder)
    assert done.kode == 0
    assert f"templat-{npsn}-2024.xlsx" in done.out
    assert "serahkan langsung" in done.out


def test_it_serves_a_school_of_which_no_pmm_file_is_there(perintah: Perintah) -> None:
    desa = Desa()
    perintah("kerjakan", desa.tulis(perintah.folder / "laporan", *EKINERJA), "--tahun", 2024)
    before = stored(perintah)
    path = templat(perintah, SATU.npsn)
    assert sel_baris(path, "pegawai") == []  # PMM has not said that they are there
    assert len(sel_baris(path, "skp")) == sum(o.sekolah == SATU for o in WARGA)
    impor(perintah, path)
    assert stored(perintah) == before
    diisi = nilai(path, (BUDI.nip, 201), **BAIK)
    (item,) = impor(perintah, diisi)
    assert (item["baru"], item["ditolak"]) == (1, 0)
    assert entri(perintah, BUDI.nip, 201) == [(1, 2, 3)]  # selaras with what e-Kinerja says

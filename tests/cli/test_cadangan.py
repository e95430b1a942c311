"""selaras cadangkan and pulihkan: a data folder into one file and back, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from cli.kabupaten import HARI, UKURAN, kabupaten
from conftest import drop_database
from jobs.pemasangan import copied
from jobs.perintah import Perintah


@pytest.fixture
def daerah(server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Perintah]:
    """The command line on a copy of the rehearsal district."""
    dsn = copied(server, kabupaten(server))
    yield Perintah(dsn, tmp_path / "asal", monkeypatch, HARI)
    drop_database(server, dsn)


@pytest.fixture
def lain(dsn: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Perintah:
    """The command line on another, empty database."""
    return Perintah(dsn, tmp_path / "tujuan", monkeypatch, HARI)


def cadangan(p: Perintah, path: Path) -> Path:
    done = p("cadangkan", path, "--json")
    assert (done.kode, done.json["berkas"]) == (0, str(path)), done.err
    return path


def rows(p: Perintah) -> dict[str, int]:
    with psycopg.connect(p.dsn) as connection:
        names = connection.execute("SELECT relname FROM pg_stat_user_tables ORDER BY 1").fetchall()
        counts = [connection.execute(f'SELECT count(*) FROM "{name}"'.encode()).fetchone() for (name,) in names]
    return {name: count[0] for (name,), count in zip(names, counts, strict=True) if count}


def looks(p: Perintah) -> list[object]:
    """What people see; lists without their order, which the database does not promise among equals."""
    rekap, kendala = p("rekap", "--json"), p("kendala", "--tampilkan-identitas", "--json")
    changes = p("perubahan", "--sejak", "2025-01-06", "--json").json
    lists = [kendala.json["kendala"], changes["selesai"], changes["baru"], changes["kembali"]]
    assert all(lists[:2])
    return [rekap.kode, rekap.json, kendala.kode, *(sorted(map(repr, items)) for items in lists)]


def test_it_brings_everything_back_into_an_empty_folder(daerah: Perintah, lain: Perintah, tmp_path: Path) -> None:
    before = looks(daerah)
    path = cadangan(daerah, tmp_path / "selaras.cadangan")
    done = lain("pulihkan", path, "--json")
    assert done.kode == 0, done.err
    assert done.json["baris"] == sum(rows(daerah).values())
    assert rows(lain) == rows(daerah)
    assert looks(lain) == before
    assert lain("latihan", *UKURAN).kode == 0  # and work goes on there: no number is given twice
    assert lain("rekap", "--json").json["keadaan"] == daerah("rekap", "--json").json["keadaan"]


def test_it_writes_a_file_that_only_its_owner_may_read_and_overwrites_none(daerah: Perintah, tmp_path: Path) -> None:
    path = cadangan(daerah, tmp_path / "a")
    assert path.stat().st_mode & 0o077 == 0
    before = path.read_bytes()
    done = daerah("cadangkan", path)
    assert (done.kode, path.read_bytes()) == (1, before)
    assert "sudah ada dan tidak ditimpa" in done.err
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["a"]
    assert "data pribadi" in daerah("cadangkan", tmp_path / "b").out


def test_it_says_where_it_can_not_write(daerah: Perintah, tmp_path: Path) -> None:
    for path in (tmp_path / "tiada" / "a", tmp_path):
        done = daerah("cadangkan", path)
        assert (done.kode, done.out) == (1, "")
        assert done.err.strip()
    assert not daerah.galat()


@pytest.mark.parametrize("damage", ["potong", "balik", "kosong", "teks", "tiada", "folder"])
def test_it_refuses_a_damaged_file_and_changes_nothing(
    daerah: Perintah, lain: Perintah, tmp_path: Path, damage: str
) -> None:
    path = cadangan(daerah, tmp_path / "a")
    whole = path.read_bytes()
    middle = len(whole) // 2
    flipped = whole[:middle] + bytes([whole[middle] ^ 0xFF]) + whole[middle + 1 :]
    path.unlink()
    if damage == "folder":
        path.mkdir()
    elif damage != "tiada":
        path.write_bytes({"potong": whole[:middle], "balik": flipped, "kosong": b"", "teks": b"nip,nama\n"}[damage])
    before = rows(lain)
    done = lain("pulihkan", path, "--ganti", "--json")
    assert (done.kode, done.out) == (1, "")
    assert str(path) in done.err.replace("\n", "")
    assert rows(lain) == before
    assert not lain.galat()


def test_it_replaces_a_filled_folder_only_when_told(daerah: Perintah, lain: Perintah, tmp_path: Path) -> None:
    path = cadangan(daerah, tmp_path / "a")
    lain("mulai", "--instansi", "Kab. Lain", "--jenis", "nyata", "--tipe-periodik", "bulanan", "--tahun", 2025,
         "--kantor", "BKD")  # fmt: skip
    before = rows(lain)
    done = lain("pulihkan", path, "--json")
    assert (done.kode, done.out) == (1, "")
    assert "instansi" in done.err
    assert rows(lain) == before
    assert lain("pulihkan", path, "--ganti").kode == 0
    assert rows(lain) == rows(daerah)
    assert lain("rekap", "--json").json == daerah("rekap", "--json").json
    assert lain("pulihkan", path, "--ganti").kode == 0  # once more is the same
    assert rows(lain) == rows(daerah)

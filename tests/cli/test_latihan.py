"""selaras latihan: an invented district, into files or into a rehearsal folder, never into a real one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from cli.baris_perintah import jalankan
from cli.kabupaten import HARI, UKURAN, kabupaten
from conftest import drop_database
from jobs.pemasangan import copied
from jobs.perintah import Perintah

KECIL = ("--sekolah", "10", "--guru", "150", "--seed", "3")


@pytest.fixture
def daerah(server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Perintah]:
    dsn = copied(server, kabupaten(server))
    yield Perintah(dsn, tmp_path, monkeypatch, HARI)
    drop_database(server, dsn)


def satu(p: Perintah, query: str) -> Any:
    with psycopg.connect(p.dsn) as connection:
        return connection.execute(query.encode()).fetchone()


def test_it_brings_both_snapshots_into_the_folder(daerah: Perintah) -> None:
    hari = satu(
        daerah, "SELECT array_agg(DISTINCT per ORDER BY per) FROM batch WHERE side = 2 AND closed_at IS NOT NULL"
    )
    assert hari == ([dt.date(2025, 1, 6), dt.date(2025, 1, 10)],)
    assert satu(daerah, "SELECT jenis, tahun FROM instansi") == ("latihan", 2024)
    assert satu(daerah, "SELECT array_agg(DISTINCT hasil) FROM run") == (["selesai"],)
    rekap = daerah("rekap", "--json")
    assert rekap.kode == 2
    assert rekap.json["seimbang"] is True
    assert rekap.json["data_per"] == HARI
    changes = daerah("perubahan", "--sejak", "2025-01-06", "--json").json
    assert changes["sampai"] == HARI
    assert changes["selesai"]


def test_it_says_in_json_what_it_brought(perintah: Perintah) -> None:
    done = perintah("latihan", "--sekolah", 4, "--guru", 24, "--bersih", "--json")
    assert done.kode == 0, done.err
    assert done.json == {"instansi": "PEMERINTAH KABUPATEN LATIHAN SELARAS", "tahun": 2024}
    assert perintah("kendala", "--json").json["kendala"] == []


def test_it_leaves_every_state_as_it_was_the_second_time(daerah: Perintah) -> None:
    states = "SELECT json_agg(row(orang_id, kind, slot, keadaan, code) ORDER BY orang_id, kind, slot)::text FROM entry"
    before = satu(daerah, states), satu(daerah, "SELECT count(*) FROM record")
    assert daerah("latihan", *UKURAN).kode == 0
    assert (satu(daerah, states), satu(daerah, "SELECT count(*) FROM record")) == before
    assert daerah("rekap", "--json").json["seimbang"] is True


def test_it_never_enters_a_folder_of_real_data(perintah: Perintah) -> None:
    perintah("mulai", "--instansi", "Kab. Nyata", "--jenis", "nyata", "--tipe-periodik", "triwulanan", "--tahun", 2024,
             "--kantor", "BKD")  # fmt: skip
    done = perintah("latihan", *UKURAN, "--json")
    assert (done.kode, done.out) == (1, "")
    assert "Folder ini berisi data nyata" in done.err
    assert satu(perintah, "SELECT (SELECT count(*) FROM batch), (SELECT count(*) FROM run)") == (0, 0)


def test_it_goes_into_a_rehearsal_folder_of_another_name(perintah: Perintah) -> None:
    perintah("mulai", "--instansi", "Kab. Coba", "--jenis", "latihan", "--tipe-periodik", "triwulanan", "--tahun", 2024,
             "--kantor", "BKD")  # fmt: skip
    assert perintah("latihan", "--sekolah", 4, "--guru", 24, "--bersih").kode == 0
    assert satu(perintah, "SELECT nama, jenis FROM instansi") == ("Kab. Coba", "latihan")
    assert satu(perintah, "SELECT count(*) > 0 FROM record") == (True,)


def test_it_writes_files_with_their_keys_and_touches_no_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://127.0.0.1:1/x?connect_timeout=1")
    done = jalankan(tmp_path / "data", "latihan", *KECIL, "--keluar", str(tmp_path / "a"), "--json")
    assert (done.kode, done.json["folder"]) == (0, str(tmp_path / "a"))
    names = {path.name for path in (tmp_path / "a").iterdir()}
    assert names == {"2025-01-06", "2025-01-10", "kunci-2025-01-06.json", "kunci-2025-01-10.json"}
    written = sorted(path.relative_to(tmp_path / "a") for path in (tmp_path / "a").rglob("*") if path.is_file())
    assert done.json["berkas"] == len(written)
    jalankan(tmp_path / "data", "latihan", *KECIL, "--keluar", str(tmp_path / "b"))
    for name in written:
        if name.suffix in (".csv", ".json"):
            assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes(), name


def test_it_says_that_it_can_not_write_there(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("x")
    done = jalankan(tmp_path / "data", "latihan", *KECIL, "--keluar", str(tmp_path / "berkas" / "x"))
    assert (done.kode, done.out) == (1, "")
    assert "tidak bisa ditulis" in done.err


@pytest.mark.parametrize(
    "words",
    [
        ("--sekolah", "1", "--guru", "1"), ("--sekolah", "0"), ("--guru", "-3"), ("--guru", "banyak"),
        ("--periode-rusak", "P9"), ("--tahun", "2023"), ("--sekolah", "99999999999"), ("lebih",),
    ],
)  # fmt: skip
def test_it_says_what_can_not_be_made(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = jalankan(tmp_path / "data", "latihan", *words, "--keluar", str(tmp_path / "x"))
    assert (done.kode, done.out) == (1, "")
    assert done.err.strip()
    assert not (tmp_path / "x").exists()

from __future__ import annotations

import datetime as dt
import os
import subprocess
import tempfile
from pathlib import Path

import pytest

from selaras.database import check, connect, health, memory, open_database, space


def named(found: list[health.Pemeriksaan], nama: str) -> health.Pemeriksaan:
    return next(one for one in found if one.nama == nama)


def test_it_finds_a_good_machine_good_and_changes_nothing(work: Path) -> None:
    found = check(work / "data")
    assert [one.nama for one in found if not one.beres] == []
    assert len(found) == 7
    assert all(one.kalimat.endswith(".") for one in found)
    assert not (work / "data").exists()


def test_it_finds_a_running_folder_good(data: Path) -> None:
    open_database(data)
    assert all(one.beres for one in check(data))


def test_it_sees_a_full_disk_and_little_memory(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(space, "free", lambda _: 12 * space.MIB)
    monkeypatch.setattr(health, "available", lambda: 50 * space.MIB)
    found = check(work / "data")
    assert "tinggal 12 MB" in named(found, "Ruang disk").kalimat
    assert "tinggal 50 MB" in named(found, "Memori").kalimat
    assert sorted(one.nama for one in found if not one.beres) == ["Memori", "Ruang disk"]


def test_it_sees_a_clock_that_went_back(data: Path) -> None:
    later = (dt.datetime.now(dt.UTC) + dt.timedelta(days=3)).timestamp()
    os.utime(data / "db/global/pg_control", (later, later))
    clock = named(check(data), "Jam")
    assert not clock.beres
    assert "NTP" in clock.kalimat


def test_it_sees_data_of_another_postgresql(data: Path) -> None:
    (data / "db/PG_VERSION").write_text("16\n")
    assert "PostgreSQL 16" in named(check(data), "Versi basis data").kalimat


def test_it_sees_missing_and_broken_binaries(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("importlib.util.find_spec", lambda _: None)
        assert "tidak ditemukan" in named(check(work), "Program PostgreSQL").kalimat

    def broken(*_: object, **__: object) -> None:
        raise OSError(8, "Exec format error")

    monkeypatch.setattr(subprocess, "run", broken)
    assert "tidak dapat dijalankan" in named(check(work), "Program PostgreSQL").kalimat


def test_it_sees_that_no_socket_name_is_short_enough(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("selaras.database.folder.SOCKET_PATH_LIMIT", 20)
    assert "TMPDIR" in named(check(work), "Alamat soket").kalimat


def test_it_passes_over_a_long_temporary_folder(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    long = work / ("t" * 100)
    long.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(long))
    assert named(check(work / "data"), "Alamat soket").beres


def test_it_sees_a_folder_that_the_server_can_not_reach(work: Path) -> None:
    closed = work / "tertutup"
    closed.mkdir(mode=0o700 if os.geteuid() == 0 else 0o500)
    found = named(check(closed / "data"), "Izin folder")
    assert not found.beres
    assert str(closed) in found.kalimat
    closed.chmod(0o755)


def test_it_asks_the_named_server_instead(server: str, work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", server)
    assert named(check(work), "Server basis data").beres
    monkeypatch.setenv("DATABASE_URL", "postgresql://sari:rahasia@127.0.0.1:1/x")
    found = named(check(work), "Server basis data")
    assert not found.beres
    assert "rahasia" not in found.kalimat


@pytest.mark.parametrize(("total", "cache"), [(None, 128), (1024, 128), (8192, 512), (65536, 1024)])
def test_it_gives_postgresql_a_sixteenth_of_the_memory(total: int | None, cache: int) -> None:
    assert memory.for_cache(None if total is None else total * space.MIB) == cache * space.MIB


def test_it_knows_the_limit_of_a_container(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = memory.total()
    assert whole is not None
    limit = tmp_path / "memory.max"
    monkeypatch.setattr(memory, "_CONTAINER", limit)
    for said, expected in (("max\n", whole), ("1048576\n", 1048576), ("", whole)):
        limit.write_text(said)
        assert memory.total() == expected


def test_it_starts_the_server_with_that_cache(data: Path) -> None:
    conninfo = open_database(data)
    with connect(conninfo) as connection:
        row = connection.execute(
            "SELECT setting::bigint * 8192 FROM pg_settings WHERE name = 'shared_buffers'"
        ).fetchone()
    assert row == (memory.for_cache(memory.total()),)

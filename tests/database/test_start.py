from __future__ import annotations

import os
import stat
import subprocess
from pathlib import Path

import pytest

from selaras.database import connect, open_database, status, stop
from selaras.database.folder import data_folder


def ask(conninfo: str, query: str) -> object:
    with connect(conninfo) as connection:
        row = connection.execute(query).fetchone()
    assert row is not None
    return row[0]


def test_it_starts_from_nothing_and_gives_a_database_ready_to_use(work: Path) -> None:
    said: list[str] = []
    conninfo = open_database(work / "baru" / "data", kabar=said.append)
    assert ask(conninfo, "SELECT current_database()") == "selaras"
    assert said == ["Membuat basis data untuk pertama kali ..."]


def test_it_sorts_and_lowers_the_same_everywhere_and_sees_letters_beyond_a_to_z(data: Path) -> None:
    conninfo = open_database(data)
    assert (
        ask(conninfo, "SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname = 'selaras'")
        == "bC.UTF-8"
    )
    assert ask(conninfo, "SELECT lower('ÉRIC')") == "éric"
    assert ask(conninfo, "SHOW server_encoding") == "UTF8"


def test_it_runs_durably_and_listens_to_nobody_else(data: Path) -> None:
    conninfo = open_database(data)
    for setting in ("fsync", "synchronous_commit", "full_page_writes", "data_checksums"):
        assert ask(conninfo, f"SHOW {setting}") == "on"
    assert ask(conninfo, "SHOW listen_addresses") == ""
    assert ask(conninfo, "SHOW jit") == "off"


def test_it_keeps_data_log_and_socket_private(data: Path) -> None:
    open_database(data)
    running = status(data)
    assert running.socket is not None
    for folder in (data / "db", data / "log", running.socket.parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert folder.stat().st_uid != 0


def test_it_stops_and_starts_again_with_the_same_data(data: Path) -> None:
    with connect(open_database(data)) as connection:
        connection.execute("CREATE TABLE guru AS SELECT 'Sari' AS nama")
    assert stop(data)
    assert status(data).state == "mati"
    assert not stop(data)
    assert ask(open_database(data), "SELECT nama FROM guru") == "Sari"
    assert status(data).running


def test_it_starts_nothing_when_the_server_runs_already(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    conninfo = open_database(data)

    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("a process was started")

    for module, name in ((subprocess, "Popen"), (os, "fork"), (os, "posix_spawn")):
        monkeypatch.setattr(module, name, forbidden)
    assert open_database(data) == conninfo


def test_it_runs_two_folders_side_by_side(data: Path, prepared: Path) -> None:
    other = data.with_name("lain")
    subprocess.run(["cp", "-a", str(prepared), str(other)], check=True)
    first, second = open_database(data), open_database(other)
    assert ask(first, "SHOW data_directory") == str(data / "db")
    assert ask(second, "SHOW data_directory") == str(other / "db")
    assert stop(data)
    assert status(other).running


def test_it_takes_a_path_far_longer_than_a_socket_may_have(work: Path, data: Path) -> None:
    long = work / ("folder dengan 'nama' panjang " + "x" * 90) / ("y" * 90)
    long.mkdir(parents=True)
    moved = data.rename(long / "data")
    assert ask(open_database(moved), "SHOW data_directory") == str(moved / "db")


def test_it_makes_the_database_again_when_a_first_start_was_cut_before_it(data: Path) -> None:
    admin = open_database(data).replace("dbname=selaras", "dbname=postgres")
    with connect(admin, autocommit=True) as connection:
        connection.execute("DROP DATABASE selaras")
    assert ask(open_database(data), "SELECT current_database()") == "selaras"


def test_it_finishes_what_a_killed_initdb_left_half_done(work: Path) -> None:
    half = work / "data" / "db.baru"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18\n")
    assert ask(open_database(work / "data"), "SELECT 1") == 1
    assert not half.exists()


def test_it_writes_no_personal_data_into_the_log(data: Path) -> None:
    with connect(open_database(data), autocommit=True) as connection:
        connection.execute("CREATE TABLE orang (nik text PRIMARY KEY)")
        connection.execute("INSERT INTO orang VALUES ('3174012345678901')")
        with pytest.raises(Exception, match="3174012345678901"):
            connection.execute("INSERT INTO orang VALUES ('3174012345678901')")
    stop(data)  # the log is written by another process: now it is complete
    logs = "".join(log.read_text() for log in (data / "log").iterdir())
    assert "duplicate key" in logs
    assert "3174012345678901" not in logs


def test_it_takes_the_data_folder_that_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert data_folder().name == "selaras"
    monkeypatch.setenv("SELARAS_DATA", "/tmp/../tmp/lain")
    assert data_folder() == Path("/tmp/lain")

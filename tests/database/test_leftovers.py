from __future__ import annotations

import os
import signal
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from database import children
from selaras.database import connect, open_database, process, status
from selaras.database.folder import SOCKET_NAME, Place


@pytest.fixture
def killed(data: Path) -> Path:
    """A data folder whose server was killed: pid file, socket and socket lock are left behind."""
    open_database(data)
    running = status(data)
    assert running.pid is not None
    assert running.socket is not None
    os.kill(running.pid, signal.SIGKILL)
    children.until(lambda: not process.all_of(data / "db"))
    assert running.socket.exists()
    return data


@pytest.fixture
def bystander(data: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Another program of the very user that the server runs as."""
    owner = (data / "db").stat().st_uid
    child = subprocess.Popen(["sleep", "120"], user=owner if os.geteuid() == 0 else None)
    yield child
    child.kill()
    child.wait()


def works(data: Path) -> bool:
    with connect(open_database(data)) as connection:
        return connection.execute("SHOW data_directory").fetchone() == (str(data / "db"),)


def test_it_is_not_fooled_by_a_pid_that_another_program_has_now(
    killed: Path, bystander: subprocess.Popen[bytes]
) -> None:
    left = Place.of(killed)
    old = left.pid_file.read_text()
    pid = old.splitlines()[0]
    left.pid_file.write_text(old.replace(pid, str(bystander.pid), 1))
    lock = Path(old.splitlines()[4]) / f"{SOCKET_NAME}.lock"
    lock.write_text(lock.read_text().replace(pid, str(bystander.pid), 1))
    assert status(killed).state == "mati"
    assert works(killed)
    assert bystander.poll() is None, "the other program must not be touched"


def test_it_is_not_fooled_by_the_pid_of_a_server_of_another_folder(killed: Path, prepared: Path) -> None:
    other = killed.with_name("lain")
    subprocess.run(["cp", "-a", str(prepared), str(other)], check=True)
    open_database(other)
    running = status(other)
    left = Place.of(killed).pid_file
    lines = left.read_text().splitlines()
    left.write_text("\n".join([str(running.pid), *lines[1:]]) + "\n")
    assert works(killed)
    assert status(other).pid == running.pid
    assert works(other)


@pytest.mark.parametrize("left", ["", "\n\n", "bukan angka\n", "12345\n/entah\n"])
def test_it_starts_over_a_pid_file_that_a_power_cut_left_empty_or_torn(killed: Path, left: str) -> None:
    Place.of(killed).pid_file.write_text(left)
    assert works(killed)


def test_it_starts_where_a_dead_socket_lies(killed: Path) -> None:
    folder = next(Place.of(killed).socket_folders())
    (folder / SOCKET_NAME).unlink()
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(str(folder / SOCKET_NAME))
    assert works(killed)


def test_it_gives_a_copied_folder_a_server_of_its_own(data: Path) -> None:
    open_database(data)
    copy = data.with_name("salinan")
    subprocess.run(["cp", "-a", str(data), str(copy)], check=True)
    assert (copy / "db" / "postmaster.pid").exists()
    assert works(copy)
    assert works(data)
    assert status(copy).pid != status(data).pid


def test_it_says_how_to_go_on_when_the_socket_was_cleaned_away(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("selaras.database.opening._SOCKET_PATIENCE", 0.2)
    open_database(data)
    running = status(data)
    assert running.socket is not None
    running.socket.unlink()
    with pytest.raises(Exception, match=rf"soketnya .* tidak ada.*kill -INT {running.pid}"):
        open_database(data)


def test_it_uses_no_socket_folder_that_somebody_else_made(data: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("hanya root dapat membuat folder atas nama orang lain")
    first, *_ = Place.of(data).socket_folders()
    first.mkdir(mode=0o777)
    try:
        assert works(data)
        running = status(data)
        assert running.socket is not None
        assert running.socket.parent != first
        assert list(first.iterdir()) == []
    finally:
        first.rmdir()

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from database import children
from selaras.database import open_database, status
from selaras.galat import Stop

OPEN = """
try:
    with connect(open_database(Path(sys.argv[1]))) as connection:
        print(connection.execute("SELECT session_user").fetchone()[0], status(Path(sys.argv[1])).state)
except SelarasError as error:
    print(type(error).__name__, error)
"""
AGAIN_AFTER_A_KILL = """
import signal
folder = Path(sys.argv[1])
with connect(open_database(folder)) as connection:
    connection.execute("CREATE TABLE tersimpan AS SELECT 1 AS nomor")
pid = status(folder).pid
os.kill(pid, signal.SIGKILL)
with connect(open_database(folder)) as connection:
    print(connection.execute("SELECT count(*) FROM tersimpan").fetchone()[0], status(folder).pid != pid)
print(stop(folder))
"""

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="hanya root dapat menjalankan proses sebagai pengguna lain")


@as_root
def test_it_never_runs_the_server_as_root(data: Path) -> None:
    open_database(data)
    pid = status(data).pid
    assert Path(f"/proc/{pid}").stat().st_uid not in {0}
    groups = Path(f"/proc/{pid}/status").read_text().split("Groups:")[1].split("\n")[0].split()
    assert "0" not in groups


@as_root
def test_it_serves_a_normal_user_and_root_may_use_that_server_too(work: Path) -> None:
    os.chown(work, 65534, 65534)
    assert children.run(OPEN, work / "data", user="nobody") == "selaras menyala"
    assert (work / "data" / "db").stat().st_uid == 65534
    pid = status(work / "data").pid
    open_database(work / "data")
    assert status(work / "data").pid == pid


@as_root
def test_it_starts_the_server_of_a_normal_user_as_that_user_when_root_asks(data: Path) -> None:
    subprocess.run(["chown", "-R", "nobody", str(data), str(data / "db"), str(data / "log")], check=True)
    open_database(data)
    assert Path(f"/proc/{status(data).pid}").stat().st_uid == 65534


@as_root
def test_it_tells_another_user_whose_data_these_are(data: Path) -> None:
    open_database(data)
    said = children.run(OPEN, data, user="nobody")
    assert said.startswith("Stop")
    assert "milik pengguna selaras, bukan Anda" in said


@as_root
def test_it_tells_a_user_who_may_not_write_the_folder(work: Path) -> None:
    said = children.run(OPEN, work / "data", user="nobody")
    assert said.startswith("Stop")
    assert f"Folder data {work}/data tidak boleh ditulisi" in said
    assert "SELARAS_DATA" in said
    assert not (work / "data").exists()


@as_root
def test_it_tells_root_which_folder_is_closed_to_the_server(work: Path) -> None:
    closed = work / "tertutup"
    closed.mkdir(mode=0o700)
    with pytest.raises(Stop, match=rf"tidak dapat masuk ke folder {closed}\..*chmod o\+x {closed}$"):
        open_database(closed / "data")
    closed.chmod(0o711)
    assert open_database(closed / "data")


@as_root
def test_it_opens_its_own_folder_to_the_server_when_that_was_closed(data: Path) -> None:
    data.chmod(0o700)
    assert open_database(data)


@as_root
def test_it_works_for_root_in_a_container_that_may_not_look_into_processes(data: Path) -> None:
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        pytest.skip("setpriv tidak ada")
    before = [setpriv, "--inh-caps=-sys_ptrace", "--bounding-set=-sys_ptrace"]
    blind = "print(os.readlink(f'/proc/{sys.argv[1]}/exe'))"
    open_database(data)
    assert "PermissionError" in children.run(blind, status(data).pid or 0, before=before), "it may look: proves nothing"
    assert children.run("print(stop(Path(sys.argv[1])))", data, before=before) == "True"
    assert children.run(AGAIN_AFTER_A_KILL, data, before=before) == "1 True\nTrue"

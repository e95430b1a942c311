from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from database import children
from selaras.database import connect, open_database
from selaras.database.folder import Place
from selaras.database.lock import start_lock
from selaras.galat import TryAgain

OPEN_AND_WRITE = """
said = []
conninfo = open_database(Path(sys.argv[1]), kabar=said.append)
with connect(conninfo) as connection:
    connection.execute("SELECT pg_advisory_xact_lock(1)")
    connection.execute("CREATE TABLE IF NOT EXISTS hadir (pid int)")
    connection.execute("INSERT INTO hadir VALUES (%s)", [os.getpid()])
    cluster = connection.execute("SELECT system_identifier FROM pg_control_system()").fetchone()[0]
print(cluster, sum("pertama kali" in text for text in said))
"""
HOLD_THE_LOCK = """
from selaras.database.folder import Place
from selaras.database.lock import start_lock
with start_lock(Place.of(Path(sys.argv[1])), print):
    print("terkunci", flush=True)
    time.sleep(60)
"""


def test_it_lets_commands_that_come_at_once_share_one_new_server(work: Path) -> None:
    several = [children.start(OPEN_AND_WRITE, work / "data") for _ in range(3)]
    answers = [child.communicate(timeout=60)[0].split() for child in several]
    clusters, makers = zip(*answers, strict=True)
    assert len(set(clusters)) == 1
    assert sorted(makers) == ["0", "0", "1"]
    with connect(open_database(work / "data")) as connection:
        rows = connection.execute("SELECT pid FROM hadir").fetchall()
    assert {pid for (pid,) in rows} == {child.pid for child in several}


def test_it_is_not_held_up_by_a_starter_that_was_killed(data: Path) -> None:
    holder = children.start(HOLD_THE_LOCK, data)
    assert children.line(holder) == "terkunci"
    with pytest.raises(TryAgain, match="belum selesai"), start_lock(Place.of(data), print, patience=0.1):
        pass
    os.kill(holder.pid, signal.SIGKILL)
    assert holder.wait() == -signal.SIGKILL
    assert open_database(data)


def test_it_does_not_leave_the_lock_with_the_server_it_started(data: Path) -> None:
    assert "1" in children.run("print(1 if open_database(Path(sys.argv[1])) else 0)", data)
    with start_lock(Place.of(data), print, patience=0):
        pass

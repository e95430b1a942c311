from __future__ import annotations

import os
import signal
from pathlib import Path

import psycopg
import pytest

from database import children
from selaras.database import connect, open_database, process, server, status

WRITER = """
conninfo, file = sys.argv[1:]
out = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
with connect(conninfo, autocommit=True) as connection:
    for number in range(10_000_000):
        connection.execute("INSERT INTO catatan VALUES (%s)", [number])
        os.write(out, f"{number}\\n".encode())  # only after the server said: committed
"""
HALF_WAY = """
connection = connect(sys.argv[1])
connection.execute("INSERT INTO catatan VALUES (1)")
print("tengah", flush=True)
time.sleep(60)
"""
BUSY = """
connection = connect(sys.argv[1], autocommit=True)
print(connection.info.backend_pid, flush=True)
connection.execute("DO $$ BEGIN LOOP NULL; END LOOP; END $$")
"""


def opened_with_table(data: Path) -> str:
    conninfo = open_database(data)
    with connect(conninfo) as connection:
        connection.execute("CREATE TABLE catatan (nomor bigint PRIMARY KEY)")
    return conninfo


def numbers(conninfo: str) -> set[int]:
    with connect(conninfo) as connection:
        return {number for (number,) in connection.execute("SELECT nomor FROM catatan")}


def kill_server(data: Path) -> int:
    """Kill the postmaster and prove that it is dead and left its pid file behind."""
    pid = status(data).pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    children.until(lambda: not process.belongs(pid, data / "db"))
    assert (data / "db" / "postmaster.pid").exists()
    return pid


def recoveries(data: Path) -> int:
    return sum(log.read_text().count("not properly shut down") for log in (data / "log").glob("postgres-*.log"))


def test_it_keeps_nothing_of_a_command_killed_in_its_transaction(data: Path) -> None:
    conninfo = opened_with_table(data)
    before = status(data).pid
    child = children.start(HALF_WAY, conninfo)
    assert children.line(child) == "tengah"
    os.kill(child.pid, signal.SIGKILL)
    assert child.wait() == -signal.SIGKILL
    assert numbers(open_database(data)) == set()
    assert status(data).pid == before


def test_it_loses_no_acknowledged_row_when_the_server_is_killed_under_load(data: Path, work: Path) -> None:
    conninfo = opened_with_table(data)
    receipts = work / "kuitansi"
    writers = [children.start(WRITER, conninfo, receipts)]
    children.until(lambda: receipts.exists() and receipts.read_bytes().count(b"\n") > 300)
    assert recoveries(data) == 0
    killed = kill_server(data)
    assert all(writer.wait(timeout=30) != 0 for writer in writers), "the writers did not notice: was there a kill?"

    stored = numbers(open_database(data))
    acknowledged = {int(number) for number in receipts.read_text().split()}
    children.until(lambda: recoveries(data) == 1)  # the log is written by another process
    assert status(data).pid != killed
    assert len(acknowledged) > 300
    assert acknowledged <= stored
    assert len(stored - acknowledged) <= 1, "at most the one row whose answer was lost"


def test_it_comes_back_when_it_is_killed_again_and_again(data: Path) -> None:
    opened_with_table(data)
    for number in range(3):
        with connect(open_database(data)) as connection:
            connection.execute("INSERT INTO catatan VALUES (%s)", [number])
        kill_server(data)
    assert numbers(open_database(data)) == {0, 1, 2}
    children.until(lambda: recoveries(data) == 3)


def test_it_ends_a_worker_that_outlives_its_server_and_notices_nothing(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "ORPHAN_PATIENCE", 1.5)
    conninfo = opened_with_table(data)
    child = children.start(BUSY, conninfo)
    orphan = int(children.line(child))
    with connect(conninfo, autocommit=True) as watch:
        query = "SELECT count(*) FROM pg_stat_activity WHERE pid = %s AND query LIKE 'DO%%'"
        children.until(lambda: watch.execute(query, [orphan]).fetchone() == (1,))
    kill_server(data)
    assert process.belongs(orphan, data / "db"), "no orphan: the test proves nothing"

    said: list[str] = []
    assert numbers(open_database(data, kabar=said.append)) == set()
    assert any("terhenti mendadak" in text for text in said)
    assert not process.belongs(orphan, data / "db")
    assert child.wait(timeout=10) != 0


def test_it_says_nothing_false_about_a_server_that_was_killed(data: Path) -> None:
    conninfo = open_database(data)
    kill_server(data)
    assert status(data).state == "mati"
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(conninfo)
    assert open_database(data) == conninfo

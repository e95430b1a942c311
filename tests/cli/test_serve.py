"""Serving: one command starts everything, everything ends with it, and a port in use is told."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import httpx
import pytest

from conftest import drop_database
from jobs.pemasangan import copied, whole_village
from selaras.cli.serve_lengkap import _ports
from selaras.galat import Stop, TryAgain
from selaras.setempat import supervisor
from selaras.setempat.child import free_port, is_free
from selaras.setempat.supervisor import Program, supervise

PATIENCE = 60.0
IDLE = "import time; time.sleep(600)"
# A parent with a child in its own group: what `kill -9` of a server leaves behind.
FAMILY = "import subprocess, sys; subprocess.Popen([sys.executable, '-c', sys.argv[1]]).wait()"


def program(folder: Path, *words: str, nama: str = "Halaman", port: int = 0) -> Program:
    return Program(nama, (sys.executable, *words), folder / f"{nama}.log", port=port)


def pages(folder: Path, port: int) -> Program:
    return program(folder, "-m", "http.server", str(port), "--bind", "127.0.0.1", "--directory", str(folder), port=port)


def marked(mark: str) -> list[int]:
    """Return the processes with this word in their command line."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if mark.encode() in path.read_bytes():
                found.append(int(path.parent.name))
        except OSError:
            continue
    return [pid for pid in found if pid != os.getpid()]


def until(true: Callable[[], bool], patience: float = PATIENCE) -> None:
    deadline = time.monotonic() + patience
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_signal_stops_all_of_them(tmp_path: Path) -> None:
    mark, port, said = f"tanda-{tmp_path}", free_port(), list[str]()

    def ready() -> None:
        said.append("siap")
        assert httpx.get(f"http://127.0.0.1:{port}/", trust_env=False).status_code == 200
        os.kill(os.getpid(), signal.SIGTERM)

    group = program(tmp_path, "-c", FAMILY, f"{IDLE}  # {mark}", nama="Pekerja")
    supervise([pages(tmp_path, port), group], ready=ready, stopping=lambda: said.append("berhenti"))
    assert said == ["siap", "berhenti"]
    until(lambda: marked(mark) == [])
    assert is_free(port)


def test_when_one_dies_the_others_stop_and_it_is_named(tmp_path: Path) -> None:
    mark, port = f"tanda-{tmp_path}", free_port()
    group = program(tmp_path, "-c", FAMILY, f"{IDLE}  # {mark}", nama="Pekerja")

    def kill() -> None:
        os.kill(min(marked(mark)), signal.SIGKILL)

    with pytest.raises(Stop, match="Pekerja berhenti sendiri; yang lain ikut dihentikan") as caught:
        supervise([pages(tmp_path, port), group], ready=kill, stopping=lambda: None)
    assert "Pekerja.log" in str(caught.value)
    until(lambda: marked(mark) == [])  # the kernel has been told; it takes a moment
    assert is_free(port)


def test_one_that_never_answers_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "START_PATIENCE", 0.5)
    silent = program(tmp_path, "-c", IDLE, port=free_port())
    with pytest.raises(TryAgain, match="Halaman tidak juga siap"):
        supervise([silent], ready=lambda: None, stopping=lambda: None)


def test_one_that_ignores_the_signal_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "STOP_PATIENCE", 0.5)
    mark = f"tanda-{tmp_path}"
    deaf = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('tuli', flush=True); {IDLE}  # {mark}"
    log = tmp_path / "Tuli.log"

    def ready() -> None:
        until(lambda: "tuli" in log.read_text())
        os.kill(os.getpid(), signal.SIGINT)

    supervise([program(tmp_path, "-c", deaf, nama="Tuli")], ready=ready, stopping=lambda: None)
    assert marked(mark) == []


def test_a_killed_supervisor_takes_its_programs_along(tmp_path: Path) -> None:
    mark = f"tanda-{tmp_path}"
    text = (
        "import sys; from pathlib import Path; from selaras.setempat.supervisor import Program, supervise;"
        f"one = Program('Pekerja', (sys.executable, '-c', {IDLE!r} + '  # {mark}'), Path({str(tmp_path)!r}) / 'log');"
        "supervise([one], ready=lambda: print('siap', flush=True), stopping=lambda: None)"
    )
    parent = subprocess.Popen([sys.executable, "-c", text], stdout=subprocess.PIPE)
    assert parent.stdout is not None
    assert parent.stdout.readline() == b"siap\n"
    until(lambda: len(marked(mark)) == 2)
    parent.kill()
    parent.wait()
    parent.stdout.close()
    until(lambda: marked(mark) == [])


@contextmanager
def taken(port: int = 0) -> Iterator[int]:
    with socket.socket() as one:
        one.bind(("127.0.0.1", port))
        one.listen()
        yield int(one.getsockname()[1])


def test_a_port_in_use_is_told_and_the_next_one_taken(capsys: pytest.CaptureFixture[str]) -> None:
    with taken() as port:
        [first, second] = _ports(port, 2, "127.0.0.1")
    assert first > port
    assert second >= first + 10
    told = capsys.readouterr().out
    assert f"Port {port} atau {port + 1} sudah dipakai program lain; dipakai {first}." in told
    assert "PORT=NOMOR make run" in told


def selaras(folder: Path, *words: str, **env: str) -> subprocess.Popen[str]:
    given = {**os.environ, "SELARAS_DATA": str(folder), "SELARAS_HARI_INI": "2025-01-06", **env}
    return subprocess.Popen(
        [sys.executable, "-m", "selaras.cli", *words],
        env=given, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True,
    )  # fmt: skip


def test_serving_on_a_port_in_use_is_one_sentence(tmp_path: Path) -> None:
    with taken() as port, selaras(tmp_path, "serve", "--port", str(port)) as process:
        out, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1
    assert out == f"Port {port} sudah dipakai program lain. Pilih port lain dengan --port, atau tanpa --port.\n"
    assert list(tmp_path.iterdir()) == []


def test_several_folders_need_a_database_each(tmp_path: Path) -> None:
    (tmp_path / "dua").mkdir()
    words = ("serve", "--lengkap", "--beserta", str(tmp_path / "dua"))
    with selaras(tmp_path, *words, DATABASE_URL="host=/tidak-ada dbname=x") as process:
        out, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1
    assert "DATABASE_URL menunjuk satu basis data" in out


def test_the_whole_of_a_rehearsal_is_served_by_one_command_and_stops_with_it(server: str, tmp_path: Path) -> None:
    dsn = copied(server, whole_village(server))
    process = selaras(tmp_path, "serve", "--lengkap", "--proses", "1", "--port", str(free_port()), DATABASE_URL=dsn)
    assert process.stdout is not None
    try:
        said = ""
        while "Berhenti: Ctrl-C" not in said:
            line = process.stdout.readline()
            assert line, said
            said += line
        address, provider = re.findall(r"http://127\.0\.0\.1:\d+", said)[-2:]
        found = re.search(r"Guru +kode (\S+)", said)
        assert found
        with closing(httpx.Client(base_url=address, follow_redirects=True, trust_env=False, timeout=30)) as client:
            token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', client.get("/masuk/").text)
            assert token
            form = {"csrfmiddlewaretoken": token[1], "kode": found[1]}
            assert client.post("/masuk/", data=form, headers={"Referer": address}).status_code == 200
            assert client.get("/").status_code == 200
        issuer = httpx.get(f"{provider}/.well-known/openid-configuration", trust_env=False).json()["issuer"]
        assert issuer == provider
        assert not re.search(r"\d{16,18}", said)
        os.killpg(process.pid, signal.SIGINT)
        rest, _ = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0
        assert "Semua sudah berhenti" in rest
        assert marked(str(tmp_path)) == []
        assert all(is_free(int(one.rpartition(":")[2])) for one in (address, provider))
    finally:
        process.kill()
        drop_database(server, dsn)

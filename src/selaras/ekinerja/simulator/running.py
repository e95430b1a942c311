"""A simulator while it runs: the API in a process of its own, the proxy in front of it in a thread."""

from __future__ import annotations

import http.client
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from selaras.ekinerja.simulator.board import Board
from selaras.ekinerja.simulator.faults import Knobs
from selaras.ekinerja.simulator.proxy import Proxy
from selaras.galat import Stop, TryAgain

_HOST = "127.0.0.1"
_HEALTH = "/api/ekinerja/v1/sehat"
_START_PATIENCE = 30.0
_STOP_PATIENCE = 10.0


@dataclass(frozen=True, slots=True)
class Simulator:
    """Where it listens: `address` through the knobs, `direct` past them."""

    address: str
    direct: str
    board: Board
    server: subprocess.Popen[bytes]


@contextmanager
def running(dsn: str, *, port: int = 0, knobs: Knobs | None = None) -> Iterator[Simulator]:
    """Serve the API of this database until the block ends; port 0 takes a free one. Raises `Stop` or `TryAgain`."""
    board = Board(knobs or Knobs())
    behind = _free_port()
    proxy = _listen(port, behind, board)
    thread = threading.Thread(target=proxy.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    server = _start(dsn, behind)
    try:
        _wait_until_ready(server, behind)
        thread.start()
        yield Simulator(f"http://{_HOST}:{proxy.server_port}", f"http://{_HOST}:{behind}", board, server)
    finally:
        if thread.is_alive():
            proxy.shutdown()
        proxy.server_close()
        _stop(server)


def _listen(port: int, behind: int, board: Board) -> Proxy:
    try:
        return Proxy(port, (_HOST, behind), board)
    except OSError:
        raise Stop(
            f"Port {port} sudah dipakai program lain.", langkah="Pilih port lain dengan --port, atau tanpa --port."
        ) from None


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((_HOST, 0))
        return int(probe.getsockname()[1])


def _start(dsn: str, port: int) -> subprocess.Popen[bytes]:
    server = subprocess.Popen(
        [sys.executable, "-m", "selaras.ekinerja.server", str(port)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C reaches us; we stop it in our order
    )
    if server.stdin is not None:
        server.stdin.write(f"{dsn}\n".encode())
        server.stdin.flush()
    return server


def _wait_until_ready(server: subprocess.Popen[bytes], port: int) -> None:
    begun = time.monotonic()
    while time.monotonic() - begun < _START_PATIENCE:
        if server.poll() is not None:
            break
        if _answers(port):
            return
        time.sleep(0.05)
    raise TryAgain("API e-Kinerja bawaan tidak mau menyala.", langkah="Ulangi; bila tetap, jalankan periksa-sistem.")


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection(_HOST, port, timeout=5)
    try:
        connection.request("GET", _HEALTH)
        return connection.getresponse().status in (200, 503)
    except OSError:
        return False
    finally:
        connection.close()


def _stop(server: subprocess.Popen[bytes]) -> None:
    """Let it finish what it does; whoever does not listen is ended."""
    if server.stdin is not None:
        server.stdin.close()
    try:
        server.wait(_STOP_PATIENCE)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()

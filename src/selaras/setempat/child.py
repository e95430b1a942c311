"""An application of ours while it runs: started, waited for, stopped."""

from __future__ import annotations

import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from selaras.galat import Stop, TryAgain
from selaras.setempat.server import HOST

_START_PATIENCE, _STOP_PATIENCE = 30.0, 10.0  # seconds


@dataclass(frozen=True, slots=True)
class Application:
    """A WSGI application: where its factory is, what it reads its settings from, how to ask whether it is up."""

    nama: str  # as errors name it
    factory: str
    variable: str
    threads: int
    health: str  # a path that answers 200 or 503 without a token


@contextmanager
def served(application: Application, port: int, *, settings: str) -> Iterator[subprocess.Popen[bytes]]:
    """Serve on this port of this machine until the block ends. Raises `TryAgain` when it does not come up."""
    server = _start(application, port, settings)
    try:
        _wait_until_ready(application, server, port)
        yield server
    finally:
        _stop(server)


def free_port(port: int = 0, *, host: str = HOST) -> int:
    """Return this port, or any free one for 0. Raises `Stop` when it is taken."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # one that was left a moment ago is free
        try:
            probe.bind((host, port))
        except OSError:
            raise port_taken(port) from None
        return int(probe.getsockname()[1])


def is_free(port: int, *, host: str = HOST) -> bool:
    """Tell whether nobody listens on this port."""
    try:
        return free_port(port, host=host) == port
    except Stop:
        return False


def port_taken(port: int) -> Stop:
    """Return the error for a port that another program has."""
    return Stop(f"Port {port} sudah dipakai program lain.", langkah="Pilih port lain dengan --port, atau tanpa --port.")


def _start(application: Application, port: int, settings: str) -> subprocess.Popen[bytes]:
    arguments = [application.factory, str(port), application.variable, str(application.threads)]
    server = subprocess.Popen(
        [sys.executable, "-m", "selaras.setempat.server", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C reaches us; we stop it in our order
    )
    if server.stdin is not None:
        server.stdin.write(f"{settings}\n".encode())
        server.stdin.flush()
    return server


def _wait_until_ready(application: Application, server: subprocess.Popen[bytes], port: int) -> None:
    begun = time.monotonic()
    while time.monotonic() - begun < _START_PATIENCE:
        if server.poll() is not None:
            break
        if answers(application.health, port):
            return
        time.sleep(0.05)
    raise TryAgain(f"{application.nama} tidak mau menyala.", langkah="Ulangi; bila tetap, jalankan periksa-sistem.")


def answers(path: str, port: int) -> bool:
    """Tell whether something on this machine answers there, be it that it is busy."""
    connection = http.client.HTTPConnection(HOST, port, timeout=5)
    try:
        connection.request("GET", path)
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

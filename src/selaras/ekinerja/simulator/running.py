"""A simulator while it runs: the API in a process of its own, the proxy in front of it in a thread."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from selaras.ekinerja.api_settings import DSN, THREADS
from selaras.ekinerja.simulator.board import Board
from selaras.ekinerja.simulator.faults import Knobs
from selaras.ekinerja.simulator.proxy import Proxy
from selaras.setempat.child import Application, free_port, port_taken, served
from selaras.setempat.server import HOST

API = Application("API e-Kinerja bawaan", "selaras.ekinerja.wsgi:application", DSN, THREADS, "/api/ekinerja/v1/sehat")


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
    behind = free_port()
    proxy = _listen(port, behind, board)
    thread = threading.Thread(target=proxy.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    try:
        with served(API, behind, settings=dsn) as server:
            thread.start()
            yield Simulator(f"http://{HOST}:{proxy.server_port}", f"http://{HOST}:{behind}", board, server)
    finally:
        if thread.is_alive():
            proxy.shutdown()
        proxy.server_close()


def _listen(port: int, behind: int, board: Board) -> Proxy:
    try:
        return Proxy(port, (HOST, behind), board)
    except OSError:
        raise port_taken(port) from None

"""`python -m selaras.setempat.server APPLICATION PORT VARIABLE THREADS`: serve until standard input closes.

What the application has to know comes as the first line of standard input and goes into the environment variable: it
may hold a password, and arguments are there for all to see.
"""

from __future__ import annotations

import os
import signal
import sys
import threading

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

HOST = "127.0.0.1"


def main() -> None:
    """Serve until told to stop, or until whoever started it is gone."""
    application, port, variable, threads = sys.argv[1:]
    os.environ[variable] = _line(0)
    threading.Thread(target=_watch, args=(0,), daemon=True).start()
    Granian(
        application,
        address=HOST,
        port=int(port),
        interface=Interfaces.WSGI,
        factory=True,
        workers=1,  # what an application remembers lies in one process
        blocking_threads=int(threads),
        log_level=LogLevels.error,
        workers_kill_timeout=5,
    ).serve()


def _line(pipe: int) -> str:
    """Read a line without a buffer of Python's: its lock would be held across the fork of the worker."""
    read = bytearray()
    while (byte := os.read(pipe, 1)) not in (b"", b"\n"):
        read += byte
    return read.decode()


def _watch(pipe: int) -> None:
    while os.read(pipe, 64):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    main()

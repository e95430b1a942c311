"""`python -m selaras.ekinerja.server PORT`: the API on this machine, until standard input closes.

The database comes as the first line of standard input: it may hold a password, and arguments are there for all to see.
"""

from __future__ import annotations

import os
import signal
import sys
import threading

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from selaras.ekinerja.api_settings import DSN, THREADS

HOST = "127.0.0.1"


def main() -> None:
    """Serve until told to stop, or until whoever started it is gone."""
    os.environ[DSN] = _line(0)
    threading.Thread(target=_watch, args=(0,), daemon=True).start()
    Granian(
        "selaras.ekinerja.wsgi:application",
        address=HOST,
        port=int(sys.argv[1]),
        interface=Interfaces.WSGI,
        factory=True,
        blocking_threads=THREADS,
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

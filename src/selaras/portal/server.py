"""`python -m selaras.portal.server HOST PORT WORKERS`: the pages under granian, by `selaras serve`.

A process of its own: Django serves one configuration per process, and the command has set up another one by then.
Database and folder come in the environment, which other users of the machine can not read.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from selaras.portal.db import DSN, THREADS
from selaras.portal.wsgi import FOLDER, set_up

STOP_PATIENCE = 30  # seconds that a request under way gets when the server is told to stop


def start(dsn: str, *, folder: Path, host: str, port: int, workers: int) -> None:
    """Become the server. Does not return."""
    arguments = [sys.executable, "-m", "selaras.portal.server", host, str(port), str(workers)]
    os.execve(sys.executable, arguments, {**os.environ, DSN: dsn, FOLDER: str(folder)})  # noqa: S606 - our own program


def main() -> None:
    """Collect the static files and serve until told to stop."""
    host, port, workers = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    set_up()
    from selaras.ui.statis import kumpulkan

    kumpulkan(Path(os.environ[FOLDER]) / "statis")
    Granian(
        "selaras.portal.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        factory=True,
        workers=workers,
        blocking_threads=THREADS,
        respawn_failed_workers=True,
        workers_kill_timeout=STOP_PATIENCE,
        log_level=LogLevels.error,
    ).serve()


if __name__ == "__main__":
    main()

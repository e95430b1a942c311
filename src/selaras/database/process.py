"""What runs in a cluster: the server named in its pid file, and orphans of one that was killed.

A pid alone proves nothing: it may have been given to another program since. A process belongs to a cluster when its
program is `postgres` and its working directory is that cluster.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from selaras.database.folder import SOCKET_NAME, Place

_PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class PidFile:
    """The lines of `postmaster.pid` that matter here; `state` is `ready`, `starting`, `stopping` or empty."""

    pid: int
    cluster: str
    port: int
    socket_folder: str
    state: str

    @property
    def socket(self) -> Path:
        """The socket that the server listens on."""
        return Path(self.socket_folder) / SOCKET_NAME


def read_pid_file(place: Place) -> PidFile | None:
    """Return what the pid file says, or None when there is none or it is not whole."""
    try:
        lines = place.pid_file.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except (FileNotFoundError, NotADirectoryError):
        return None
    try:
        state = lines[7].strip() if len(lines) > 7 else ""
        return PidFile(abs(int(lines[0])), lines[1], int(lines[3]), lines[4], state)
    except (IndexError, ValueError):
        return None


def belongs(pid: int, cluster: Path) -> bool:
    """Tell whether the process is alive (no zombie) and a postgres of this cluster."""
    if not _PROC.is_dir():  # no Linux: the pid is all there is
        return _alive(pid)
    folder = _PROC / str(pid)
    try:
        program = Path(os.readlink(folder / "exe")).name  # "postgres (deleted)" once its file is gone
        return program.split(" ")[0] == "postgres" and os.path.samefile(folder / "cwd", cluster)
    except OSError:  # gone, a zombie, or of another user: then it can not own our cluster
        return False


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def all_of(cluster: Path) -> list[int]:
    """Return the pids of every process of this cluster."""
    if not _PROC.is_dir():
        return []
    return [int(entry.name) for entry in _PROC.iterdir() if entry.name.isdigit() and belongs(int(entry.name), cluster)]


def server_of(place: Place) -> PidFile | None:
    """Return the pid file if the server it names really runs in this folder."""
    found = read_pid_file(place)
    return found if found is not None and belongs(found.pid, place.cluster) else None

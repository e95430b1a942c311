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
    except PermissionError:
        return _looks_like_it(folder, cluster)
    except OSError:  # gone, or a zombie
        return False


def _looks_like_it(folder: Path, cluster: Path) -> bool:
    """Judge by what everybody may read: root in a container is not allowed to look closer at other users' processes.

    A server has the cluster in its command line. A worker has not; one whose server is gone counts as ours.
    """
    try:
        if folder.stat().st_uid != cluster.stat().st_uid:
            return False
        if str(cluster) in _arguments(folder):
            return True
        parent = (folder / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[1]
        has_server = Path(_arguments(folder.with_name(parent))[0]).name == "postgres"
        return not has_server and _arguments(folder)[0].startswith("postgres: ")
    except (OSError, IndexError):
        return False


def _arguments(process: Path) -> list[str]:
    return (process / "cmdline").read_text(encoding="utf-8", errors="surrogateescape").split("\0")


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

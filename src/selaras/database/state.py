"""What there is to say about the server of a folder, and how to stop it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from selaras.database import process, server
from selaras.database.folder import Place
from selaras.database.lock import Kabar, quiet, start_lock
from selaras.database.sentences import spoken


@dataclass(frozen=True, slots=True)
class Status:
    """The server of one data folder. `state` is `mati`, `menyala`, `memulihkan` or `berhenti`."""

    folder: Path
    state: str
    pid: int | None = None
    socket: Path | None = None
    log: Path | None = None

    @property
    def running(self) -> bool:
        """Tell whether it takes connections."""
        return self.state == "menyala"


_STATES = {"ready": "menyala", "stopping": "berhenti"}


def status(folder: Path | None = None) -> Status:
    """Look at the server of a folder; starts nothing, changes nothing."""
    place = Place.of(folder)
    with spoken(place):
        found = process.server_of(place)
        log = max(place.log.glob("postgres-*.log"), default=None)
    if found is None:
        return Status(place.root, "mati", log=log)
    return Status(place.root, _STATES.get(found.state, "memulihkan"), found.pid, found.socket, log)


def stop(folder: Path | None = None, *, kabar: Kabar = quiet) -> bool:
    """Stop the server of a folder and wait for it; True if one was running. Open sessions are ended."""
    place = Place.of(folder)
    with spoken(place):
        if not place.cluster.is_dir():
            return False
        with start_lock(place, kabar):
            found = process.server_of(place)
            if found is None:
                return False
            server.shut_down(place, found, kabar)
            return True

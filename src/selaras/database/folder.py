"""Where the data live, and what lies where in that folder."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import platformdirs

SOCKET_NAME = ".s.PGSQL.5432"
SOCKET_PATH_LIMIT = 107  # bytes: sun_path of a unix socket without its closing zero


def data_folder() -> Path:
    """Return the data folder of this user: SELARAS_DATA, or the usual place.

    root gets /var/lib/selaras: /root is closed to the user that the server runs as.
    """
    named = os.environ.get("SELARAS_DATA", "").strip()
    if named:
        return absolute(Path(named))
    if os.geteuid() == 0:
        return Path("/var/lib/selaras")
    return absolute(platformdirs.user_data_path("selaras"))


def absolute(folder: Path) -> Path:
    """Return the folder without `~`, links or relative parts, so that one folder has one name."""
    return folder.expanduser().resolve()


@dataclass(frozen=True, slots=True)
class Place:
    """The paths of one data folder. `root` is absolute and without links."""

    root: Path

    @classmethod
    def of(cls, folder: Path | None) -> Place:
        """Return the place of a folder, or of the default one."""
        return cls(data_folder() if folder is None else absolute(folder))

    @property
    def cluster(self) -> Path:
        """The PostgreSQL data directory."""
        return self.root / "db"

    @property
    def new_cluster(self) -> Path:
        """Where initdb works; renamed to `cluster` when it is whole, so that a kill leaves no half cluster."""
        return self.root / "db.baru"

    @property
    def pid_file(self) -> Path:
        """The file in which a running server says who and where it is."""
        return self.cluster / "postmaster.pid"

    @property
    def lock_file(self) -> Path:
        """The file that whoever starts or stops the server has locked."""
        return self.root / "kunci"

    @property
    def programs(self) -> Path:
        """Copies of the PostgreSQL binaries, one folder per version."""
        return self.root / "pg"

    @property
    def log(self) -> Path:
        """Folder of the server log."""
        return self.root / "log"

    @property
    def start_log(self) -> Path:
        """What the server said before its log was open."""
        return self.log / "mulai.log"

    def socket_folders(self) -> Iterator[Path]:
        """Yield names for the socket folder, the preferred one first: short, outside the data folder.

        The name depends on the folder alone: two data folders never share it, a restart finds it again. The later ones
        serve when somebody else took the first, or TMPDIR is long.
        """
        mark = hashlib.sha256(os.fsencode(self.root)).hexdigest()[:10]
        bases = dict.fromkeys((Path(tempfile.gettempdir()), Path("/tmp"), Path("/var/tmp")))  # noqa: S108 - checked: private
        for suffix in ("", "-2", "-3"):
            for base in bases:
                folder = base / f"selaras-{mark}{suffix}"
                if len(os.fsencode(folder / SOCKET_NAME)) <= SOCKET_PATH_LIMIT and base.is_dir():
                    yield folder

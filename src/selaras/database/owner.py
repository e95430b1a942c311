"""The user that the server runs as: PostgreSQL refuses to run as root."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from selaras.database.folder import Place
from selaras.galat import Stop

SERVICE_USER = "selaras"


@dataclass(frozen=True, slots=True)
class Owner:
    """Who runs the server. `drop` is true when root has to become that user first."""

    uid: int
    gid: int
    drop: bool

    def take(self, path: Path) -> None:
        """Give a path to this user."""
        if self.drop:
            os.chown(path, self.uid, self.gid)

    def start(self, command: list[str], output: IO[bytes] | int) -> subprocess.Popen[bytes]:
        """Start a program as this user, in a session of its own, with nothing inherited but its output."""
        environment = _environment()
        if not self.drop:
            return subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, cwd="/", env=environment,
                start_new_session=True,
            )  # fmt: skip
        return subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, cwd="/", env=environment,
            start_new_session=True, user=self.uid, group=self.gid, extra_groups=[],
        )  # fmt: skip

    def can_enter(self, folder: Path) -> bool:
        """Tell whether this user reaches the folder; asked of the system itself, so that ACLs count too."""
        return self.start(["/bin/sh", "-c", 'cd "$1"', "sh", str(folder)], subprocess.DEVNULL).wait() == 0


def _environment() -> Mapping[str, str]:
    """Return a small environment: a stray PG* or LC_* variable must not change the server."""
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"}


def owner_of(place: Place) -> Owner:
    """Return who runs (or will run) the server of this folder. As root, makes the service user if need be.

    Raises Stop when the cluster belongs to somebody else.
    """
    uid, gid = os.geteuid(), os.getegid()
    there = _stat(place)
    if uid != 0:
        if there is not None and there.st_uid != uid:
            raise not_yours(place, there.st_uid)
        return Owner(uid, gid, drop=False)
    if there is not None and there.st_uid != 0:
        return Owner(there.st_uid, there.st_gid, drop=True)
    entry = _service_user()
    return Owner(entry.pw_uid, entry.pw_gid, drop=True)


def _stat(place: Place) -> os.stat_result | None:
    try:
        return place.cluster.stat()
    except OSError:  # not made yet, or not ours to see
        return None


def stranger(place: Place) -> int | None:
    """Return the uid of the cluster's owner when that is somebody else and we are not root."""
    there = _stat(place)
    return there.st_uid if there is not None and os.geteuid() not in {0, there.st_uid} else None


def not_yours(place: Place, uid: int) -> Stop:
    """Return what to say to a user who opens the folder of another."""
    try:
        name = pwd.getpwuid(uid).pw_name
    except KeyError:
        name = str(uid)
    return Stop(
        f"Basis data di {place.root} milik pengguna {name}, bukan Anda.",
        langkah=f"Jalankan perintah ini sebagai {name} atau root, atau pakai folder data sendiri (SELARAS_DATA).",
    )


def _service_user() -> pwd.struct_passwd:
    """Return the passwd entry of `selaras`, made now if possible; else of `nobody`."""
    found = _passwd(SERVICE_USER)
    if found is None:
        _make_service_user()
        found = _passwd(SERVICE_USER) or _passwd("nobody")
    if found is None:
        raise Stop(
            "PostgreSQL tidak boleh berjalan sebagai root, dan pengguna biasa untuknya tidak dapat dibuat.",
            langkah=f"Buat pengguna itu (useradd --system {SERVICE_USER}), atau jalankan Selaras sebagai "
            "pengguna biasa.",
        )
    return found


def _passwd(name: str) -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(name)
    except KeyError:
        return None


def _make_service_user() -> None:
    """Try to add the system user; whether it worked shows when it is looked up again."""
    program = shutil.which("useradd")
    if program is None:
        return
    shell = shutil.which("nologin") or "/bin/false"
    command = [program, "--system", "--no-create-home", "--home-dir", "/nonexistent", "--shell", shell, SERVICE_USER]
    subprocess.run(command, check=False, capture_output=True)

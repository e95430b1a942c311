"""The start lock: one process at a time starts or stops the server of a folder.

An flock, not a file that exists: the kernel lets go of it when its holder dies, however it dies.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from selaras.database.folder import Place
from selaras.galat import TryAgain

PATIENCE = 180.0  # seconds: longer than a start may take
Kabar = Callable[[str], None]


def quiet(_: str) -> None:
    """Take a progress message and do nothing with it."""


@contextmanager
def start_lock(place: Place, kabar: Kabar, *, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of the folder. Raises TryAgain when another process holds it for too long."""
    handle = os.open(place.lock_file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        _acquire(handle, kabar, patience)
        yield
    finally:
        os.close(handle)


def _acquire(handle: int, kabar: Kabar, patience: float) -> None:
    until = time.monotonic() + patience
    told = False
    while True:
        with suppress(BlockingIOError):
            return fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if time.monotonic() > until:
            raise TryAgain(
                "Perintah Selaras lain sedang menyalakan atau mematikan basis data dan belum selesai.",
                langkah="Tunggu sebentar, lalu ulangi perintah ini.",
            )
        if not told:
            kabar("Menunggu perintah Selaras lain yang sedang menyiapkan basis data ...")
            told = True
        time.sleep(0.02)

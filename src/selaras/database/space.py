"""How much room the disk has."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

from selaras.galat import Stop

MIB = 1024 * 1024
FIRST_USE = 200 * MIB  # binaries 35 MB, a new cluster 40 MB, its write-ahead log, and room to begin
RESTART = 32 * MIB  # two segments of write-ahead log


def existing(folder: Path) -> Path:
    """Return the folder, or the nearest one above it that exists and may be looked at."""
    return next((there for there in (folder, *folder.parents) if os.path.exists(there)), Path("/"))


def free(folder: Path) -> int:
    """Return the free bytes on the disk of a folder that need not exist yet."""
    return shutil.disk_usage(existing(folder)).free


def require(folder: Path, needed: int) -> None:
    """Raise Stop when the disk has less room than needed (bytes)."""
    have = free(folder)
    if have < needed:
        raise full(folder, f"tinggal {have // MIB} MB, perlu sedikitnya {needed // MIB} MB")


def full(folder: Path, detail: str = "tidak ada tempat lagi") -> Stop:
    """Return the sentence about a full disk."""
    return Stop(
        f"Disk tempat folder data {folder} penuh: {detail}.",
        langkah="Kosongkan disk atau pindahkan folder data ke disk lain (SELARAS_DATA), lalu ulangi. Data yang sudah "
        "tersimpan tidak hilang.",
    )


def is_full(error: OSError) -> bool:
    """Tell whether an error of the system means: no room (or no quota) left."""
    numbers = (errno.ENOSPC, errno.EDQUOT)  # shutil.copytree has no number, only the words of its files
    return error.errno in numbers or any(os.strerror(number) in str(error) for number in numbers)

"""Where test servers keep their data."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path


def roomy_base() -> str:
    """Return a disk in memory when it has room and runs programs: these tests copy many clusters."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK) or os.statvfs(memory).f_flag & os.ST_NOEXEC:
        return "/tmp"
    return str(memory) if shutil.disk_usage(memory).free > 2 << 30 else "/tmp"


def new_folder() -> Path:
    """Make a folder that the unprivileged user of the server can pass through."""
    folder = Path(tempfile.mkdtemp(prefix="selaras-uji-", dir=roomy_base()))
    folder.chmod(0o755)
    return folder

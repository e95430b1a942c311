"""When the last backup was made: a small file beside the data, since a backup must not change what it copied."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

NAME = "cadangan-terakhir"


def note(folder: Path, now: dt.datetime) -> None:
    """Remember that a backup was made now; a folder that can not be written is no reason to complain."""
    try:
        (folder / NAME).write_text(now.isoformat(), encoding="ascii")
    except OSError:
        return


def last(folder: Path) -> dt.datetime | None:
    """Return when the last backup was made, None when that is not known."""
    try:
        return dt.datetime.fromisoformat((folder / NAME).read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        return None

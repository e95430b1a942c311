"""The server's own log: what broke and where in the code, never what a form, an address or a database row held."""

from __future__ import annotations

import logging
import re
import traceback
from pathlib import Path
from types import TracebackType

_NUMBER = re.compile(r"\d[\d .-]{6,}\d")  # NIP, NIK, NUPTK, NPSN, however they are spaced


class Polos(logging.Formatter):
    """A line without numbers of people; of an error its kind and its places, for its text may hold a row."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line; the date in front is ours and stays."""
        text = _NUMBER.sub("(nomor)", record.getMessage())
        line = f"{self.formatTime(record)} {record.levelname} {record.name}: {text}"
        error = record.exc_info[1] if record.exc_info else None
        return line if error is None else f"{line} {type(error).__name__} di {', '.join(_places(error.__traceback__))}"


def _places(trace: TracebackType | None) -> list[str]:
    frames = reversed(traceback.extract_tb(trace))
    return [f"{Path(frame.filename).name}:{frame.lineno} ({frame.name})" for frame in frames][:12]


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"polos": {"()": "selaras.portal.catatan.Polos"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "polos"}},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        "psycopg.pool": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
    },
}

"""The clock, injectable: `SELARAS_HARI_INI=2025-01-09` lets a rehearsal or a test live on another day."""

from __future__ import annotations

import datetime as dt
import os
from zoneinfo import ZoneInfo

from selaras.galat import DataError

ZONE = ZoneInfo("Asia/Jakarta")


def now() -> dt.datetime:
    """Return the moment, in the zone of the instansi."""
    real = dt.datetime.now(ZONE)
    wanted = os.environ.get("SELARAS_HARI_INI")
    if not wanted:
        return real
    try:
        return dt.datetime.combine(dt.date.fromisoformat(wanted), real.timetz())
    except ValueError:
        raise DataError(f"SELARAS_HARI_INI={wanted} bukan tanggal.", langkah="Tulis seperti 2025-01-09.") from None


def today() -> dt.date:
    """Return the day."""
    return now().date()

"""Dates as these files write them: ISO, dd-mm-yyyy, dd/mm/yyyy, '5 Januari 2024', '05-Jan-2024'; also with a time.

>>> iso("2024-02-29 09:00:00"), iso("07-09-1967"), iso("1/2/2024"), iso("5 Januari 2024"), iso("05-Jan-2024")
('2024-02-29', '1967-09-07', '2024-02-01', '2024-01-05', '2024-01-05')
>>> iso("31-02-2024") is None, iso("5/24") is None, iso("45292") is None
(True, True, True)
>>> waktu("06-01-2025 10:12:33")
datetime.datetime(2025, 1, 6, 10, 12, 33)
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})", re.ASCII)
_HARI = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII)
_KATA = re.compile(r"(\d{1,2})[-/. ]+([A-Za-z]{3,9})\.?[-/. ]+(\d{4})", re.ASCII)
_JAM = re.compile(
    r"(?:[T ,]+|\s+pukul\s+)(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2}|WIB|WITA|WIT)?",
    re.A,
)
_BULAN = {
    "jan": 1, "januari": 1, "january": 1, "feb": 2, "februari": 2, "pebruari": 2, "february": 2, "mar": 3, "maret": 3,
    "march": 3, "apr": 4, "april": 4, "mei": 5, "may": 5, "jun": 6, "juni": 6, "june": 6, "jul": 7, "juli": 7,
    "july": 7, "agu": 8, "agt": 8, "ags": 8, "agustus": 8, "aug": 8, "august": 8, "sep": 9, "sept": 9,
    "september": 9, "okt": 10, "oktober": 10, "oct": 10, "october": 10, "nov": 11, "november": 11, "nopember": 11,
    "des": 12, "desember": 12, "dec": 12, "december": 12,
}  # fmt: skip


def _tanggal(text: str) -> tuple[dt.date, str] | None:
    """Return the date at the head of the text and what follows it."""
    if m := _ISO.match(text):
        year, month, day = int(m[1]), int(m[2]), int(m[3])
    elif m := _HARI.match(text):
        year, month, day = int(m[3]), int(m[2]), int(m[1])
    elif m := _KATA.match(text):
        year, month, day = int(m[3]), _BULAN.get(m[2].lower(), 0), int(m[1])
    else:
        return None
    try:
        return dt.date(year, month, day), text[m.end() :]
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def waktu(text: str) -> dt.datetime | None:
    """Return the moment the text names (midnight when it names only a day); None when it names none."""
    found = _tanggal(text.strip())
    if found is None:
        return None
    tanggal, sisa = found
    if not sisa.strip():
        return dt.datetime.combine(tanggal, dt.time())
    jam = _JAM.fullmatch(sisa.rstrip())
    if jam is None:
        return None
    try:
        return dt.datetime.combine(tanggal, dt.time(int(jam[1]), int(jam[2]), int(jam[3] or 0)))
    except ValueError:
        return None


@lru_cache(maxsize=16384)
def iso(text: str) -> str | None:
    """Return the day as ISO text, None when the text names no possible day."""
    if len(text) == 10 and text[4] == text[7] == "-":  # nearly always
        try:
            return dt.date.fromisoformat(text).isoformat()
        except ValueError:
            pass
    moment = waktu(text)
    return None if moment is None else moment.date().isoformat()

"""The fault knobs: which fault, and when.

`{"daftar": {"3": "500_sesudah"}}` spoils the third request; `jalur` narrows list and chance to paths that end so.

>>> knobs = parse({"daftar": {"2": "putus_sesudah"}, "jalur": "tulis"})
>>> [knobs.pick(n) and str(knobs.pick(n)) for n in (1, 2, 3)]
[None, 'putus_sesudah', None]
>>> knobs.concerns("/api/ekinerja/v1/tulis"), knobs.concerns("/api/ekinerja/v1/baca")
(True, False)
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from selaras.setempat import gangguan


class Fault(StrEnum):
    """What can go wrong with one request."""

    SLOW = "lambat"  # answered after `detik` seconds
    FAIL_BEFORE = "500_sebelum"
    FAIL_AFTER = "500_sesudah"  # the write took effect
    RESET_EARLY = "putus_awal"  # the connection dies before the body was read
    RESET_BEFORE = "putus_sebelum"
    RESET_AFTER = "putus_sesudah"  # the write took effect, no answer
    TWICE = "ganda"  # delivered twice, the second answer comes back
    WRONG_TYPE = "jenis_salah"  # the write took effect, a page of HTML comes back
    HALF = "setengah"  # the write took effect, half the answer comes back
    TOKEN = "token"  # noqa: S105 - a kind of fault, no secret
    LIE = "bohong"  # "diterima", and nothing is stored
    TOO_OFTEN = "429"
    MAINTENANCE = "pemeliharaan"


_READER = gangguan.Reader(
    faults=Fault,
    keys=frozenset({"benih", "peluang", "daftar", "jalur", "detik", "tunggu"}),
    example='{"benih": 1, "peluang": {"500_sesudah": 0.02}, "daftar": {"3": "putus_sesudah"}}',
)


@dataclass(frozen=True, slots=True)
class Knobs(gangguan.Knobs[Fault]):
    """A setting of the knobs; the default lets everything pass."""

    jalur: str = ""
    tunggu: int = 1  # Retry-After of 429 and 503

    def concerns(self, path: str) -> bool:
        """Say whether requests for this path are counted and spoilt."""
        return path.rstrip("/").endswith(self.jalur)


def parse(data: object) -> Knobs:
    """Read knobs from JSON. Raises `DataError` that names what cannot be read."""
    found, common = _READER.common(data)
    return Knobs(
        **common,
        jalur=str(found.get("jalur", "")).rstrip("/"),
        tunggu=int(_READER.number("tunggu", found.get("tunggu", 1))),
    )

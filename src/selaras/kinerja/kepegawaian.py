"""Status kepegawaian: PNS, CPNS, PPPK, PPPK paruh waktu are ASN; every kind of honorer is not.

Only ASN kinerja flows to BKN. Sources: docs/aturan.md (PW, DW, "paruh"); Dapodik's own list of texts.

>>> parse("PPPK PARUH WAKTU"), parse("PNS Depag").is_asn, parse("Guru Honor Sekolah").is_asn
(<Status.PPPK_PARUH_WAKTU: 'PPPK paruh waktu'>, True, False)
>>> parse("GTY/PTY")
<Status.GTY: 'GTY/PTY'>
>>> parse("entah")
Traceback (most recent call last):
    ...
selaras.kinerja.kepegawaian.KepegawaianError: Status kepegawaian ini tidak dikenal.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from typing import Final

from selaras.kinerja.putusan import AturanError


class KepegawaianError(AturanError):
    """Text that is no status kepegawaian: `kode` UNKNOWN_STATUS or INCOMPLETE."""

    apa = "Status kepegawaian"


class Status(Enum):
    """Status kepegawaian; the value is how it is shown."""

    PNS = "PNS"
    CPNS = "CPNS"
    PPPK = "PPPK"
    PPPK_PARUH_WAKTU = "PPPK paruh waktu"
    GTY = "GTY/PTY"
    HONOR_DAERAH = "Honor daerah"
    HONOR_SEKOLAH = "Honor sekolah"
    NON_ASN = "Non-ASN"

    @property
    def is_asn(self) -> bool:
        """Whether this person is ASN, whose kinerja goes to e-Kinerja."""
        return self in _ASN

    @property
    def is_pppk(self) -> bool:
        """Whether this person is PPPK, full or part time."""
        return self in (Status.PPPK, Status.PPPK_PARUH_WAKTU)


_ASN: Final = frozenset({Status.PNS, Status.CPNS, Status.PPPK, Status.PPPK_PARUH_WAKTU})
# The first pattern that fits decides: "non ASN" before "ASN", "paruh waktu" before "PPPK".
_POLA: Final = tuple(
    (re.compile(pola), status)
    for pola, status in (
        (r"\bnon ?(?:asn|pns|pppk)\b|\bbukan (?:asn|pns)\b", Status.NON_ASN),
        (r"\bparuh\b|^(?:pppk |p3k )?(?:pw|dw)$", Status.PPPK_PARUH_WAKTU),
        (r"\b(?:pppk|p3k)\b|perjanjian kerja", Status.PPPK),
        (r"\bcpns\b|\bcalon pns\b|\bcalon pegawai negeri", Status.CPNS),
        (r"\bpns\b|\bpegawai negeri sipil\b", Status.PNS),
        (r"\b(?:gty|pty)\b|\b(?:guru|pegawai) tetap yayasan\b", Status.GTY),
        (r"\bhonor\w* daerah\b|\b(?:gtt|ptt)\b.*\b(?:prov\w*|kab\w*|kota)\b|\bguru bantu\b", Status.HONOR_DAERAH),
        (r"\bhonor\w*\b|\b(?:gtt|ptt)\b|\bkontrak\b|\btidak tetap\b", Status.HONOR_SEKOLAH),
    )
)


@lru_cache(maxsize=1024)
def parse(text: str) -> Status:
    """Return the status that a text names; raises `KepegawaianError`, never guesses."""
    bersih = re.sub(r"[^a-z0-9]+", " ", text.casefold()).strip()
    if not bersih:
        raise KepegawaianError("INCOMPLETE")
    for pola, status in _POLA:
        if pola.search(bersih):
            return status
    raise KepegawaianError("UNKNOWN_STATUS")

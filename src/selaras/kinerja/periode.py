"""Periods of rating as slots: tipe * 100 + angka. Bulanan 101-112, triwulanan 201-204, semester 301-302, tahunan 400.

e-Kinerja calls the parts "Tipe Periodik" (bulanan, triwulanan) and "Angka Periodik" (1-12, 1-4); semester exists in
PMM only (2024), tahunan is e-Kinerja's "final" period. Source: docs/aturan.md.

>>> slot(2, 3), nama(203), nama_panjang(203)
(203, 'TW3', 'Triwulan 3 (Juli-September)')
>>> rentang(2024, 101)
(datetime.date(2024, 1, 1), datetime.date(2024, 1, 31))
>>> parse_hari_bulan("31-03")
(31, 3)
>>> slot(2, 5)
Traceback (most recent call last):
    ...
selaras.kinerja.periode.PeriodeError: Periode ini tidak dikenal.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Final

from selaras.kinerja._label import BULAN, cari_slot, cari_tahun
from selaras.kinerja.putusan import AturanError

BULANAN: Final = 1
TRIWULANAN: Final = 2
SEMESTER: Final = 3
TAHUNAN: Final = 4
SETAHUN: Final = 400
BANYAK: Final = {BULANAN: 12, TRIWULANAN: 4, SEMESTER: 2, TAHUNAN: 1}
_TIPE: Final = {
    "bulanan": BULANAN,
    "bulan": BULANAN,
    "triwulanan": TRIWULANAN,
    "triwulan": TRIWULANAN,
    "semester": SEMESTER,
    "semesteran": SEMESTER,
    "tahunan": TAHUNAN,
    "tahun": TAHUNAN,
    "final": TAHUNAN,
}
_KOLOM: Final = {BULANAN: "bulanan", TRIWULANAN: "triwulanan", SEMESTER: "semester", TAHUNAN: "tahunan"}
_HARI_BULAN: Final = re.compile(r"(\d{1,2})[-/.](\d{1,2})", re.ASCII)


class PeriodeError(AturanError):
    """Something that is no period: `kode` UNKNOWN_PERIODE or BAD_DAY_MONTH."""

    apa = "Periode"


def slot(tipe: int, angka: int | None) -> int:
    """Return the slot of a tipe and its number; tahunan has none (or 1) and is always 400.

    >>> slot(4, None), slot(1, 12)
    (400, 112)
    """
    if tipe == TAHUNAN and (angka or 1) == 1:
        return SETAHUN
    if tipe == TAHUNAN or not 1 <= (angka or 0) <= BANYAK.get(tipe, 0):
        raise PeriodeError("UNKNOWN_PERIODE")
    return tipe * 100 + (angka or 0)


def tipe_angka(kode: int) -> tuple[int, int]:
    """Return tipe and number of a slot (tahunan: 4, 0); raises `PeriodeError` when there is no such slot.

    >>> tipe_angka(112)
    (1, 12)
    """
    tipe, angka = divmod(kode, 100)
    if slot(tipe, angka) != kode:
        raise PeriodeError("UNKNOWN_PERIODE")
    return tipe, angka


def kolom(kode: int) -> tuple[str, str]:
    """Return Tipe Periodik and Angka Periodik of a slot as e-Kinerja writes them.

    >>> kolom(204), kolom(400)
    (('triwulanan', '4'), ('tahunan', ''))
    """
    tipe, angka = tipe_angka(kode)
    return _KOLOM[tipe], str(angka) if angka else ""


def slots(tipe: int) -> tuple[int, ...]:
    """Return every slot of a tipe, in order.

    >>> slots(2), slots(4)
    ((201, 202, 203, 204), (400,))
    """
    return tuple(slot(tipe, n) for n in range(1, BANYAK.get(tipe, 0) + 1))


def parse_tipe(text: str) -> int:
    """Return the tipe of "Bulanan", "triwulanan", "semester", "tahunan" or e-Kinerja's "final".

    >>> parse_tipe(" Triwulanan "), parse_tipe("Final")
    (2, 4)
    """
    tipe = _TIPE.get(text.strip().casefold())
    if tipe is None:
        raise PeriodeError("UNKNOWN_PERIODE" if text.strip(" -") else "INCOMPLETE")
    return tipe


def nama(kode: int) -> str:
    """Return the short name of a slot.

    >>> nama(105), nama(301), nama(400)
    ('Bulan 5', 'Semester 1', 'Tahunan')
    """
    tipe, angka = tipe_angka(kode)
    return {BULANAN: f"Bulan {angka}", TRIWULANAN: f"TW{angka}", SEMESTER: f"Semester {angka}"}.get(tipe, "Tahunan")


def nama_panjang(kode: int) -> str:
    """Return the long name of a slot, with its months.

    >>> nama_panjang(105), nama_panjang(400)
    ('Bulan 5 (Mei)', 'Tahunan (Januari-Desember)')
    """
    awal, akhir = bulan(kode)
    pendek = nama(kode).replace("TW", "Triwulan ")
    return f"{pendek} ({BULAN[awal - 1]})" if awal == akhir else f"{pendek} ({BULAN[awal - 1]}-{BULAN[akhir - 1]})"


def bulan(kode: int) -> tuple[int, int]:
    """Return first and last month of a slot.

    >>> bulan(204), bulan(400)
    ((10, 12), (1, 12))
    """
    tipe, angka = tipe_angka(kode)
    panjang = 12 // BANYAK[tipe]
    akhir = panjang * (angka or 1)
    return akhir - panjang + 1, akhir


def rentang(tahun: int, kode: int) -> tuple[date, date]:
    """Return first and last day of a slot in a year."""
    awal, akhir = bulan(kode)
    return date(tahun, awal, 1), date(tahun, akhir, monthrange(tahun, akhir)[1])


def jatuh_tempo(tahun: int, kode: int) -> date:
    """Return the day from whose end a slot is due: its last day.

    >>> jatuh_tempo(2024, 201)
    datetime.date(2024, 3, 31)
    """
    return rentang(tahun, kode)[1]


def parse_label(text: str) -> tuple[int | None, int | None]:
    """Read year and slot out of a report title; None for what it does not say, or says in two ways.

    "Tahun 2024" names a year and no slot: of an SKP list that is all there is to say, of a rating list it is the
    caller who knows that a report without periodik is the yearly one.

    >>> parse_label("Laporan Penilaian SKP Periode Triwulan 1 Tahun 2024")
    (2024, 201)
    >>> parse_label("Periode : Bulanan 12 Tahun 2026"), parse_label("Januari 2026"), parse_label("Triwulan IV")
    ((2026, 112), (2026, 101), (None, 204))
    >>> parse_label("Tahun 2024"), parse_label("Januari - Juni 2024"), parse_label("Bulanan 13")
    ((2024, None), (2024, 301), (None, None))
    """
    return cari_tahun(text), cari_slot(text)


def parse_hari_bulan(text: str) -> tuple[int, int]:
    """Return (day, month) of e-Kinerja's "31-03"; 29-02 is a day, 31-04 is not.

    >>> parse_hari_bulan("1/4")
    (1, 4)
    """
    cocok = _HARI_BULAN.fullmatch(text.strip())
    hari, bln = (int(cocok[1]), int(cocok[2])) if cocok else (0, 0)
    if not (1 <= bln <= 12 and 1 <= hari <= monthrange(2024, bln)[1]):
        raise PeriodeError("BAD_DAY_MONTH")
    return hari, bln

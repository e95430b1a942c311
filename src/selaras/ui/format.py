"""Numbers and dates as Indonesians write them, without asking the machine's locale."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Final
from zoneinfo import ZoneInfo

WIB: Final = ZoneInfo("Asia/Jakarta")
KOSONG: Final = "-"
BULAN: Final = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
PENDEK: Final = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")


def tanggal(nilai: object, *, pendek: bool = False) -> str:
    """Return a date in words. A moment with a time zone is first moved to WIB; None is a dash.

    >>> tanggal(dt.date(2025, 1, 6)), tanggal(dt.date(2025, 8, 17), pendek=True), tanggal(None)
    ('6 Januari 2025', '17 Agu 2025', '-')
    """
    if isinstance(nilai, dt.datetime):
        nilai = _wib(nilai).date()
    if not isinstance(nilai, dt.date):
        return KOSONG if nilai in (None, "") else str(nilai)
    nama = (PENDEK if pendek else BULAN)[nilai.month - 1]
    return f"{nilai.day} {nama} {nilai.year}"


def waktu(nilai: object) -> str:
    """Return a moment with its hour in WIB; a plain date has no hour.

    >>> waktu(dt.datetime(2025, 1, 6, 17, 30, tzinfo=dt.UTC))
    '7 Januari 2025 pukul 00.30 WIB'
    """
    if not isinstance(nilai, dt.datetime):
        return tanggal(nilai)
    saat = _wib(nilai)
    return f"{tanggal(saat)} pukul {saat:%H.%M} WIB"


def angka(nilai: object, desimal: int | None = None) -> str:
    """Return a number with dots for thousands and a comma for decimals; what is no number stays as it is.

    >>> angka(1234567), angka(-1200.5), angka(Decimal("37.50"), 2), angka(None), angka("12a")
    ('1.234.567', '-1.200,5', '37,50', '-', '12a')
    """
    if nilai is None or nilai == "":
        return KOSONG
    if isinstance(nilai, bool) or not isinstance(nilai, int | float | Decimal):
        return str(nilai)
    teks = f"{nilai:,}" if desimal is None else f"{nilai:,.{desimal}f}"
    return teks.translate({ord(","): ".", ord("."): ","})


def persen(bagian: int, semua: int) -> int:
    """Return a whole percentage that says 100 only when everything is done, and 0 only when nothing is.

    >>> persen(299, 300), persen(1, 300), persen(0, 0), persen(3, 3)
    (99, 1, 0, 100)
    """
    if semua <= 0 or bagian <= 0:
        return 0
    if bagian >= semua:
        return 100
    return min(99, max(1, round(100 * bagian / semua)))


def _wib(saat: dt.datetime) -> dt.datetime:
    return saat.astimezone(WIB) if saat.tzinfo else saat

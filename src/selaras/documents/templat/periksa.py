"""What a cell takes when somebody fills it in: one of a list, a day of the year, a whole NIP."""

from __future__ import annotations

import datetime as dt
from typing import Any

from selaras.documents.templat.kolom import Kolom


def periksa(ws: Any, awal: int, akhir: int, c: int, k: Kolom, tahun: int) -> None:
    """Add the dropdown or the date check of a column."""
    aturan: dict[str, Any] = {"input_title": k.nama, "input_message": k.petunjuk} if k.petunjuk else {}
    if k.pilihan:
        aturan |= {"validate": "list", "source": list(k.pilihan), "error_message": "Pilih dari daftar."}
    elif k.tanggal:
        aturan |= {"validate": "date", "criteria": "between", "error_message": f"Tulis tanggal di tahun {tahun}."}
        aturan |= {"minimum": dt.date(tahun, 1, 1), "maximum": dt.date(tahun, 12, 31)}
    elif k.petunjuk:
        aturan |= {"validate": "length", "criteria": "between", "minimum": 18, "maximum": 24}
    if aturan:
        ws.data_validation(awal, c, akhir, c, aturan)

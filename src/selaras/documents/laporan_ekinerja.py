"""A report as the real e-Kinerja exports it: title rows, a header of field names, every cell text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import xlsxwriter

_OPSI = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def tulis(path: Path, judul: Sequence[str], kolom: Sequence[str], baris: Iterable[Sequence[str]]) -> int:
    """Write the workbook row by row and return how many rows of data it has. A NIP stays text."""
    jumlah = 0
    with xlsxwriter.Workbook(str(path), _OPSI) as buku:
        lembar = buku.add_worksheet("Sheet1")
        for r, teks in enumerate(judul):
            lembar.write_string(r, 0, teks)
        for k, teks in enumerate(kolom):
            lembar.write_string(len(judul), k, teks)
        for jumlah, isi in enumerate(baris, start=1):
            for k, teks in enumerate(isi):
                lembar.write_string(len(judul) + jumlah, k, teks)
    return jumlah

"""Workbooks as the real systems write them: text cells, a few numbers, the same bytes every time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path

import xlsxwriter

_DIBUAT = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


class Buku:
    """An XLSX file being written, sheet by sheet, a row at a time."""

    def __init__(self, path: Path) -> None:
        """Start the workbook at this path."""
        self.path = path
        self._buku = xlsxwriter.Workbook(str(path), {"constant_memory": True, "strings_to_formulas": False})
        self._buku.set_properties({"title": "LATIHAN", "created": _DIBUAT})

    def __enter__(self) -> Buku:
        """Give the workbook itself."""
        return self

    def __exit__(self, *galat: object) -> None:
        """Close the file."""
        self._buku.close()

    def lembar(
        self,
        nama: str,
        kolom: Sequence[str],
        baris: Iterable[Sequence[str]],
        *,
        judul: Sequence[str] = (),
        angka: frozenset[str] = frozenset(),
    ) -> None:
        """Write one sheet: title rows, header, rows. Columns in `angka` and damaged NIPs (…E+17) become numbers."""
        lembar = self._buku.add_worksheet(nama)
        for r, teks in enumerate(judul):
            lembar.write_string(r, 0, teks)
        awal = len(judul)
        for k, teks in enumerate(kolom):
            lembar.write_string(awal, k, teks)
        for r, isi in enumerate(baris, awal + 1):
            for k, teks in enumerate(isi):
                if kolom[k] in angka or teks.endswith("E+17"):
                    lembar.write_number(r, k, float(teks))
                else:
                    lembar.write_string(r, k, teks)

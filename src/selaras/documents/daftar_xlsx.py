"""A workbook of plain lists: title, head, rows. Every text is text, so that nothing from a file becomes a formula."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

import xlsxwriter

from selaras.documents.tindak_lanjut.teks import BATAS_SEL, aman

_OPSI = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}


class BukuDaftar:
    """A workbook under construction; `kepala` are the lines above every list, the first one bold."""

    def __init__(self, kepala: Sequence[str], **sifat: object) -> None:
        """Begin a workbook with these document properties (`title`, `created`)."""
        self._kepala, self._out = kepala, io.BytesIO()
        self._xlsx = xlsxwriter.Workbook(self._out, _OPSI)
        self._xlsx.set_properties({"author": "Selaras", **sifat})
        self._bold, self._plain = self._xlsx.add_format({"bold": True}), self._xlsx.add_format({"quote_prefix": True})

    def lembar(self, nama: str, kolom: Sequence[str], baris: Iterable[Sequence[object]], lebar: Sequence[int]) -> None:
        """Write one sheet; `lebar` in characters, one per column."""
        ws = self._xlsx.add_worksheet(nama)
        for row, line in enumerate(self._kepala):
            self._teks(ws, row, 0, line, None if row else self._bold)
        head = len(self._kepala) + 1
        for number, (name, width) in enumerate(zip(kolom, lebar, strict=True)):
            ws.set_column(number, number, width)
            self._teks(ws, head, number, name, self._bold)
        ws.freeze_panes(head + 1, 0)
        for row, cells in enumerate(baris, start=head + 1):
            for column, cell in enumerate(cells):
                if isinstance(cell, int):
                    ws.write_number(row, column, cell)
                elif cell is not None:
                    self._teks(ws, row, column, cell)

    def isi(self) -> bytes:
        """Finish the workbook and return it."""
        self._xlsx.close()
        return self._out.getvalue()

    def _teks(self, ws: Any, row: int, column: int, cell: object, shape: Any = None) -> None:
        text = aman(cell)[:BATAS_SEL]
        ws.write_string(row, column, text, self._plain if text[:1] in "=+-@" and text else shape)

"""A plan as a workbook: operations, what was left out, what waits. Every text is text."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

import xlsxwriter

from selaras.documents.rencana_isi import IsiRencana
from selaras.documents.rencana_md import MENUNGGU
from selaras.documents.tindak_lanjut.teks import BATAS_SEL, aman, samarkan, tanggal

_OPSI = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}


def susun(isi: IsiRencana) -> bytes:
    """Return the workbook as bytes."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _OPSI) as xlsx:
        xlsx.set_properties({"title": "Rencana", "author": "Selaras"})
        head, plain = xlsx.add_format({"bold": True}), xlsx.add_format({"quote_prefix": True})
        write = _Penulis(xlsx, isi, head, plain)
        write.lembar("Rencana", ("Keterangan",), [(line,) for line in isi.ringkas], (110,))
        steps = [
            (s.seq, s.npsn, s.sekolah, s.nama, samarkan(s.nip), s.apa, s.dari, s.menjadi, s.needs) for s in isi.langkah
        ]
        columns = ("Urut", "NPSN", "Sekolah", "Nama", "NIP", "Apa", "Dari", "Menjadi", "Sesudah urut")
        write.lembar("Operasi", columns, steps, (6, 10, 28, 28, 22, 9, 44, 44, 12))
        left = [(x.npsn, x.sekolah, x.nama, samarkan(x.nip), x.apa, x.alasan) for x in isi.ditinggal]
        write.lembar("Tidak ikut", ("NPSN", "Sekolah", "Nama", "NIP", "Apa", "Sebab"), left, (10, 28, 28, 22, 9, 70))
        named = tuple(name.replace("_", " ").capitalize() for name in MENUNGGU)
        write.lembar("Menunggu persetujuan", named, isi.menunggu, (10, 28, 12, 12, 20, 20))
    return out.getvalue()


class _Penulis:
    def __init__(self, xlsx: Any, isi: IsiRencana, head: Any, plain: Any) -> None:
        self._xlsx, self._isi, self._head, self._plain = xlsx, isi, head, plain

    def lembar(self, nama: str, kolom: Sequence[str], baris: Iterable[Sequence[object]], lebar: Sequence[int]) -> None:
        """Write one sheet: title, date, head, rows."""
        ws = self._xlsx.add_worksheet(nama)
        self._teks(ws, 0, 0, self._isi.judul, self._head)
        self._teks(ws, 1, 0, f"Data per {tanggal(self._isi.data_per)}")
        for number, (name, width) in enumerate(zip(kolom, lebar, strict=True)):
            ws.set_column(number, number, width)
            self._teks(ws, 3, number, name, self._head)
        ws.freeze_panes(4, 0)
        for row, cells in enumerate(baris, start=4):
            for column, cell in enumerate(cells):
                if isinstance(cell, int):
                    ws.write_number(row, column, cell)
                elif cell is not None:
                    self._teks(ws, row, column, cell)

    def _teks(self, ws: Any, row: int, column: int, cell: object, shape: Any = None) -> None:
        text = aman(cell)[:BATAS_SEL]
        ws.write_string(row, column, text, self._plain if text[:1] in "=+-@" and text else shape)

"""The rekap as a workbook: per state, per school, per code. It names schools and no person; every text is text."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

import xlsxwriter

from selaras.documents.tindak_lanjut.lembar import LATIHAN
from selaras.documents.tindak_lanjut.teks import BATAS_SEL, aman, tanggal
from selaras.ledger.keadaan import KEADAAN, WORDS
from selaras.monitoring.posisi import Posisi

_OPSI = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
KODE = ("Kode", "Kendala", "Keadaan", "Siapa bertindak", "Baris", "Sekolah", "Guru terbebas")


def susun(posisi: Posisi, kode: Iterable[Sequence[object]]) -> bytes:
    """Return the workbook as bytes; `kode` holds rows with the columns of `KODE`."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _OPSI) as xlsx:
        xlsx.set_properties({"title": "Rekap", "author": "Selaras", "created": posisi.dibuat})
        tulis = _Penulis(xlsx, posisi)
        total = sum(posisi.keadaan.values())
        rows: list[Sequence[object]] = [(WORDS[name], posisi.keadaan.get(name, 0)) for name in KEADAAN]
        tulis.lembar("Keadaan", ("Keadaan", "Jumlah isian"), [*rows, ("Semua", total)], (30, 14))
        schools = [
            (s.npsn, s.nama, s.kecamatan, s.guru, s.selesai, *(s.keadaan.get(name, 0) for name in KEADAAN))
            for s in posisi.sekolah
        ]
        heads = ("NPSN", "Sekolah", "Kecamatan", "Guru", "Guru selesai", *(WORDS[name] for name in KEADAAN))
        tulis.lembar("Sekolah", heads, schools, (11, 34, 18, 8, 12, *(13 for _ in KEADAAN)))
        tulis.lembar("Kendala", KODE, kode, (8, 44, 18, 40, 8, 9, 13))
    return out.getvalue()


class _Penulis:
    def __init__(self, xlsx: Any, posisi: Posisi) -> None:
        self._xlsx = xlsx
        self._head, self._plain = xlsx.add_format({"bold": True}), xlsx.add_format({"quote_prefix": True})
        mark = f"{LATIHAN}. " if posisi.latihan else ""
        self._title = f"{mark}{posisi.instansi}, tahun {posisi.tahun}, data per {tanggal(posisi.data_per)}"

    def lembar(self, nama: str, kolom: Sequence[str], baris: Iterable[Sequence[object]], lebar: Sequence[int]) -> None:
        """Write one sheet: title, head, rows."""
        ws = self._xlsx.add_worksheet(nama)
        self._teks(ws, 0, 0, self._title, self._head)
        for number, (name, width) in enumerate(zip(kolom, lebar, strict=True)):
            ws.set_column(number, number, width)
            self._teks(ws, 2, number, name, self._head)
        ws.freeze_panes(3, 0)
        for row, cells in enumerate(baris, start=3):
            for column, cell in enumerate(cells):
                if isinstance(cell, int):
                    ws.write_number(row, column, cell)
                elif cell is not None:
                    self._teks(ws, row, column, cell)

    def _teks(self, ws: Any, row: int, column: int, cell: object, shape: Any = None) -> None:
        text = aman(cell)[:BATAS_SEL]
        ws.write_string(row, column, text, self._plain if text[:1] in "=+-@" and text else shape)

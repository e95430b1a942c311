"""One sheet as all sheets look: title, date, table with filter, footer; text is always text.

Nothing that came from a file becomes a formula: every text goes through `write_string`, and a text that begins like
a formula also carries Excel's quote prefix, so that it stays text when somebody edits the cell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from selaras.documents.tindak_lanjut.teks import BATAS_SEL, aman, bersih, pendek, tanggal
from selaras.galat import TryAgain
from selaras.monitoring.posisi import Posisi

Sel = str | int | None
PILIHAN_STATUS = ("sudah", "sudah diajukan", "belum", "tidak bisa", "data sudah benar")
LATIHAN = "LATIHAN - bukan data sungguhan"
_OPSI = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,
    "default_date_format": "yyyy-mm-dd",
}


DASAR = {"font_name": "Calibri", "font_size": 10, "valign": "top"}
BIRU: dict[str, Any] = {"bold": True, "bg_color": "#1F4E79", "font_color": "#FFFFFF", "border": 1}
ABU = "#555555"


class Kolom(NamedTuple):
    """A column: its heading, width in characters, and whether people fill it in."""

    judul: str
    lebar: int
    isian: bool = False
    banyak_baris: bool = False  # the text is our own and keeps its lines


STATUS = (Kolom("Status", 16, True), Kolom("Catatan", 24, True))


class Buku:
    """A workbook under construction; `identitas` leaves long numbers whole (the operator's own file only)."""

    def __init__(self, path: Path, posisi: Posisi, *, identitas: bool = False) -> None:
        """Open the workbook at `path`; nothing is on disk before `tutup`."""
        self.posisi = posisi
        self.bersihkan: Callable[[object], str] = bersih if identitas else aman
        self.xlsx = xlsxwriter.Workbook(str(path), _OPSI)
        self.xlsx.set_properties({"title": "Tindak lanjut", "author": "Selaras", "created": posisi.dibuat})
        self._format: dict[tuple[tuple[str, Any], ...], Any] = {}

    def format(self, **sifat: Any) -> Any:
        """Return the format with these properties, made once."""
        kunci = tuple(sorted(sifat.items()))
        if kunci not in self._format:
            self._format[kunci] = self.xlsx.add_format(DASAR | sifat)
        return self._format[kunci]

    def lembar(self, nama: str, *, mendatar: bool = True) -> Any:
        """Return a new sheet, set for printing on A4 with the data date in the footer."""
        ws = self.xlsx.add_worksheet(nama)
        ws.set_paper(9)
        ws.hide_gridlines(2)
        ws.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
        if mendatar:
            ws.set_landscape()
            ws.fit_to_pages(1, 0)
        p = self.posisi
        instansi = pendek(p.instansi, 60).replace("&", "&&")
        ws.set_footer(f"&L&8{instansi} - data per {tanggal(p.data_per)}&C&8{nama}&R&8Halaman &P dari &N")
        if p.latihan:
            ws.set_header(f"&C&B{LATIHAN}")
        return ws

    def teks(self, ws: Any, baris: int, kolom: int, isi: object, *, banyak_baris: bool = False, **sifat: Any) -> None:
        """Write text, and nothing but text."""
        rapi = "\n".join(self.bersihkan(x) for x in (str(isi).splitlines() if banyak_baris else (isi,)))
        if len(rapi) > BATAS_SEL:
            rapi = rapi[:BATAS_SEL] + " …"
        if rapi[:1] in "=+-@" and rapi:
            sifat["quote_prefix"] = True
        if sifat.get("font_size", 0) > 11:
            ws.set_row(baris, sifat["font_size"] * 1.45)
        ws.write_string(baris, kolom, rapi, self.format(**sifat))

    def kepala(self, ws: Any, judul: str, catatan: str = "") -> int:
        """Write title, date line and note; return the row where the table begins."""
        p = self.posisi
        self.teks(ws, 0, 0, judul, bold=True, font_size=14)
        tanda = f"{LATIHAN}. " if p.latihan else ""
        self.teks(ws, 1, 0, f"{tanda}{p.instansi}, tahun {p.tahun}, data per {tanggal(p.data_per)}", font_color=ABU)
        self.teks(ws, 2, 0, catatan, font_color=ABU)
        return 3

    def tabel(
        self, ws: Any, awal: int, kolom: Sequence[Kolom], baris: Iterable[tuple[str, Sequence[Sel]]], *, beku: int = 0
    ) -> int:
        """Write a table of (kunci, cells) with filter, frozen head and a hidden column 'kunci'; return its rows."""
        for i, k in enumerate(kolom):
            ws.set_column(i, i, k.lebar)
            self.teks(ws, awal, i, k.judul, **BIRU, text_wrap=True)
        ws.set_row(awal, tinggi([(k.lebar, k.judul) for k in kolom]))
        n = len(kolom)
        ws.set_column(n, n, 14, None, {"hidden": True})
        self.teks(ws, awal, n, "kunci")
        jumlah = 0
        for jumlah, (kunci, sel) in enumerate(baris, 1):
            self._baris(ws, awal + jumlah, kolom, sel, self.posisi.tanda.get(kunci, ("", "")))
            self.teks(ws, awal + jumlah, n, kunci)
        if jumlah == 0:
            self.teks(ws, awal + 1, 0, "Tidak ada.", italic=True)
        ws.autofilter(awal, 0, awal + max(jumlah, 1), n)
        ws.freeze_panes(awal + 1, beku)
        ws.repeat_rows(awal)
        ws.print_area(0, 0, awal + max(jumlah, 1), n - 1)
        self._isian(ws, awal, kolom, jumlah)
        return jumlah

    def tutup(self) -> None:
        """Finish the file; raises `TryAgain` when it can not be written (open in Excel, folder read-only)."""
        try:
            self.xlsx.close()
        except FileCreateError as e:
            kalimat = f"Berkas {self.xlsx.filename} tidak dapat ditulis."
            raise TryAgain(kalimat, langkah="Tutup berkasnya di Excel, lalu ulangi.") from e

    def _baris(
        self, ws: Any, r: int, kolom: Sequence[Kolom], sel: Sequence[Sel], tanda: tuple[str, str] = ("", "")
    ) -> None:
        """Write one row; what people ticked before stands in the fields to fill in until a report closes the row."""
        sifat: dict[str, Any] = {"border": 1, "border_color": "#BFBFBF"}
        ws.set_row(r, tinggi([(k.lebar, sel[i] if i < len(sel) else None) for i, k in enumerate(kolom)]))
        for i, k in enumerate(kolom):
            isi = sel[i] if i < len(sel) else None
            if isinstance(isi, int):
                ws.write_number(r, i, isi, self.format(**sifat, num_format="#,##0"))
            elif k.isian:
                diisi = tanda[0] if k.judul == "Status" else tanda[1]
                self.teks(ws, r, i, diisi, bg_color="#FFF8DC", text_wrap=True, **sifat)
            else:
                self.teks(ws, r, i, "" if isi is None else isi, banyak_baris=k.banyak_baris, text_wrap=True, **sifat)

    def _isian(self, ws: Any, awal: int, kolom: Sequence[Kolom], jumlah: int) -> None:
        for i, k in enumerate(kolom):
            if k.judul == "Status" and jumlah:
                ws.data_validation(
                    awal + 1, i, awal + jumlah, i,
                    {"validate": "list", "source": list(PILIHAN_STATUS), "show_error": False},
                )  # fmt: skip


def tinggi(sel: Iterable[tuple[float, Sel]]) -> float:
    """Estimate the height of a row in points from (column width, text): not every program fits wrapped rows by itself.

    >>> tinggi([(10, "pendek")]), tinggi([(10, "kata " * 10)])
    (14.0, 92.0)
    """
    baris = max(
        (sum(-(-len(x) * 1.15 // lebar) or 1 for x in str(isi or "").split("\n")) for lebar, isi in sel), default=1
    )
    return 1.0 + 13.0 * min(max(baris, 1), 30)

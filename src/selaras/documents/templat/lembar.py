"""One sheet with its locked names, dropdowns and frozen head. Every text is text, whatever it looks like."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, Final

from selaras.documents.templat.baris import Baris
from selaras.documents.templat.isi import IsiTemplat
from selaras.documents.templat.kolom import Kolom, Lembar
from selaras.documents.templat.periksa import periksa
from selaras.documents.tindak_lanjut.lembar import ABU, BIRU, DASAR, LATIHAN
from selaras.documents.tindak_lanjut.teks import BATAS_SEL, bersih
from selaras.kinerja import nip as nomor_pegawai

KEPALA: Final = 2  # row of the header: a title and a note above it
BEKU: Final = 2  # nip and nama stay in view
_IZIN: Final = {"autofilter": True, "format_columns": True, "format_rows": True}
_TEKS: Final = {"num_format": "@", "border": 1, "border_color": "#BFBFBF"}
_TERBUKA: Final = {"locked": False, "bg_color": "#FFF8DC"}
_TERKUNCI: Final = {"bg_color": "#EDEDED"}
_CATATAN: Final = "Kuning boleh diisi, abu-abu terkunci. Jangan ubah judul kolom."
_KOSONG: Final = "Belum ada orang untuk lembar ini; baca lembar Petunjuk."


class Penulis:
    """Writes cells of one workbook; formats are made once."""

    def __init__(self, xlsx: Any, isi: IsiTemplat) -> None:
        """Take an open workbook."""
        self.xlsx = xlsx
        self.isi = isi
        self._format: dict[tuple[tuple[str, Any], ...], Any] = {}

    def format(self, **sifat: Any) -> Any:
        """Return the format with these properties."""
        kunci = tuple(sorted(sifat.items()))
        if kunci not in self._format:
            self._format[kunci] = self.xlsx.add_format(DASAR | sifat)
        return self._format[kunci]

    def lembar(self, nama: str) -> Any:
        """Return a new sheet, set for A4; LATIHAN on every printed page of a practice file."""
        ws = self.xlsx.add_worksheet(nama)
        ws.set_paper(9)
        ws.set_landscape()
        ws.fit_to_pages(1, 0)
        ws.hide_gridlines(2)
        ws.set_footer(f"&L&8{nama}&R&8Halaman &P dari &N")
        if self.isi.latihan:
            ws.set_header(f"&C&B{LATIHAN}")
        return ws

    def teks(self, ws: Any, r: int, c: int, teks: str, *, banyak_baris: bool = False, **sifat: Any) -> None:
        """Write text, and nothing but text; one that begins like a formula stays text when somebody edits it."""
        rapi = "\n".join(bersih(satu) for satu in (teks.splitlines() if banyak_baris else (teks,)))[:BATAS_SEL]
        if rapi[:1] in ("=", "+", "-", "@"):
            sifat["quote_prefix"] = True
        ws.write_string(r, c, rapi, self.format(**sifat))

    def tabel(self, lembar: Lembar, baris: Sequence[Baris]) -> None:
        """Write one of the three sheets."""
        ws = self.lembar(lembar.nama)
        kolom = lembar.lengkap({n for b in baris for n, teks in b.items() if teks})
        self._kepala(ws, lembar, kolom, kosong=not baris)
        for r, b in enumerate(baris, KEPALA + 1):
            for c, k in enumerate(kolom):
                self._sel(ws, r, c, k, b.get(k.nama, ""))
        akhir = KEPALA + len(baris)
        if baris:
            for c, k in enumerate(kolom):
                periksa(ws, KEPALA + 1, akhir, c, k, self.isi.tahun)
            ws.ignore_errors({"number_stored_as_text": f"A{KEPALA + 2}:AZ{akhir + 1}"})
            pertama = next(c for c, k in enumerate(kolom) if k.isian)
            ws.set_selection(KEPALA + 1, pertama, KEPALA + 1, pertama)
        ws.autofilter(KEPALA, 0, max(akhir, KEPALA + 1), len(lembar.kolom) - 1)
        ws.freeze_panes(KEPALA + 1, BEKU)
        ws.repeat_rows(KEPALA)
        ws.protect("", _IZIN)

    def _kepala(self, ws: Any, lembar: Lembar, kolom: Sequence[Kolom], *, kosong: bool) -> None:
        tanda = f"{LATIHAN}. " if self.isi.latihan else ""
        self.teks(ws, 0, 0, f"{tanda}{lembar.judul} {self.isi.sekolah}", bold=True, font_size=13)
        self.teks(ws, 1, 0, _KOSONG if kosong else _CATATAN, font_color=ABU)
        for c, k in enumerate(kolom):
            ws.set_column(c, c, k.lebar, None, {"hidden": True} if k.tersembunyi else None)
            self.teks(ws, KEPALA, c, k.nama, **BIRU)

    def _sel(self, ws: Any, r: int, c: int, k: Kolom, teks: str) -> None:
        terbuka = k.isian or (k.nama == "nip" and not nomor_pegawai.is_valid(teks))
        sifat: dict[str, Any] = _TEKS | (_TERBUKA if terbuka else _TERKUNCI)
        hari = _hari(teks) if k.tanggal else None
        if k.tanggal:
            sifat["num_format"] = "yyyy-mm-dd"
        if hari:
            ws.write_datetime(r, c, hari, self.format(**sifat))
        elif teks:
            self.teks(ws, r, c, teks, banyak_baris=k.tersembunyi, **sifat)
        else:
            ws.write_blank(r, c, None, self.format(**sifat))


def _hari(teks: str) -> dt.datetime | None:
    try:
        return dt.datetime.combine(dt.date.fromisoformat(teks), dt.time())
    except ValueError:
        return None

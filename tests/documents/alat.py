"""Looks into what was written: cells, raw XML, text of a PDF's source."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import python_calamine

NOMOR = re.compile(r"\d{15,}|\d{8}[ .\-]\d{6}[ .\-]\d[ .\-]\d{3}")


def sel(path: Path) -> dict[str, list[list[object]]]:
    """Every sheet as rows of cells."""
    buku = python_calamine.load_workbook(str(path))
    return {n: buku.get_sheet_by_name(n).to_python(skip_empty_area=False) for n in buku.sheet_names}


def tabel(path: Path, lembar: str) -> list[dict[str, object]]:
    """The rows of a sheet's table by heading."""
    isi = sel(path)[lembar]
    awal = next(i for i, b in enumerate(isi) if "kunci" in b)
    kolom = isi[awal].index("kunci")
    return [dict(zip(map(str, isi[awal]), b, strict=False)) for b in isi[awal + 1 :] if b[kolom]]


def xml(path: Path) -> dict[str, str]:
    """Every part of the file as text."""
    with zipfile.ZipFile(path) as z:
        return {n: z.read(n).decode("utf-8", "replace") for n in z.namelist()}


def rumus(path: Path) -> list[str]:
    """Formula elements in the sheets: there must be none."""
    return [f for n, isi in xml(path).items() if "worksheets/" in n for f in re.findall(r"<f[ >/].*?>", isi)]


def teks_semua(path: Path) -> str:
    """All text of a workbook, sheet by sheet."""
    return "\n".join(str(c) for isi in sel(path).values() for baris in isi for c in baris)

"""Hostile but legal: the same files, columns shuffled and added, headers moved and shouted, in other containers."""

from __future__ import annotations

import csv
import io
import json
import random
import zipfile
from pathlib import Path

import xlsxwriter
from python_calamine import CalamineWorkbook

Rows = list[list[str]]
HEADER = {"nip", "nip baru", "nama", "unor_id", "pesan"}


def baca_xlsx(path: Path) -> dict[str, Rows]:
    book = CalamineWorkbook.from_path(path)
    return {
        name: [[_teks(cell) for cell in row] for row in book.get_sheet_by_name(name).to_python()]
        for name in book.sheet_names
    }


def _teks(cell: object) -> str:
    if isinstance(cell, float):
        return f"{cell:.14E}" if cell >= 1e15 else str(int(cell))  # a damaged NIP stays as damaged as it is
    return str(cell)


def kepala(rows: Rows) -> int:
    """Give the index of the header."""
    return next(i for i, row in enumerate(rows) if HEADER & {cell.lower() for cell in row} and sum(map(bool, row)) > 2)


def acak(rows: Rows, rng: random.Random, *, atas: int) -> Rows:
    """Shuffle and shout the columns, add some, and push the header down by `atas` lines (it stays within 20)."""
    at = kepala(rows)
    width = len(rows[at])
    order = list(range(width))
    rng.shuffle(order)
    head = [rows[at][i].upper() for i in order]
    body = [[row[i] if i < len(row) else "" for i in order] for row in rows[at + 1 :]]
    extra = ["CATATAN ADMIN", "WARNA"]
    filler = [["Dicetak oleh admin"]] + [[""]] * max(0, min(atas, 19 - at) - 1)
    title = [[cell for cell in row if cell] for row in rows[:at]]
    return [*title, *filler, [*head, *extra], *([*row, "lihat lampiran; penting", "biru"] for row in body)]


def tulis_xlsx(path: Path, sheets: dict[str, Rows]) -> None:
    with xlsxwriter.Workbook(str(path), {"strings_to_numbers": False, "strings_to_formulas": False}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for y, row in enumerate(rows):
                for x, cell in enumerate(row):
                    if cell:
                        sheet.write_string(y, x, cell)


def csv_bytes(rows: Rows, *, delimiter: str = ";", encoding: str = "cp1252") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode(encoding)


def ndjson(sheets: dict[str, Rows], rng: random.Random) -> bytes:
    """Give the PMM workbook as lines of JSON, keys in any order, all tables mixed."""
    lines = []
    for name, rows in sheets.items():
        for row in rows[1:]:
            item = {key: cell for key, cell in zip(rows[0], row, strict=True) if cell}
            if name == "kegiatan":
                item["jenis_kegiatan"] = item.pop("jenis")
            pairs = [("jenis", name), *item.items(), ("keterangan_tambahan", "abaikan")]
            rng.shuffle(pairs)
            lines.append(json.dumps(dict(pairs), ensure_ascii=False))
    rng.shuffle(lines)
    return "\n".join(lines).encode() + b"\n"


def tulis_ulang(asal: Path, tujuan: Path, seed: int) -> Path:
    """Rewrite a snapshot: reports as cp1252 CSV with semicolons or XLSX, PMM as NDJSON, the rest in a ZIP."""
    rng = random.Random(seed)
    tujuan.mkdir(parents=True)
    packed: dict[str, bytes] = {}
    for number, path in enumerate(sorted(asal.rglob("*"))):
        if path.name == "pmm.xlsx":
            (tujuan / "sumber PMM.ndjson").write_bytes(ndjson(baca_xlsx(path), rng))
        elif path.suffix == ".xlsx":
            sheets = {name: acak(rows, rng, atas=1 + number % 9) for name, rows in baca_xlsx(path).items()}
            if number % 2:
                tulis_xlsx(tujuan / f"Unduhan {number}.xlsx", sheets)
            else:
                (tujuan / f"Unduhan {number}.csv").write_bytes(csv_bytes(next(iter(sheets.values()))))
        elif path.suffix == ".csv":
            text = path.read_text(encoding="utf-8")
            rows = list(csv.reader(io.StringIO(text), delimiter=";" if text.partition("\n")[0].count(";") else ","))
            packed[f"lain/{number}.csv"] = csv_bytes(acak(rows, rng, atas=1))
        elif path.suffix == ".json":
            packed[f"lain/{path.name}"] = path.read_bytes()
    with zipfile.ZipFile(tujuan / "lain-lain.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in packed.items():
            archive.writestr(name, content)
    return tujuan

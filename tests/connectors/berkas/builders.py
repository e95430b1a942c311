"""Small builders of files: what people send, and what nobody should."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from selaras.connectors.berkas import open_sources
from selaras.connectors.ports import Document, Lines, Table

NIP = "198503302003121902"
PEGAWAI = [["nip", "nama", "npsn"], [NIP, "Sari Dewi", "20271000"], ["199001012015031905", "Budi", "20271001"]]
HEAD_XML = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>nip</t></is></c><c r="B1" t="inlineStr"><is><t>nama</t></is></c></row>'
)


def workbook(sheets: Mapping[str, Sequence[Sequence[Any]]], hidden: Sequence[str] = ()) -> bytes:
    """Write a workbook as Excel would."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    date = book.add_format({"num_format": "yyyy-mm-dd"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                if hasattr(value, "isoformat"):
                    sheet.write_datetime(r, c, value, date)
                elif value is not None:
                    sheet.write(r, c, value)
        if name in hidden:
            sheet.hide()
    book.close()
    return out.getvalue()


def raw_workbook(sheet_xml: str, shared: str = "", prolog: str = "") -> bytes:
    """Write a workbook whose rows and shared texts are given as they stand, for what Excel would never write."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    with zipfile.ZipFile(io.BytesIO(workbook({"S": [["x"]]}))) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    sheet = f'{prolog}<worksheet xmlns="{main}"><sheetData>{sheet_xml}</sheetData></worksheet>'
    parts["xl/worksheets/sheet1.xml"] = sheet
    parts["xl/sharedStrings.xml"] = f'{prolog}<sst xmlns="{main}">{shared}</sst>'
    return zipped(parts)


def compound_file(entry: str) -> bytes:
    """Write the smallest OLE container with one stream of that name: header, one FAT sector, one directory sector."""
    free, end, fat = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    header += struct.pack("<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, end, 0, end, 0, 0)
    header += struct.pack("<108I", *[free] * 108)
    table = struct.pack("<128I", fat, end, *[free] * 126)

    def directory(name: str, kind: int, child: int) -> bytes:
        text = name.encode("utf-16-le")
        sizes = struct.pack("<HBBIII36xIQ", len(text) + 2 if text else 0, kind, 1, free, free, child, end, 0)
        return text.ljust(64, b"\0") + sizes

    return header + table + directory("Root Entry", 5, 1) + directory(entry, 2, free) + directory("", 0, free) * 2


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """Pack members into a ZIP."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def with_flag(data: bytes, bit: int) -> bytes:
    """Set a flag bit on every member, in the central directory and in the local headers."""
    changed = bytearray(data)
    for magic, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = data.find(magic)
        while at >= 0:
            flags = struct.unpack_from("<H", changed, at + offset)[0]
            struct.pack_into("<H", changed, at + offset, flags | bit)
            at = data.find(magic, at + 4)
    return bytes(changed)


def lying_about_size(data: bytes, size: int) -> bytes:
    """Let every member claim another unpacked size in the central directory."""
    changed = bytearray(data)
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        struct.pack_into("<I", changed, at + 24, size)
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(changed)


def csv_text(rows: Sequence[Sequence[str]], delimiter: str = ",") -> str:
    """Write simple CSV without quotes."""
    return "".join(delimiter.join(row) + "\n" for row in rows)


def put(folder: Path, name: str, data: bytes | str) -> Path:
    """Write a file and give its path."""
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def sources(folder: Path, name: str, data: bytes | str) -> list[Table | Lines | Document]:
    """Write a file and open it."""
    return list(open_sources(put(folder, name, data)))


def table(folder: Path, name: str, data: bytes | str) -> Table:
    """Write a file that holds one table and open it."""
    [source] = sources(folder, name, data)
    assert isinstance(source, Table)
    return source


def cells(source: Table) -> list[list[str]]:
    """Give the cells of a table."""
    return [list(row) for _, row in source.rows]


def ods(rows: Sequence[Sequence[str]], repeat: int = 1) -> bytes:
    """Write a spreadsheet of LibreOffice; `repeat` says how often the last row stands there."""
    names = "".join(f' xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "table", "text"))
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    lines = ["<table:table-row>" + "".join(map(cell.format, row)) + "</table:table-row>" for row in rows]
    lines[-1] = lines[-1].replace("row>", f'row table:number-rows-repeated="{repeat}">', 1)
    body = f'<table:table table:name="S">{"".join(lines)}</table:table>'
    spreadsheet = f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body>"
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": '<manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
            "content.xml": f"<office:document-content{names}>{spreadsheet}</office:document-content>",
        }
    )

"""One school, and the way back: the file read by the importer's own reader and connector."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from pathlib import Path
from typing import Any

from selaras.connectors.berkas import open_sources
from selaras.connectors.ports import Context, Outside, Record, Reject, Table
from selaras.connectors.registry import recognise
from selaras.documents.templat import IsiTemplat, PegawaiTemplat, nama_berkas, tulis

BUDI, SARI, NPSN = "198501012010012999", "197003151995031901", "20271000"


DRAF_LAMA: dict[str, str] = {"status": "draf", "umpan_balik": "Lanjutkan."}  # the least that is not an unfilled row


def orang(nip: str = BUDI, nama: str = "Budi Contoh", **lain: Any) -> PegawaiTemplat:
    """One teacher; `sudah` may be a dict."""
    dasar = {"jenis_ptk": "Guru Kelas", "nip_atasan": SARI, "status_kepegawaian": "PNS"}
    sudah = lain.pop("sudah", ())
    pasangan = tuple(sudah.items()) if isinstance(sudah, dict) else tuple(sudah)
    return PegawaiTemplat(nip, nama, sudah=pasangan, **(dasar | lain))


def berisi(*slots: int, nip: str = BUDI, nama: str = "Budi Contoh") -> PegawaiTemplat:
    """One teacher of whom an SKP and something on these slots is known."""
    return orang(nip, nama, sudah={"skp": {"status": "Diajukan"}} | {str(slot): DRAF_LAMA for slot in slots})


def isi(*pegawai: PegawaiTemplat, **lain: Any) -> IsiTemplat:
    """One school with these people."""
    dasar: dict[str, Any] = {
        "instansi": "Kab. Contoh & Sekitarnya", "npsn": NPSN, "sekolah": "SDN 1 Contoh", "tahun": 2024,
        "latihan": False, "slots": (201, 202, 400),
    }  # fmt: skip
    return IsiTemplat(**(dasar | lain), pegawai=pegawai)


def lembar(path: Path) -> dict[str, Table]:
    """The tables of the file by sheet."""
    return {s.sheet: s for s in open_sources(path) if isinstance(s, Table)}


def tabel(path: Path, nama: str) -> list[Record | Reject | Outside]:
    """What the connector makes of one sheet."""
    sumber = lembar(path)[nama]
    connector = recognise(sumber)
    assert connector is not None
    return list(connector.records(sumber, connector.heading(sumber), Context(2024, dt.date(2025, 1, 10))))


def sel_baris(path: Path, nama: str) -> list[dict[str, str]]:
    """The rows of a sheet as its columns have them, whatever the connector makes of them."""
    sumber = lembar(path)[nama]
    return [dict(zip(sumber.header, cells, strict=False)) for _, cells in sumber.rows]


def tulis_di(tmp_path: Path, data: IsiTemplat) -> Path:
    """Write the template under its own name."""
    return tulis(data, tmp_path / nama_berkas(data))


def rekam(path: Path, nama: str) -> list[Record]:
    """The records of a sheet that holds nothing else."""
    hasil = tabel(path, nama)
    assert all(isinstance(r, Record) for r in hasil)
    return [r for r in hasil if isinstance(r, Record)]


def isikan(path: Path, lembar_xml: int, **sel: str) -> Path:
    """Fill in cells as a spreadsheet program saves them; '' clears a cell. Returns the filled copy."""
    diisi = path.with_name("diisi.xlsx")
    with zipfile.ZipFile(path) as asal, zipfile.ZipFile(diisi, "w") as tujuan:
        for nama in asal.namelist():
            teks = asal.read(nama).decode()
            for alamat, nilai in sel.items() if nama.endswith(f"sheet{lembar_xml}.xml") else ():
                baru = f'<c r="{alamat}" t="inlineStr"><is><t>{nilai}</t></is></c>' if nilai else f'<c r="{alamat}"/>'
                teks, kali = re.subn(rf'<c r="{alamat}"[^>]*?(/>|>.*?</c>)', baru, teks)
                assert kali == 1
            tujuan.writestr(nama, teks)
    return diisi

"""The same district at the scale of a large kabupaten: rows go straight to the file, nobody is kept.

No value in these rows holds a quote, a comma, a backslash or a line break, so a row is one string operation.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TextIO

from selaras.latihan import baris_ekinerja as ekinerja
from selaras.latihan import baris_pegawai as orang
from selaras.latihan import baris_pmm as pmm
from selaras.latihan import judul
from selaras.latihan.district import District
from selaras.latihan.files import rujukan_files, siasn_rows
from selaras.latihan.luar import berakun
from selaras.latihan.orang import Guru
from selaras.latihan.saat import orang_pada

Baris = tuple[str, ...]
Tulis = Callable[[str], int]
TABEL = ("pegawai", "skp", "kegiatan", "penilaian")
_PENYANGGA = 1 << 20


def _pola_json(tabel: str) -> str:
    """Give the template of one NDJSON line.

    `jenis` names the table; the column of that name in kegiatan is therefore written as `jenis_kegiatan`.
    """
    kolom = ["jenis_kegiatan" if k == "jenis" else k for k in pmm.KOLOM[tabel].split()]
    return f'{{"jenis":"{tabel}",' + ",".join(f'"{k}":"%s"' for k in kolom) + "}\n"


def _rows(d: District, guru: Guru) -> Iterator[tuple[str, Iterable[Baris]]]:
    yield "pegawai", (pmm.pegawai(guru),)
    yield "skp", pmm.skp(d, guru)
    yield "kegiatan", pmm.kegiatan(d, guru)
    yield "penilaian", pmm.penilaian(d, guru)


def _di_sekolah(d: District, snapshot: dt.date | None) -> Iterator[Guru]:
    return (guru for guru in orang_pada(d, snapshot or d.snapshot[0]) if guru.pola.sekolah)


def ndjson(d: District, path: Path, snapshot: dt.date | None = None) -> int:
    """Write the PMM interchange (without RHK) as NDJSON and return the number of rows. Memory stays constant."""
    pola = {tabel: _pola_json(tabel) for tabel in TABEL}
    banyak = 0
    with path.open("w", encoding="utf-8", newline="\n", buffering=_PENYANGGA) as tujuan:
        for guru in _di_sekolah(d, snapshot):
            baris = [pola[tabel] % isi for tabel, semua in _rows(d, guru) for isi in semua]
            tujuan.write("".join(baris))
            banyak += len(baris)
    return banyak


def csv_folder(d: District, folder: Path, snapshot: dt.date | None = None) -> int:
    """Write the PMM interchange (without RHK) as a folder of CSV files and return the number of rows."""
    folder.mkdir(parents=True, exist_ok=True)
    banyak = 0
    with ExitStack() as tumpukan:
        tulis = {tabel: _buka(tumpukan, folder / f"{tabel}.csv", (), pmm.KOLOM[tabel].split()) for tabel in TABEL}
        for guru in _di_sekolah(d, snapshot):
            for tabel, semua in _rows(d, guru):
                banyak += _tulis(tulis[tabel], semua)
    return banyak


def laporan_csv(d: District, folder: Path, snapshot: dt.date | None = None) -> int:
    """Write the e-Kinerja reports, the SIASN list, the map and the periods; return the number of report rows."""
    hari = snapshot or d.snapshot[0]
    folder.mkdir(parents=True, exist_ok=True)
    rujukan_files(d, folder)
    banyak = nomor = 0
    with ExitStack() as tumpukan:
        skp, siasn, nilai = _buka_laporan(tumpukan, d, folder, hari)
        for guru in orang_pada(d, hari):
            banyak += _tulis(skp, ekinerja.skp(d, guru))
            for tw, tulis in nilai.items():
                banyak += _tulis(tulis, ekinerja.penilaian(d, guru, tw))
            if guru.pola.siasn:
                nomor += _tulis(siasn, [(str(nomor + 1), *orang.siasn(guru))])
        for luar in berakun(d):
            banyak += _tulis(skp, [ekinerja.skp_luar(d, luar)])
            for tw, tulis in nilai.items():
                banyak += _tulis(tulis, [ekinerja.penilaian_luar(d, luar, tw)])
            nomor += _tulis(siasn, [(str(nomor + 1), *orang.siasn_luar(luar))])
    return banyak + nomor


def siasn_csv(d: District, folder: Path, snapshot: dt.date) -> Path:
    """Write the SIASN list alone."""
    path = folder / "pegawai-siasn.csv"
    with ExitStack() as tumpukan:
        tulis = _buka(tumpukan, path, (), orang.KOLOM_SIASN)
        _tulis(tulis, siasn_rows(d, orang_pada(d, snapshot)))
    return path


def _buka_laporan(
    tumpukan: ExitStack, d: District, folder: Path, hari: dt.date
) -> tuple[Tulis, Tulis, dict[str, Tulis]]:
    def laporan(tw: str | None) -> Tulis:
        kolom = ekinerja.KOLOM_SKP if tw is None else ekinerja.KOLOM_PENILAIAN
        path = folder / f"{judul.nama_berkas(d, tw)}.csv"
        return _buka(tumpukan, path, judul.laporan(d, tw, hari), kolom.split())

    siasn = _buka(tumpukan, folder / "pegawai-siasn.csv", (), orang.KOLOM_SIASN)
    return laporan(None), siasn, {tw: laporan(tw) for tw in "1234T"}


def _buka(tumpukan: ExitStack, path: Path, atas: Iterable[str], kolom: Iterable[str]) -> Tulis:
    tujuan: TextIO = tumpukan.enter_context(path.open("w", encoding="utf-8", newline="\n", buffering=_PENYANGGA))
    tujuan.write("".join(f"{baris}\n" for baris in (*atas, ",".join(kolom))))
    return tujuan.write


def _tulis(tulis: Tulis, semua: Iterable[Baris]) -> int:
    baris = [",".join(isi) for isi in semua]
    if baris:
        tulis("\n".join(baris) + "\n")
    return len(baris)

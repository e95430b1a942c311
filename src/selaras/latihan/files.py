"""The files of one snapshot, as people download them: nothing in a name says who is in it."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Container, Iterable, Iterator
from itertools import chain
from pathlib import Path

import orjson

from selaras.latihan import baris_ekinerja as ekinerja
from selaras.latihan import baris_pegawai as orang
from selaras.latihan import baris_pmm as pmm
from selaras.latihan import judul, rujukan
from selaras.latihan.buku import Buku
from selaras.latihan.district import District
from selaras.latihan.luar import berakun
from selaras.latihan.orang import Guru
from selaras.latihan.perbaikan import DAPODIK, EKINERJA, PETA, PMM, SIASN
from selaras.latihan.saat import orang_pada

Baris = tuple[str, ...]
SEKOLAH_WEB_SERVICE = 5
SEMUA_PIHAK = (PMM, DAPODIK, SIASN, PETA, EKINERJA)


def pmm_rows(d: District, warga: Iterable[Guru], tabel: str) -> Iterator[Baris]:
    """Give the rows of one table of the PMM interchange."""
    for guru in warga:
        if not guru.pola.sekolah:
            continue
        if tabel == "pegawai":
            yield pmm.pegawai(guru)
        else:
            yield from {"skp": pmm.skp, "rhk": pmm.rhk, "kegiatan": pmm.kegiatan, "penilaian": pmm.penilaian}[tabel](
                d, guru
            )


def laporan_rows(d: District, warga: Iterable[Guru], tw: str | None) -> Iterator[Baris]:
    """Give the rows of Laporan SKP (tw None) or of Laporan Penilaian for one period."""
    for guru in warga:
        yield from ekinerja.skp(d, guru) if tw is None else ekinerja.penilaian(d, guru, tw)
    for luar in berakun(d):
        yield ekinerja.skp_luar(d, luar) if tw is None else ekinerja.penilaian_luar(d, luar, tw)


def siasn_rows(d: District, warga: Iterable[Guru]) -> Iterator[Baris]:
    """Give the numbered rows of the SIASN list."""
    ada = (orang.siasn(guru) for guru in warga if guru.pola.siasn)
    for ke, baris in enumerate(chain(ada, (orang.siasn_luar(luar) for luar in berakun(d))), 1):
        yield str(ke), *baris


def _dapodik_sekolah(d: District, warga: list[Guru]) -> Iterator[tuple[int, Baris]]:
    for s in d.sekolah:
        for guru in warga:
            if guru.sekolah.i == s.i and guru.pola.sekolah:
                yield s.i, orang.dapodik(guru)
        for baris in orang.dapodik_luar(d, s):
            yield s.i, baris


def tulis(d: District, folder: Path, snapshot: dt.date, pihak: Container[str] = SEMUA_PIHAK) -> list[Path]:
    """Write the files of one day, of these sides, and return their paths. Meant for up to a few thousand teachers."""
    folder.mkdir(parents=True, exist_ok=True)
    warga = list(orang_pada(d, snapshot))
    hasil: list[Path] = []
    if PMM in pihak:
        hasil.append(_pmm(d, folder, warga))
    if EKINERJA in pihak:
        hasil += _ekinerja(d, folder, warga, snapshot)
    if SIASN in pihak:
        hasil.append(_siasn(d, folder, warga))
    if DAPODIK in pihak:
        hasil += _dapodik(d, folder, warga, snapshot)
    if PETA in pihak:
        hasil.append(peta(d, folder))
    return hasil


def _pmm(d: District, folder: Path, warga: list[Guru]) -> Path:
    path = folder / "pmm.xlsx"
    with Buku(path) as buku:
        for tabel, kolom in pmm.KOLOM.items():
            buku.lembar(tabel, kolom.split(), pmm_rows(d, warga, tabel))
    return path


def _ekinerja(d: District, folder: Path, warga: list[Guru], snapshot: dt.date) -> Iterator[Path]:
    for tw in (None, *"1234T"):
        yield _laporan(d, folder, warga, tw, snapshot)
    yield periode(d, folder)
    log = [baris for guru in warga if (baris := rujukan.log(d, guru, snapshot))]
    if log:
        yield _csv(folder / "log-sinkronisasi.csv", rujukan.KOLOM_LOG, log, ";")


def _laporan(d: District, folder: Path, warga: list[Guru], tw: str | None, snapshot: dt.date) -> Path:
    path = folder / f"{judul.nama_berkas(d, tw)}.xlsx"
    kolom = (ekinerja.KOLOM_SKP if tw is None else ekinerja.KOLOM_PENILAIAN).split()
    with Buku(path) as buku:
        atas = judul.laporan(d, tw, snapshot)
        buku.lembar("Sheet1", kolom, laporan_rows(d, warga, tw), judul=atas, angka=ekinerja.ANGKA)
    return path


def _siasn(d: District, folder: Path, warga: list[Guru]) -> Path:
    path = folder / "pegawai-siasn.xlsx"
    with Buku(path) as buku:
        buku.lembar("Data", orang.KOLOM_SIASN, siasn_rows(d, warga))
    return path


def _dapodik(d: District, folder: Path, warga: list[Guru], snapshot: dt.date) -> Iterator[Path]:
    semua = list(_dapodik_sekolah(d, warga))
    path = folder / "daftar-guru-dapodik.xlsx"
    with Buku(path) as buku:
        baris = ((str(ke), *isi) for ke, (_, isi) in enumerate(semua, 1))
        buku.lembar("Daftar Guru", orang.KOLOM_DAPODIK, baris, judul=judul.dapodik(snapshot))
    yield path
    (folder / "dapodik").mkdir(exist_ok=True)
    for s in d.sekolah[:SEKOLAH_WEB_SERVICE]:
        gtk = [orang.gtk(d, isi) for i, isi in semua if i == s.i]
        yield _json(folder / "dapodik" / f"getGtk-{s.npsn}.json", _web_service("ptk_terdaftar_id", len(gtk), gtk))
        isi = orang.sekolah(d, s)
        yield _json(folder / "dapodik" / f"getSekolah-{s.npsn}.json", _web_service("sekolah_id", 1, isi))


def _web_service(kunci: str, banyak: int, rows: object) -> dict[str, object]:
    return {"results": banyak, "id": kunci, "start": 0, "limit": 20, "rows": rows}


def rujukan_files(d: District, folder: Path) -> list[Path]:
    """Write the UNOR-NPSN map and Manajemen Periode."""
    return [peta(d, folder), periode(d, folder)]


def peta(d: District, folder: Path) -> Path:
    """Write the UNOR-NPSN map."""
    return _csv(folder / "unor-npsn.csv", rujukan.KOLOM_PETA, rujukan.peta_unor(d), ",")


def periode(d: District, folder: Path) -> Path:
    """Write Manajemen Periode."""
    return _json(folder / "referensi-periode.json", {"data": rujukan.referensi_periode(d)})


def _csv(path: Path, kolom: Iterable[str], baris: Iterable[Baris], pemisah: str) -> Path:
    with path.open("w", encoding="utf-8", newline="") as tujuan:
        penulis = csv.writer(tujuan, delimiter=pemisah, lineterminator="\n")
        penulis.writerow(kolom)
        penulis.writerows(baris)
    return path


def _json(path: Path, isi: object) -> Path:
    path.write_bytes(orjson.dumps(isi, option=orjson.OPT_INDENT_2))
    return path

"""Reading the files back, with calamine and nothing of the generator: the second pair of eyes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook

Row = dict[str, Any]


@dataclass
class Folder:
    """One snapshot read back with calamine: nothing of the generator is used to read it."""

    path: Path
    kunci: dict[str, Any]

    def raw(self, berkas: str, lembar: int = 0) -> list[list[Any]]:
        return CalamineWorkbook.from_path(self.path / berkas).get_sheet_by_index(lembar).to_python()

    def rows(self, berkas: str, lembar: int = 0, header: int = 1) -> list[Row]:
        semua = self.raw(berkas, lembar)
        return [dict(zip(semua[header - 1], isi, strict=True)) for isi in semua[header:]]

    def pmm(self, tabel: str) -> list[Row]:
        return self.rows("pmm.xlsx", ("pegawai", "skp", "rhk", "kegiatan", "penilaian").index(tabel))

    def skp(self) -> list[Row]:
        return self.rows("laporan-skp-2024.xlsx", header=8)

    def penilaian(self, tw: str) -> list[Row]:
        nama = "tahunan" if tw == "T" else f"tw{tw}"
        return self.rows(f"laporan-penilaian-{nama}-2024.xlsx", header=8)

    def siasn(self) -> list[Row]:
        return self.rows("pegawai-siasn.xlsx")

    def dapodik(self) -> list[Row]:
        return self.rows("daftar-guru-dapodik.xlsx", header=5)

    def lines(self, berkas: str) -> list[list[str]]:
        return [b.split(";" if b.count(";") > 2 else ",") for b in (self.path / berkas).read_text().splitlines()]

    def kode(self, kode: str) -> list[str]:
        return list(self.kunci["kendala"].get(kode, []))


def by_nip(rows: list[Row], kolom: str = "nip") -> dict[Any, list[Row]]:
    hasil: dict[Any, list[Row]] = {}
    for row in rows:
        hasil.setdefault(row[kolom], []).append(row)
    return hasil


def guru_siasn(f: Folder) -> dict[str, Row]:
    return {r["NIP BARU"]: r for r in f.siasn() if r["JABATAN NAMA"].startswith(("Guru", "Kepala Sekolah"))}


def npsn_of_unor(f: Folder) -> dict[str, str]:
    return {b[0]: b[2] for b in f.lines("unor-npsn.csv")[1:]}


def sekolah_kunci(f: Folder, *kode: str) -> set[str]:
    return {nip for k in kode for npsn in f.kode(k) for nip in f.kunci["catatan"]["tertahan_sekolah"][npsn]}


def cell(row: Row) -> str:
    hasil, perilaku = row["hasil_kerja"].split()[0], row["perilaku_kerja"].split()[0]
    if perilaku == "Dibawah":
        return "Sangat Kurang" if hasil == "Dibawah" else "Kurang/Misconduct"
    if hasil == "Dibawah":
        return "Butuh Perbaikan"
    return "Sangat Baik" if hasil == perilaku == "Diatas" else "Baik"

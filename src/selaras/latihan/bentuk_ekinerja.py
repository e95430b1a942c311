"""The shapes in which the district tells what e-Kinerja holds: plain tuples, '' where there is nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Unit(NamedTuple):
    """A unit: nama and induk as the reports print them, atasan the unit above, npsn '' where nobody has tied it."""

    id: str
    nama: str
    induk: str
    atasan: str
    npsn: str
    aktif: bool


class Pegawai(NamedTuple):
    """An account; kepala: heads the unit; atasan is a NIP."""

    nip: str
    nama: str
    nik: str
    jabatan: str
    jenis_jabatan: str
    golru: str
    jenis: str  # PNS, PPPK
    unor: str
    atasan: str
    aktif: bool
    kepala: bool
    id: str


class Periode(NamedTuple):
    """One line of Manajemen Periode."""

    nama: str
    awal: str  # 01-01
    akhir: str
    batas: str
    jenis: str  # periodik, final
    tahun: int | None
    tipe: str | None
    angka: int | None
    id: str


class SkpEkinerja(NamedTuple):
    """One SKP."""

    id: str
    nip: str
    unor: str
    mulai: str
    selesai: str
    status: str
    jabatan: str
    plt: bool
    atasan: str
    dibuat: str


class Penilaian(NamedTuple):
    """One rating of an SKP; tw '1' to '4', 'T' for the year."""

    id: str
    skp: str
    nip: str
    tw: str
    hasil: int
    perilaku: int
    umpan_balik: str
    penilai: str
    tanggal: str


@dataclass(frozen=True, slots=True)
class Isi:
    """Everything that e-Kinerja holds, or what of it has changed."""

    unit: tuple[Unit, ...]
    pegawai: tuple[Pegawai, ...]
    periode: tuple[Periode, ...]
    skp: tuple[SkpEkinerja, ...]
    penilaian: tuple[Penilaian, ...]

"""The columns of the three sheets: the names are those of the interchange format, as few as it takes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from selaras.connectors.common.columns import Columns
from selaras.connectors.pmm_interchange.columns import PEGAWAI as SEMUA_PEGAWAI
from selaras.connectors.pmm_interchange.columns import PENILAIAN as SEMUA_PENILAIAN
from selaras.connectors.pmm_interchange.columns import SKP as SEMUA_SKP
from selaras.documents.templat import pilihan


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column. Locked unless `isian`; `pilihan` makes a dropdown, `petunjuk` shows when the cell is chosen."""

    nama: str
    lebar: int = 11
    isian: bool = False
    pilihan: tuple[str, ...] = ()
    tanggal: bool = False
    petunjuk: str = ""
    tersembunyi: bool = False


@dataclass(frozen=True, slots=True)
class Lembar:
    """One sheet: its name, what it is for, its columns and all that the interchange format knows."""

    nama: str
    judul: str
    kolom: tuple[Kolom, ...]
    semua: Columns

    def lengkap(self, terisi: Collection[str]) -> tuple[Kolom, ...]:
        """Return the columns, and behind them hidden ones for what else the rows carry."""
        tampil = {k.nama for k in self.kolom}
        bawaan = (n for n in self.semua.names if n in terisi and n not in tampil)
        return (*self.kolom, *(Kolom(n, tersembunyi=True) for n in bawaan))


_RATING: Final = tuple(pilihan.RATING.values())
_SALIN: Final = "Pilih persis seperti yang tertulis di PMM / Ruang GTK."
_NIP, _NAMA, _NPSN, _TAHUN = Kolom("nip", 21), Kolom("nama", 32), Kolom("npsn"), Kolom("tahun", 7)

PEGAWAI: Final = Lembar(
    "pegawai",
    "Pegawai: cukup diperiksa.",
    (
        _NIP,
        _NAMA,
        Kolom("status_kepegawaian", 20, True, pilihan.KEPEGAWAIAN),
        Kolom("jenis_ptk", 22, True),
        Kolom("nip_atasan", 21, True, petunjuk="NIP pejabat penilai, 18 angka."),
        _NPSN,
    ),
    SEMUA_PEGAWAI,
)
SKP: Final = Lembar(
    "skp",
    "SKP: satu baris per guru. Pilih status.",
    (
        _NIP,
        _NAMA,
        Kolom("status", 15, True, tuple(pilihan.STATUS_SKP.values()), petunjuk=_SALIN),
        Kolom("periode_awal", 14, True, tanggal=True),
        Kolom("periode_akhir", 14, True, tanggal=True),
        _NPSN,
        _TAHUN,
    ),
    SEMUA_SKP,
)
PENILAIAN: Final = Lembar(
    "penilaian",
    "Penilaian: tiga ketukan per guru - hasil, perilaku, predikat.",
    (
        _NIP,
        _NAMA,
        Kolom("tipe_periodik", 13),
        Kolom("angka_periodik", 9),
        Kolom("hasil_kerja", 21, True, _RATING, petunjuk=_SALIN),
        Kolom("perilaku_kerja", 21, True, _RATING, petunjuk=_SALIN),
        Kolom("predikat", 20, True, tuple(pilihan.PREDIKAT.values()), petunjuk=f"{_SALIN} Tidak dihitung di sini."),
        Kolom("status", 13, True, tuple(pilihan.STATUS.values()), petunjuk="draf selama nilainya belum ditetapkan."),
        _NPSN,
        _TAHUN,
    ),
    SEMUA_PENILAIAN,
)

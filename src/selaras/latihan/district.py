"""The invented district: a small plan from which everybody can be made again, one school at a time.

Nothing here grows with the number of teachers but the list of schools; people come from `lahirkan.semua`.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import gcd

from selaras.latihan import nomor
from selaras.latihan.peran import CATATAN, POLA, UTUH, jumlah_peran
from selaras.latihan.perbaikan import PERBAIKAN, PERIODE_TAK_MUNGKIN, TAK_MUNGKIN
from selaras.latihan.sekolah import TERTAHAN, Sekolah, rencana

INSTANSI = "PEMERINTAH KABUPATEN LATIHAN SELARAS"
PERIODE_RUSAK = ("P1", "P2", "P3", "P4", "P5", "P5:ganda", "P5:tahun")
BAGIAN_TEKAN = 0.6


@dataclass(frozen=True, slots=True)
class District:
    """The plan of one district.

    peran: (first slot, role) in ascending order; the teachers who may carry a role are spread over these slots by a
    one-to-one stride, so that a damage meets many schools.
    diperbaiki: codes that the people responsible have mended (`perbaikan.py`).
    bawaan: e-Kinerja is the built-in application, which holds what it holds: nobody presses, no report is a file.
    per: the day on which it was loaded; its reports are always of the day on which they are read.
    """

    tahun: int
    guru: int
    seed: int
    bersih: bool
    periode_rusak: str | None
    sekolah: tuple[Sekolah, ...]
    jumlah: dict[str, int]
    peran: tuple[tuple[int, str], ...]
    slot: int
    langkah: int
    biasa: tuple[int, ...]
    diperbaiki: frozenset[str] = frozenset()
    bawaan: bool = False
    per: dt.date | None = None

    @property
    def snapshot(self) -> tuple[dt.date, dt.date]:
        """Give the two days on which the files are drawn: 6 and 10 January of the next year."""
        return dt.date(self.tahun + 1, 1, 6), dt.date(self.tahun + 1, 1, 10)

    @property
    def hari(self) -> dt.date:
        """Give the day of which the newest files speak."""
        satu, dua = self.snapshot
        return (self.per or satu) if self.bawaan else dua

    @property
    def kesepakatan_terakhir(self) -> dt.date:
        """Give the day on which those of S3 agreed: that of the first files, two days earlier once waited out."""
        satu = self.hari if self.bawaan else self.snapshot[0]
        return satu - dt.timedelta(days=2) if self.bawaan and "S3" in self.diperbaiki else satu

    @property
    def rusak_periode(self) -> str | None:
        """Give the fault of Manajemen Periode, unless it was mended."""
        rusak = self.periode_rusak
        if rusak is None or self.sembuh(rusak[:2]) or (self.bawaan and rusak in PERIODE_TAK_MUNGKIN):
            return None
        return rusak

    def sembuh(self, kode: str) -> bool:
        """Say whether a kind of damage is not there (any more)."""
        return kode in self.diperbaiki or (self.bawaan and kode in TAK_MUNGKIN)

    def rusak(self, kode: str) -> bool:
        """Say whether anything in the district has this damage now."""
        if self.sembuh(kode):
            return False
        if kode.startswith("P"):
            return self.rusak_periode is not None and self.rusak_periode[:2] == kode
        return bool(self.jumlah.get(kode)) or any(s.jenis == kode for s in self.sekolah)

    def tanpa(self, kode: Iterable[str]) -> District:
        """Give the same district with these kinds of damage mended too. Raises `ValueError` for what is none."""
        baru = frozenset(kode)
        if asing := sorted(baru - PERBAIKAN.keys()):
            raise ValueError(f"{', '.join(asing)} bukan kerusakan yang diperbaiki orang di daerah latihan.")
        return replace(self, diperbaiki=self.diperbaiki | baru)

    @property
    def opd_lain(self) -> int:
        """Count the nurses of another OPD."""
        return max(2, self.guru // 75)

    def peran_slot(self, slot: int) -> tuple[str, int]:
        """Say which role the teacher in this slot has, and his place among those who share it."""
        tempat = slot * self.langkah % self.slot
        k = bisect_right(self.peran, tempat, key=lambda p: p[0]) - 1
        awal, peran = self.peran[k]
        return peran, tempat - awal

    def sekolah_lain(self, i: int) -> Sekolah:
        """Give another ordinary school than school i."""
        k = bisect_right(self.biasa, i) % len(self.biasa)
        return self.sekolah[self.biasa[k]]


def _tekan(semua: tuple[Sekolah, ...], jumlah: dict[str, int], sisa: int) -> int:
    """Count who has nothing to do but press the button: 60 % of those whose SKP is in place, notes included."""
    total = sum(s.jumlah for s in semua)
    tanpa_skp = sum(n for peran, n in jumlah.items() if not POLA.get(peran, UTUH).skp_ekinerja)
    tanpa_skp += sum(s.jumlah for s in semua if s.jenis == "S4")
    sudah = sum(s.jumlah for s in semua if s.jenis in TERTAHAN) + sum(jumlah[c] for c in (*CATATAN, "L0"))
    return min(max(2, round((total - tanpa_skp) * BAGIAN_TEKAN) - sudah), sisa * 19 // 20)


def _langkah(slot: int, seed: int) -> int:
    langkah = max(1, int(slot * 0.618)) + seed % 7
    while gcd(langkah, slot) != 1:
        langkah += 1
    return langkah


def buat(
    sekolah: int,
    guru: int,
    tahun: int,
    seed: int,
    bersih: bool = False,
    *,
    periode_rusak: str | None = None,
    bawaan: bool = False,
    per: dt.date | None = None,
) -> District:
    """Plan a district of so many schools and teachers for one year; the same arguments give the same district.

    guru counts heads too. bersih: everything transferred and equal on both sides. periode_rusak: one of
    `PERIODE_RUSAK`, off by default because a broken period holds up everybody. bawaan, per: see `District`. Raises
    `ValueError` when the district is too small to hold every damage once.
    """
    if guru > nomor.KAPASITAS:
        raise ValueError(f"Latihan paling banyak {nomor.KAPASITAS} guru.")
    if periode_rusak is not None and periode_rusak not in PERIODE_RUSAK:
        raise ValueError(f"periode_rusak harus salah satu dari {', '.join(PERIODE_RUSAK)}.")
    semua = rencana(sekolah, guru, seed, bersih)
    slot = sum(s.bebas for s in semua)
    jumlah = _jumlah(semua, guru, slot, bersih)
    biasa = tuple(s.i for s in semua if s.jenis == "biasa")
    batas = _batas(jumlah)
    langkah = _langkah(slot, seed)
    return District(
        *(tahun, guru, seed, bersih, periode_rusak, semua, jumlah, batas, slot, langkah, biasa), bawaan=bawaan, per=per
    )


def _jumlah(semua: tuple[Sekolah, ...], guru: int, slot: int, bersih: bool) -> dict[str, int]:
    jumlah = jumlah_peran(guru, bersih)
    sisa = slot - sum(jumlah.values())
    if sisa < 3:
        raise ValueError(f"Guru terlalu sedikit: {guru} guru tidak cukup untuk memuat setiap kendala.")
    if not bersih:
        jumlah["tekan"] = _tekan(semua, jumlah, sisa)
    return jumlah


def _batas(jumlah: dict[str, int]) -> tuple[tuple[int, str], ...]:
    batas: list[tuple[int, str]] = []
    awal = 0
    for peran, n in [*jumlah.items(), ("selaras", 1)]:
        if n:
            batas.append((awal, peran))
        awal += n
    return tuple(batas)

"""The invented district: a small plan from which everybody can be made again, one school at a time.

Nothing here grows with the number of teachers but the list of schools; people come from `lahirkan.semua`.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass
from math import gcd

from selaras.latihan import nomor
from selaras.latihan.peran import CATATAN, POLA, UTUH, jumlah_peran
from selaras.latihan.sekolah import TERTAHAN, Sekolah, rencana

INSTANSI = "PEMERINTAH KABUPATEN LATIHAN SELARAS"
PERIODE_RUSAK = ("P1", "P2", "P3", "P4", "P5", "P5:ganda", "P5:tahun")
BAGIAN_TEKAN = 0.6


@dataclass(frozen=True, slots=True)
class District:
    """The plan of one district.

    peran: (first slot, role) in ascending order; the teachers who may carry a role are spread over these slots by a
    one-to-one stride, so that a damage meets many schools.
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

    @property
    def snapshot(self) -> tuple[dt.date, dt.date]:
        """Give the two days on which the files are drawn: 6 and 10 January of the next year."""
        return dt.date(self.tahun + 1, 1, 6), dt.date(self.tahun + 1, 1, 10)

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
    sekolah: int, guru: int, tahun: int, seed: int, bersih: bool = False, *, periode_rusak: str | None = None
) -> District:
    """Plan a district of so many schools and teachers for one year; the same arguments give the same district.

    guru counts heads too. bersih: everything transferred and equal on both sides. periode_rusak: one of
    `PERIODE_RUSAK`, off by default because a broken period holds up everybody. Raises `ValueError` when the district
    is too small to hold every damage once.
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
    return District(tahun, guru, seed, bersih, periode_rusak, semua, jumlah, batas, slot, _langkah(slot, seed), biasa)


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

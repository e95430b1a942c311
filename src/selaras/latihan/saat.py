"""What holds on the day of a snapshot: who has pressed the button since, what was mended, what is new."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from selaras.latihan.district import District
from selaras.latihan.lahirkan import semua
from selaras.latihan.orang import Guru
from selaras.latihan.peran import POLA, TANPA_SKP, UTUH, Pola
from selaras.latihan.perbaikan import PERBAIKAN, kode_peran, sesudah

DIPERBAIKI = ("A1", "U4", "D1", "R2", "S9")  # the first person of each is mended by the second snapshot


def kini(d: District, guru: Guru, kedua: bool) -> str:
    """Give the role a person has on the day: 'selaras' once it is solved."""
    if not kedua:
        return "selaras" if guru.peran == "X1-baru" else guru.peran
    if guru.peran == "S3":
        return "selaras"
    if guru.peran == "tekan" and guru.urut < (d.jumlah["tekan"] + 1) // 2:
        return "selaras"
    if guru.peran in DIPERBAIKI and guru.urut == 0:
        return "selaras"
    return "X1" if guru.peran == "X1-baru" else guru.peran


def _pola(d: District, guru: Guru) -> Pola:
    if guru.peran == "X1-baru":
        return UTUH
    if d.bawaan and guru.kini == "S4" and guru.urut == 0:
        return TANPA_SKP
    return POLA.get(guru.kini, UTUH)


def _setelah_perbaikan(d: District, guru: Guru) -> tuple[str, Pola] | None:
    kode = kode_peran(guru.peran, guru.sekolah.jenis)
    if kode not in PERBAIKAN or not d.sembuh(kode):
        return None
    return sesudah(guru.peran, kode, bawaan=d.bawaan)


def orang_pada(d: District, snapshot: dt.date) -> Iterator[Guru]:
    """Make everybody as the files of that day show them."""
    kedua = snapshot >= d.snapshot[1] and not d.bawaan
    for guru in semua(d):
        guru.kini = kini(d, guru, kedua)
        guru.pola = _pola(d, guru)
        if mended := _setelah_perbaikan(d, guru):
            guru.kini, guru.pola = mended
        yield guru

"""Ratings and the nine-cell matrix, written down a second time on purpose: this copy is the oracle.

Source of the matrix: (six public code bases agree).
"""

from __future__ import annotations

DIATAS, SESUAI, DIBAWAH = 1, 2, 3
TULISAN = {DIATAS: "Diatas Ekspektasi", SESUAI: "Sesuai Ekspektasi", DIBAWAH: "Dibawah Ekspektasi"}
MATRIKS = {
    (DIATAS, DIATAS): "Sangat Baik",
    (DIATAS, SESUAI): "Baik",
    (DIATAS, DIBAWAH): "Kurang/Misconduct",
    (SESUAI, DIATAS): "Baik",
    (SESUAI, SESUAI): "Baik",
    (SESUAI, DIBAWAH): "Kurang/Misconduct",
    (DIBAWAH, DIATAS): "Butuh Perbaikan",
    (DIBAWAH, SESUAI): "Butuh Perbaikan",
    (DIBAWAH, DIBAWAH): "Sangat Kurang",
}
Nilai = tuple[int, int]
Tiga = tuple[str, str, str]  # hasil kerja, perilaku kerja, predikat

_SEBARAN = (SESUAI,) * 22 + (DIATAS,) * 8 + (DIBAWAH,) * 2
_PERILAKU = (SESUAI,) * 23 + (DIATAS,) * 8 + (DIBAWAH,)


def acak(bits: int) -> Nilai:
    """Draw a rating from ten bits: mostly sesuai, now and then diatas, seldom dibawah."""
    return _SEBARAN[bits & 31], _PERILAKU[bits >> 5 & 31]


_TIGA: dict[Nilai, Tiga] = {n: (TULISAN[n[0]], TULISAN[n[1]], predikat) for n, predikat in MATRIKS.items()}


def tulis(nilai: Nilai) -> Tiga:
    """Give hasil kerja, perilaku kerja and the predikat that the matrix makes of them."""
    return _TIGA[nilai]


def lain(nilai: Nilai) -> Nilai:
    """Give another rating than this one (D1, G2)."""
    return (SESUAI if nilai[0] != SESUAI else DIBAWAH, nilai[1])


def predikat_salah(nilai: Nilai) -> Tiga:
    """Give a rating whose predikat contradicts the matrix (R3)."""
    hasil, perilaku, predikat = _TIGA[nilai]
    return hasil, perilaku, "Butuh Perbaikan" if predikat == "Baik" else "Baik"

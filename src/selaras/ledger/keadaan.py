"""The eight states, their numbers in the table and the words that people read."""

from __future__ import annotations

KEADAAN = ("selaras", "siap", "menunggu", "terblokir", "berbeda", "ditolak", "belum_pasti", "dikecualikan")
NUMBERS = dict(enumerate(KEADAAN, start=1))
WORDS = {
    "selaras": "Selaras",
    "siap": "Tinggal ditekan",
    "menunggu": "Menunggu",
    "terblokir": "Tertahan",
    "berbeda": "Berbeda",
    "ditolak": "Ditolak e-Kinerja",
    "belum_pasti": "Sedang dicek ulang",
    "dikecualikan": "Dikecualikan",
    "catatan": "Catatan",
}

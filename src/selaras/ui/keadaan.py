"""How the eight keadaan look: words, icon and tone. A test holds the words to `ledger.keadaan.WORDS`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rupa:
    """The look of one keadaan: its key, the words, a lucide icon, a tone of the theme, and a sentence of help."""

    kunci: str
    kata: str
    ikon: str
    nada: str
    arti: str


_SEMUA = (
    Rupa("selaras", "Selaras", "circle-check", "baik", "Kedua sisi sama."),
    Rupa("siap", "Tinggal ditekan", "pointer", "aksi", "Tidak ada yang menghalangi; tinggal satu tombol."),
    Rupa("menunggu", "Menunggu", "clock", "tunggu", "Hal yang biasa: masih menunggu giliran."),
    Rupa("terblokir", "Tertahan", "lock", "tahan", "Ada kendala yang harus dibereskan lebih dulu."),
    Rupa("berbeda", "Berbeda", "equal-not", "beda", "e-Kinerja mencatat nilai lain."),
    Rupa("ditolak", "Ditolak e-Kinerja", "octagon-x", "tolak", "e-Kinerja menolak; alasannya disimpan."),
    Rupa("belum_pasti", "Sedang dicek ulang", "refresh-cw", "cek", "Sudah dikirim, belum terbaca kembali."),
    Rupa("dikecualikan", "Dikecualikan", "circle-minus", "diam", "Dikeluarkan dengan alasan."),
    Rupa("catatan", "Catatan", "info", "diam", "Pemberitahuan; tidak mengubah apa pun."),
)
RUPA = {rupa.kunci: rupa for rupa in _SEMUA}


def rupa(kunci: str) -> Rupa:
    """Return the look of a keadaan; an unknown one is shown by its own name, never hidden.

    >>> rupa("terblokir").kata, rupa("baru_nanti").kata
    ('Tertahan', 'baru_nanti')
    """
    return RUPA.get(kunci) or Rupa(kunci, kunci, "circle-question-mark", "diam", "")

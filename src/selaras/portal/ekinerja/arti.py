"""What a terse message of the sync means: which finding of the catalogue it is, who acts and how."""

from __future__ import annotations

from dataclasses import dataclass

from selaras.ledger.catalogue import texts

_TEMUAN = {
    "E01": "N3", "E02": "S2", "E03": "U2", "E04": "S4", "E05": "U1", "E06": "P1", "EK1": "S7", "EK2": "P1",
    "EK3": "P2", "EK5": "N6", "EK6": "R3",
}  # fmt: skip
_SENDIRI = {
    "EK4": ("Laporan akhir sudah dikunci, jadi tidak ada yang ditulis lagi.", "Minta admin instansi membukanya."),
    "EK7": ("Isi SKP di PMM / Ruang GTK belum lengkap.", "Lengkapi isian yang disebut, lalu tekan lagi."),
    "bentrok": ("Data ini baru saja berubah.", "Muat ulang halaman, lalu tekan lagi."),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Arti:
    """A message explained."""

    judul: str
    langkah: str
    siapa: str


def arti(kode: str | None) -> Arti | None:
    """Explain a code of the log; None for one that is not known."""
    if kode in _SENDIRI:
        judul, langkah = _SENDIRI[kode]
        return Arti(judul, langkah, "")
    found = texts().get(_TEMUAN.get(kode or "", ""))
    return Arti(found.judul, found.langkah, found.penanggung_jawab) if found else None

"""The steps of a guide: what they may look like and what each says besides its colour."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

STATUS = {
    "selesai": ("circle-check", "Selesai", "baik"),
    "sekarang": ("pointer", "Sekarang", "aksi"),
    "tertahan": ("lock", "Tertahan", "tahan"),
    "menunggu": ("clock", "Menunggu", "tunggu"),
    "belum": ("circle", "Belum", "diam"),
}


@dataclass(frozen=True, slots=True)
class Langkah:
    """One step: title, status (a key of `STATUS`), a sentence, and where to go."""

    judul: str
    status: str = "belum"
    keterangan: str = ""
    url: str = ""
    tombol: str = ""


def susun(langkah: Iterable[Langkah | Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return the steps with icon, words and tone of their status. Raises KeyError for an unknown status."""
    hasil = []
    for satu in langkah:
        isi = asdict(satu) if isinstance(satu, Langkah) else dict(satu)
        ikon, kata, nada = STATUS[isi.setdefault("status", "belum")]
        hasil.append({**isi, "ikon": ikon, "kata": kata, "nada": nada})
    return hasil

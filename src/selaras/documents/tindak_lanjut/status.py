"""Reads filled status columns back from a workbook that people worked in: tolerant of what they typed.

A tick closes nothing: it is kept as what a person said, the next report closes the entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import python_calamine

from selaras.galat import DataError

_BARIS_KEPALA = 15  # the heading stands within these rows; people insert a line above now and then


class Status(StrEnum):
    """What a person said about a row."""

    SUDAH = "sudah"
    DIAJUKAN = "diajukan"
    BELUM = "belum"
    TIDAK_BISA = "tidak bisa"
    BENAR = "data sudah benar"
    CATATAN = "catatan"  # only words that we do not sort


@dataclass(frozen=True, slots=True)
class StatusBaris:
    """One filled row: its id, what was said, the words, and where they stand (row as Excel counts)."""

    kunci: str
    status: Status
    catatan: str
    lembar: str
    baris: int


# the first that fits wins: a refusal is heard before the 'sudah' in the same sentence
_TIDAK = r"(tidak|tdk|tak|belum|blm|ga|gak|nggak)"
_SELESAI = r"sudah|sdh|udah|selesai|beres|tuntas|done|ok|oke|okay|ya|y|v|x|1"
_POLA = (
    (Status.TIDAK_BISA, rf"\b{_TIDAK}\s*(bisa|dapat|berhasil|mau)\b|gagal|ditolak|error|kendala"),
    (Status.BELUM, r"^(belum|blm|nanti|besok)\b|\b(belum|blm) (selesai|sudah|beres|ada)"),
    (Status.BENAR, r"\b(data )?(sudah|sdh|memang) (benar|betul)|^(benar|betul)$|tidak perlu"),
    (Status.DIAJUKAN, r"\b(di)?ajukan\b|mengajukan|\bproses\b|diproses|sedang|menunggu|dikirim ke"),
    (Status.SUDAH, rf"^({_SELESAI})\b|^[✓✔✅]|\b(sudah|sdh) (selesai|beres)"),
)


def baca(path: Path) -> list[StatusBaris]:
    """Return every row with a filled status or note. Raises `DataError` when the file can not be read."""
    try:
        buku = python_calamine.load_workbook(str(path))
        lembar = [(nama, buku.get_sheet_by_name(nama).to_python(skip_empty_area=False)) for nama in buku.sheet_names]
    except (python_calamine.CalamineError, OSError, ValueError) as e:
        raise DataError(
            "Berkas ini tidak dapat dibaca sebagai Excel.",
            di_mana=path.name,
            langkah="Buka di Excel, simpan ulang sebagai .xlsx, lalu impor lagi; isian yang sudah ada tidak berubah.",
        ) from e
    return [hasil for nama, isi in lembar for hasil in _lembar(nama, isi)]


def kenali(teks: str) -> tuple[Status, str]:
    """Return the status that a typed text means and what is worth keeping of the words.

    >>> kenali("sudah diajukan 12/1")
    (<Status.DIAJUKAN: 'diajukan'>, 'sudah diajukan 12/1')
    >>> kenali("Selesai")
    (<Status.SUDAH: 'sudah'>, '')
    """
    rapi = " ".join(teks.split())
    kecil = rapi.casefold().strip(" .!*")
    for status, pola in _POLA:
        if re.search(pola, kecil):
            return status, "" if kecil in {status.value, "sudah", "selesai", "sudah diajukan"} else rapi
    return Status.CATATAN, rapi


def _lembar(nama: str, isi: Sequence[Sequence[Any]]) -> Iterator[StatusBaris]:
    kepala = ([_teks(sel).casefold() for sel in baris] for baris in isi[:_BARIS_KEPALA])
    awal, judul = next(((i, b) for i, b in enumerate(kepala) if "kunci" in b and "status" in b), (len(isi), []))
    kolom = {nama_kolom: i for i, nama_kolom in enumerate(judul)}
    for r, baris in enumerate(isi[awal + 1 :], awal + 2):
        kunci, status, catatan = (_sel(baris, kolom.get(judul)) for judul in ("kunci", "status", "catatan"))
        if re.fullmatch(r"[0-9a-f]{12}", kunci) and (status or catatan):
            arti, kata = kenali(status) if status else (Status.CATATAN, "")
            yield StatusBaris(kunci, arti, "; ".join(x for x in (kata, catatan) if x), nama, r)


def _sel(baris: Sequence[Any], kolom: int | None) -> str:
    return _teks(baris[kolom]) if kolom is not None and kolom < len(baris) else ""


def _teks(sel: object) -> str:
    if isinstance(sel, float) and sel.is_integer():
        return str(int(sel))
    return " ".join(str(sel).split())

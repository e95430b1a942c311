"""Small words: cleaning what came from a file, hiding long numbers, dates and lists as people read them."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence

from selaras.kinerja import nip as nip_guru

_BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
_NOMOR = re.compile(r"\d{15,}|\d{8}[ .\-]\d{6}[ .\-]\d[ .\-]\d{3}|\d[.,]\d{8,}[eE]\+?\d+")
_BUANG = {"Cc", "Cs", "Co", "Cn", "Cf"}  # control, surrogate, private, unassigned, format (also text direction)
BATAS_SEL = 32_000  # Excel takes 32,767 characters in a cell and refuses the whole text above


def bersih(teks: object) -> str:
    """Return the text on one line, without control and direction characters.

    >>> bersih("Siti\\n\\tAminah ")
    'Siti Aminah'
    """
    satu = " ".join(str(teks).split())
    return "".join(h for h in satu if h in "\u200d\ufe0f" or unicodedata.category(h) not in _BUANG)


def samarkan(nip: str | None) -> str:
    """Return an identifier as it may stand on a sheet that is passed around: masked, '' for none."""
    if not nip:
        return ""
    return nip_guru.mask(bersih(nip))


def aman(teks: object) -> str:
    """Return clean text in which every NIP or NIK (15 digits and more, also grouped or as a float) is hidden.

    >>> aman("Berkas 198701012010011901.xlsx")
    'Berkas [nomor disamarkan].xlsx'
    """
    return _NOMOR.sub("[nomor disamarkan]", bersih(teks))


def pendek(teks: object, batas: int) -> str:
    """Return safe text of at most `batas` characters; what was cut shows as an ellipsis at a word's end."""
    rapi = aman(teks)
    if len(rapi) <= batas:
        return rapi
    kepala = rapi[: batas - 2]
    potong = kepala.rsplit(" ", 1)[0] if " " in kepala else kepala
    return potong.rstrip() + " …"


def tanggal(hari: dt.date | None) -> str:
    """Return '10 Januari 2025', or '-' for none."""
    return f"{hari.day} {_BULAN[hari.month - 1]} {hari.year}" if hari else "-"


def daftar(nama: Sequence[str], paling_banyak: int) -> str:
    """Return a list in words; what does not fit is counted, never dropped silently.

    >>> daftar(["Cibadak", "Cisaat", "Cikole"], 2)
    'Cibadak, Cisaat, dan 1 lagi'
    """
    tampil = ", ".join(nama[:paling_banyak])
    lebih = len(nama) - paling_banyak
    return f"{tampil}, dan {lebih} lagi" if lebih > 0 else tampil


def slug(teks: object, batas: int = 40) -> str:
    """Return the text as part of a file name: a-z, 0-9 and '-' only.

    >>> slug("SD Negeri 1 Sukamaju / \\u00c9lok")
    'sd-negeri-1-sukamaju-elok'
    """
    polos = unicodedata.normalize("NFKD", aman(teks)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", polos).strip("-")[:batas].strip("-")


def periode(slot: Sequence[str]) -> str:
    """Return the periods of a finding in words: 'TW3, TW4'; the SKP itself needs none."""
    return ", ".join(aman(s) for s in slot if s != "SKP")

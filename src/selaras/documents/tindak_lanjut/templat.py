"""Message templates: read from the text file, filled without leaving a hole.

A value of None takes its smallest surrounding along: the brackets, else the sentence, else the line. So a message
never shows an empty '{placeholder}' and never says half a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from selaras.galat import Stop

_JUDUL = re.compile(r"^\[([A-Z]+-\d+):[^\]]*\]$")
_LUBANG = re.compile(r"\{(\w+)\}")
_KURUNG = re.compile(r" ?\([^()]*\)")
_KALIMAT = re.compile(r"(?<=[.?!]) (?=[A-Z*])")
_URUT = re.compile(r"^\d+\. \{langkah_")


@cache
def semua() -> dict[str, str]:
    """Return the templates of the package by name: 'KS-1', 'GURU-1', ..."""
    hasil: dict[str, list[str]] = {}
    nama = ""
    for baris in (files(__package__) / "pesan-wa.txt").read_text(encoding="utf-8").splitlines():
        if cocok := _JUDUL.match(baris):
            nama = cocok[1]
            hasil[nama] = []
        elif nama:
            hasil[nama].append(baris)
    return {nama: "\n".join(isi).strip() for nama, isi in hasil.items()}


def isi(nama: str, nilai: Mapping[str, object], langkah: tuple[str, ...] = ()) -> str:
    """Return the filled template; `langkah` takes the place of its numbered step lines.

    Raises `Stop` when the template asks for something that nobody gave: a mistake in the template, not in the data.
    """
    teks = semua()[nama]
    baris: list[str] = []
    ditulis = False
    for asli in teks.splitlines():
        if _URUT.match(asli):
            if not ditulis:
                baris += [f"{no}. {x}" for no, x in enumerate(langkah, 1)]
            ditulis = True
        elif (jadi := _baris(asli, nilai, nama)) or not asli:
            baris.append(jadi)
    return "\n".join(baris)


def _baris(baris: str, nilai: Mapping[str, object], nama: str) -> str:
    tidak_dikenal = [x for x in _LUBANG.findall(baris) if x not in nilai]
    if tidak_dikenal:
        raise Stop(f"Templat pesan {nama} meminta {{{tidak_dikenal[0]}}}, padahal isian itu tidak ada.")

    def bolong(potongan: str) -> bool:
        return any(nilai[x] is None for x in _LUBANG.findall(potongan))

    tanpa_kurung = _KURUNG.sub(lambda m: "" if bolong(m[0]) else m[0], baris)
    utuh = " ".join(kalimat for kalimat in _KALIMAT.split(tanpa_kurung) if not bolong(kalimat))
    return _LUBANG.sub(lambda m: str(nilai[m[1]]), utuh)

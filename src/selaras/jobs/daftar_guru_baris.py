"""A row of a Daftar Guru in words: taken or not, why, and what to do. Numbers are masked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import orjson

from selaras.connectors.ports import Outside, Record, Reject
from selaras.kinerja import nip
from selaras.ledger import catalogue

Row = Record | Reject | Outside
ACCEPTED, WRONG, OUTSIDE, ELSEWHERE = "diterima", "diperbaiki", "di_luar", "sekolah_lain"
_IDENTITY = ("nip", "nik", "nuptk")
_LONG = re.compile(r"(?<!\d)\d{16,18}(?!\d)", re.ASCII)
_WHERE = "Perbaiki di Dapodik atau Verval PTK menurut SK, unduh lagi, lalu unggah lagi."
_MOVED = "Menurut data yang ada, nomor di baris ini milik orang yang tidak terdaftar di sekolah ini."


@dataclass(frozen=True, slots=True)
class Baris:
    """What became of one row: `status` is one of the four words above."""

    baris: int
    nama: str
    nip: str
    status: str
    sebab: str = ""
    langkah: str = ""


def place_of(row: Row) -> str | None:
    """Return the NPSN or else the name of the school that a row names."""
    return row.raw.get("npsn") or None if isinstance(row, Reject) else row.place


def numbers_of(row: Row) -> set[str]:
    """Return the numbers by which a row would find its person."""
    if isinstance(row, Record):
        rest = orjson.loads(row.rest or "{}")
        return {str(rest[name]) for name in _IDENTITY if rest.get(name)} | ({row.akun} if row.akun else set())
    return {row.nip} if row.nip else set()


def judged(row: Row, foreign: frozenset[str]) -> Baris:
    """Say what becomes of a row, in words."""
    rest = orjson.loads(row.rest or "{}") if isinstance(row, Record) else {"nama": row.nama, "nip": row.nip}
    shown = (row.line, str(rest.get("nama") or ""), nip.mask(str(rest["nip"])) if rest.get("nip") else "")
    if numbers_of(row) & foreign:
        return Baris(*shown, ELSEWHERE, _MOVED, "Periksa SK pindahnya; bila memang pindah ke sini, admin dinas yang "
                     "memasukkannya. Baris ini tidak disimpan, baris lain tetap.")  # fmt: skip
    if isinstance(row, Reject):
        return Baris(*shown, WRONG, tertutup(row.reason), _mend(row.codes))
    if isinstance(row, Outside):
        return Baris(*shown, OUTSIDE, f"{row.keterangan}: tidak dihitung di sini.", "")
    codes = [str(kode) for kode in rest.get("kode") or ()]
    return Baris(*shown, ACCEPTED, *((f"Diterima, tetapi: {_titles(codes)}.", _WHERE) if codes else ()))


def _titles(codes: Sequence[str]) -> str:
    return "; ".join(catalogue.texts()[kode].judul for kode in codes if kode in catalogue.texts() and kode != "B1")


def _mend(codes: Sequence[str]) -> str:
    """Say how to mend a row that was refused: what the catalogue calls it, and where it is mended."""
    titles = _titles(codes)
    return f"{titles}. {_WHERE}" if titles else _WHERE


def tertutup(teks: str) -> str:
    """Mask the long numbers that a reason quotes.

    >>> tertutup("kolom nip berisi «198501012010012999»")
    'kolom nip berisi «1985***********999»'
    """
    return _LONG.sub(lambda found: nip.mask(found[0]), teks)

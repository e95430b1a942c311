"""Where the people of a school stand, in the words of a head: not rated, not sent, whose move it is, done."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from selaras.documents.tindak_lanjut.langkah import Siapa
from selaras.documents.tindak_lanjut.lima import Posisi, Status, lima

_DINILAI = frozenset({"R1", "R3", "R4", "R6", "O1"})
_DISETUJUI = frozenset({"M2", "D1", "D2", "D3"})


class Giliran(StrEnum):
    """One place for everybody, the head's own work first."""

    BELUM_DINILAI = "belum dinilai"
    BELUM_DIKIRIM = "belum dikirim"
    BELUM_DISETUJUI = "menunggu persetujuan"
    LANGKAH_GURU = "menunggu langkah guru"
    LANGKAH_OPERATOR = "menunggu operator"
    LANGKAH_KEPALA = "menunggu kepala sekolah"
    DITUNGGU = "diurus dinas atau kantor"
    WAKTU = "tinggal ditunggu"
    SELESAI = "selesai"


SELALU = (Giliran.BELUM_DINILAI, Giliran.BELUM_DIKIRIM, Giliran.SELESAI)  # shown also when nobody is there


def giliran(kode: Iterable[str], *, kepala: bool, lengkap: bool, menulis: bool) -> Giliran:
    """Say where a person stands whom these codes hold. `menulis`: Selaras writes e-Kinerja, so words are asked for."""
    codes = set(kode)
    if lengkap:
        return Giliran.SELESAI
    if not kepala and codes & _DINILAI:
        return Giliran.BELUM_DINILAI
    if not kepala and "R2" in codes:
        return Giliran.BELUM_DIKIRIM
    open_ones = [one for one in lima(codes, kepala=kepala, lengkap=False) if one.siapa]
    if any(one.status is Status.TERTAHAN for one in open_ones):
        return Giliran.DITUNGGU
    if menulis and not kepala and codes & _DISETUJUI:
        return Giliran.BELUM_DISETUJUI
    return _mover(open_ones)


def kalimat(jumlah: dict[Giliran, int]) -> str:
    """Say the counts in one line.

    >>> kalimat({Giliran.BELUM_DINILAI: 8, Giliran.BELUM_DIKIRIM: 3, Giliran.SELESAI: 14})
    '8 belum dinilai, 3 belum dikirim, 14 selesai'
    """
    shown = [one for one in Giliran if jumlah.get(one) or one in SELALU]
    return ", ".join(f"{jumlah.get(one, 0)} {one}" for one in shown)


def _mover(open_ones: list[Posisi]) -> Giliran:
    who = next((one.siapa[0] for one in open_ones), Siapa.WAKTU)
    named = {
        Siapa.GURU: Giliran.LANGKAH_GURU, Siapa.OPERATOR: Giliran.LANGKAH_OPERATOR,
        Siapa.KEPALA: Giliran.LANGKAH_KEPALA,
    }  # fmt: skip
    return named.get(who, Giliran.WAKTU)

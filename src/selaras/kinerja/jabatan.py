"""Jabatan as text: who is a guru, a kepala sekolah, a pengawas; who only acts (Plt, Plh, Pjb).

Judged by the words a jabatan begins with, since "guru" and "sekolah" also stand inside other offices ("Kepala Bidang
Guru dan Tenaga Kependidikan", "Penjaga Sekolah"). JF Guru absorbs pengawas sekolah, penilik and pamong belajar
(Permen PANRB 21/2024; docs/aturan.md).

>>> is_guru("AHLI PERTAMA - GURU KELAS"), is_guru("Guru Besar"), is_guru("Pengelola Data Guru")
(True, False, False)
>>> is_kepala("Guru Ahli Madya (Kepala Sekolah)"), is_kepala("Kepala SMP Negeri 4"), is_kepala("Kepala Dinas")
(True, True, False)
>>> is_kepala("Wakil Kepala Sekolah"), is_guru("Wakil Kepala Sekolah")
(False, True)
>>> is_pengawas("Penilik Ahli Muda"), is_pengawas("Pengawas Ketenagakerjaan"), is_plt("Plt. Kepala Sekolah")
(True, False, True)
>>> dalam_cakupan("Pengadministrasi Umum"), dalam_cakupan("Plh Kepala SDN 2"), dalam_cakupan("Penjaga Sekolah")
(False, True, False)
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_BERSIH: Final = re.compile(r"[^a-z0-9]+")
_PLT: Final = re.compile(r"\b(?:plt|plh|pjb|pj|pjs|pelaksana tugas|pelaksana harian|penjabat|pejabat sementara)\b")
_AWALAN: Final = re.compile(
    r"^(?:(?:plt|plh|pjb|pj|pjs|pelaksana tugas|pelaksana harian|penjabat|pejabat sementara|calon|cpns|jf"
    r"|jabatan fungsional|sementara|sebagai)\s+)+"
)
_JENJANG: Final = re.compile(r"^((?:ahli )(?:pertama|muda|madya|utama)|pemula|terampil|mahir|penyelia) (.+)")
_SEKOLAH: Final = (
    r"(?:sekolah|satuan pendidikan|taman kanak|kelompok bermain|sanggar kegiatan belajar|skb\b|pkbm\b"
    r"|(?:tk|paud|sd|smp|sma|smk|slb|sdlb|smplb|smalb)n?(?=\d|\b))"
)
_GURU: Final = re.compile(rf"^(?:guru\b(?! besar\b)|(?:wakil kepala|waka) {_SEKOLAH}|wakasek\b)")
_KEPALA: Final = re.compile(
    rf"^(?:kepala|ka) (?:(?:uptd?|spf|satuan|satdik|unit pelaksana teknis(?: daerah)?) )*{_SEKOLAH}"
)
_KEPSEK: Final = re.compile(r"^kepsek\b")
_MERANGKAP: Final = re.compile(rf"(?<!wakil )\bkepala (?:(?:uptd?|spf) )*{_SEKOLAH}")
_PENGAWAS: Final = re.compile(
    r"^(?:pengawas (?:(?:ahli )?(?:pertama|muda|madya|utama) )?"
    r"(?:sekolah|satuan pendidikan|tk|paud|sd|smp|sma|smk|slb|rumpun|mata pelajaran|mapel|bimbingan)\b"
    r"|penilik\b(?! jalan\b)|pamong belajar\b)"
)


@lru_cache(maxsize=4096)
def is_guru(text: str) -> bool:
    """Say whether the jabatan is one of a school teacher (a wakil kepala sekolah is a teacher)."""
    return _GURU.search(_inti(text)) is not None


@lru_cache(maxsize=4096)
def is_kepala(text: str) -> bool:
    """Say whether the jabatan heads a school, definitively, as a teacher's extra task, or acting."""
    inti = _inti(text)
    if _KEPALA.search(inti) or _KEPSEK.search(inti):
        return True
    return is_guru(text) and _MERANGKAP.search(inti) is not None


def is_pengawas(text: str) -> bool:
    """Say whether the jabatan is pengawas sekolah, penilik or pamong belajar."""
    return _PENGAWAS.search(_inti(text)) is not None


@lru_cache(maxsize=4096)
def is_plt(text: str) -> bool:
    """Say whether the jabatan is held by acting appointment: Plt, Plh, Pj, Pjb, Pjs."""
    return _PLT.search(_bersih(text)) is not None


@lru_cache(maxsize=4096)
def dalam_cakupan(text: str) -> bool:
    """Say whether the jabatan belongs to the scope of Selaras: guru, kepala sekolah, pengawas."""
    return is_guru(text) or is_kepala(text) or is_pengawas(text)


@lru_cache(maxsize=4096)
def normal(text: str) -> str:
    """Return a jabatan for comparing nomenclature: case, punctuation and the place of the jenjang do not matter.

    Old names are not turned into new ones: that difference is a finding (J1).

    >>> normal("AHLI PERTAMA - GURU KELAS") == normal("Guru Kelas Ahli Pertama")
    True
    >>> normal("Guru Pertama") == normal("Guru Ahli Pertama")
    False
    """
    bersih = _bersih(text)
    cocok = _JENJANG.match(bersih)
    return (f"{cocok[2]} {cocok[1]}" if cocok else bersih).upper()


def _bersih(text: str) -> str:
    return _BERSIH.sub(" ", text.casefold()).strip()


def _inti(text: str) -> str:
    tanpa_awalan = _AWALAN.sub("", _bersih(text))
    cocok = _JENJANG.match(tanpa_awalan)
    return cocok[2] if cocok else tanpa_awalan

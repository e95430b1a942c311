"""Names of people and of schools in one spelling, for suggesting matches. A name never decides one.

>>> normal("Drs. H. Ahmad Fauzi, S.Pd., M.Pd."), normal("SITI NUR'AINI S. Pd. SD")
('AHMAD FAUZI', 'SITI NURAINI')
>>> normal("Sri Ma")  # no dot, no comma: part of the name
'SRI MA'
>>> sekolah_normal("UPTD SDN 1 X") == sekolah_normal("SD NEGERI 1 X") == "SDN 1 X"
True
>>> sekolah_normal("UPT SATUAN PENDIDIKAN SD NEGERI 1 X"), sekolah_normal("SMP Negeri 04 Selaras Jaya")
('SDN 1 X', 'SMPN 4 SELARAS JAYA')
>>> sekolah_normal("TK NEGERI PEMBINA"), sekolah_normal("SDN Melati II"), sekolah_normal("sd n. no. 01 melati")
('TKN PEMBINA', 'SDN MELATI 2', 'SDN 1 MELATI')
"""

from __future__ import annotations

import re
from typing import Final

_GELAR_DEPAN: Final = "DR DRS DRA DRH PROF IR H HJ KH HAJI HAJJAH"
_GELAR_BELAKANG: Final = (
    "SPD SPDI SPDSD SPDK SPDAUD SPDB SPDH SPDGR SE SEI ST STP SH SHI SS SSI SSN SSOS SSOSI SKOM SKM SAG SIP SIKOM "
    "SIQ SAB SAK SPSI SOR SP SPT SPI SFIL STH STHI SPAK SSTP STR SKEP SKED SFARM SHUM SAP MPD MPDI MPSI MM MSI MA "
    "MH MHUM MT MKOM MSC MBA MAG MAP MAK MKES MPDK MIKOM MED AMD AMDPD AMAPD AMAPDSD AMAPUST BA BSC BED GR PHD DR "
    "LC APT NS COK SD"
)
_DEPAN: Final = frozenset(_GELAR_DEPAN.split())
_BELAKANG: Final = frozenset(_GELAR_BELAKANG.split())
_PUTUS: Final = re.compile(r"[\s/_-]+")
_SEKOLAH: Final = (
    (re.compile(r"[^A-Z0-9]+"), " "),
    (re.compile(r"^ ?(?:(?:UPTD?|SPF|SATDIK|SATUAN PENDIDIKAN(?: FORMAL)?|UNIT PELAKSANA TEKNIS(?: DAERAH)?) )+"), ""),
    (re.compile(r"\bSEKOLAH DASAR LUAR BIASA\b"), "SDLB"),
    (re.compile(r"\bSEKOLAH LUAR BIASA\b"), "SLB"),
    (re.compile(r"\bSEKOLAH DASAR\b"), "SD"),
    (re.compile(r"\bSEKOLAH MENENGAH PERTAMA\b"), "SMP"),
    (re.compile(r"\bSEKOLAH MENENGAH ATAS\b"), "SMA"),
    (re.compile(r"\bSEKOLAH MENENGAH KEJURUAN\b"), "SMK"),
    (re.compile(r"\bTAMAN KANAK KANAK\b"), "TK"),
    (re.compile(r"\bSATU ATAP\b"), "SATAP"),
    (re.compile(r"\b(TK|PAUD|SD|SMP|SMA|SMK|SLB|SKB) ?(?:NEGERI|NEG|N)(?=[ \d]|$)"), r"\1N"),
    (re.compile(r"\b((?:TK|PAUD|SD|SMP|SMA|SMK|SLB|SKB)N?)(?=\d)"), r"\1 "),
    (re.compile(r"\b(?:NO|NOMOR) ?(?=\d)"), ""),
    (re.compile(r"\b0+(?=\d)"), ""),
)
_ROMAWI: Final = re.compile(r"X{0,2}(?:IX|IV|V?I{0,3})")
_NILAI: Final = {"I": 1, "V": 5, "X": 10}


def normal(nama: str) -> str:
    """Return a person's name upper case, without titles and punctuation, blanks single."""
    depan, _, belakang = nama.upper().partition(",")
    kata = _tanpa_depan([k for k in _PUTUS.split(depan) if k])
    kata = _tanpa_belakang(kata)
    sisa = _buang([_polos(b) for b in belakang.split(",")], [k for k in _PUTUS.split(belakang) if k])
    return " ".join(p for k in [*kata, *sisa] if (p := _polos(k)))


def sekolah_normal(nama: str) -> str:
    """Return a school's name in one form: 'SDN 1 X'. Roman numbers count only when no digit is in the name."""
    hasil = nama.upper()
    for pola, ganti in _SEKOLAH:
        hasil = pola.sub(ganti, hasil)
    kata = hasil.split()
    if not any(k.isdigit() for k in kata):
        kata = [*kata[:1], *(_dari_romawi(k) for k in kata[1:])]
    return " ".join(kata)


def _polos(kata: str) -> str:
    return "".join(h for h in kata if h.isalnum())


def _tanpa_depan(kata: list[str]) -> list[str]:
    while len(kata) > 1 and _polos(kata[0]) in _DEPAN:
        kata = kata[1:]
    return kata


def _tanpa_belakang(kata: list[str]) -> list[str]:
    for n in (3, 2, 1):
        gelar, tulis = _polos("".join(kata[-n:])), "".join(kata[-n:])
        if len(kata) > n and gelar in _BELAKANG and (len(gelar) > 2 or "." in tulis):
            return _tanpa_belakang(kata[:-n])
    return kata


def _buang(bagian: list[str], kata: list[str]) -> list[str]:
    if all(b in _BELAKANG or not b for b in bagian):
        return []
    return [k for k in kata if _polos(k) not in _BELAKANG]


def _dari_romawi(kata: str) -> str:
    if not kata or not _ROMAWI.fullmatch(kata):
        return kata
    nilai = [_NILAI[h] for h in kata]
    return str(sum(-n if n < max(nilai[i:]) else n for i, n in enumerate(nilai)))

"""Whose move a finding is, at which step of the way, and how long it takes.

The table is data (`langkah.csv`): who acts, the step of the five, where the button is, minutes (estimates, not law).
A code may have two rows: the first is the one that moves it on, the others help (D1: the teacher presses, the head
looks first). 'atasan' becomes the head for a teacher and the dinas for a head; 'guru' becomes the head for a head, and
a row 'R1-kepala' says what the sentence is when the person is a head.
Order: dinas before kepala sekolah before guru; SKP before penilaian (architecture.md, 'plan').
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from importlib.resources import files
from pathlib import Path

from selaras.monitoring.posisi import Kendala


class Siapa(StrEnum):
    """The group that moves a finding on, in the order of the work."""

    DINAS = "dinas"
    ADMIN = "admin"
    OPERATOR = "operator"
    KEPALA = "kepala"
    GURU = "guru"
    WAKTU = "waktu"  # nobody: time, or only a notice


class Tahap(StrEnum):
    """The five steps of the way from PMM / Ruang GTK to e-Kinerja."""

    PERSIAPAN = "persiapan"
    IDENTITAS = "identitas"
    PERIODE = "periode"
    SINKRON = "sinkron"
    VERIFIKASI = "verifikasi"


JUDUL_TAHAP = {
    Tahap.PERSIAPAN: "Persiapan di PMM / Ruang GTK",
    Tahap.IDENTITAS: "Identitas dan unit kerja",
    Tahap.PERIODE: "Periode penilaian",
    Tahap.SINKRON: "Sinkron",
    Tahap.VERIFIKASI: "Verifikasi",
}
SEBUTAN = {
    Siapa.DINAS: "Dinas pendidikan",
    Siapa.ADMIN: "Admin instansi",
    Siapa.OPERATOR: "Operator sekolah",
    Siapa.KEPALA: "Kepala sekolah",
    Siapa.GURU: "Guru",
}
_URUTAN_SIAPA = {siapa: i for i, siapa in enumerate(Siapa)}


@dataclass(frozen=True, slots=True)
class Aturan:
    """One row of the table: what one group does about one code."""

    siapa: str  # a `Siapa`, or 'atasan'
    tahap: Tahap
    tempat: str  # 'ekinerja' | 'ruang_gtk' | 'lain'
    jenis: str  # 'skp' | 'penilaian'
    menit: int
    per_orang: bool
    singkat: str  # short sentence without NIP and rating, fit for a page that is passed on


Tabel = Mapping[str, tuple[Aturan, ...]]


def baca_tabel(sumber: Path | None = None) -> Tabel:
    """Return the table of the package, or an instansi's own with the same columns (for its own minutes)."""
    teks = (sumber or files(__package__) / "langkah.csv").read_text(encoding="utf-8")
    tabel: dict[str, tuple[Aturan, ...]] = {}
    for b in csv.DictReader(io.StringIO(teks)):
        menit, per_orang = int(b["menit"]), b["per_orang"] == "ya"
        aturan = Aturan(b["siapa"], Tahap(b["tahap"]), b["tempat"], b["jenis"], menit, per_orang, b["singkat"])
        tabel[b["kode"]] = (*tabel.get(b["kode"], ()), aturan)
    return tabel


TABEL = baca_tabel()


def aturan(k: Kendala, tabel: Tabel = TABEL) -> tuple[Aturan, ...]:
    """Return what is to be done about a finding, the moving step first; `siapa` is a real `Siapa` in each."""
    return _berlaku(_kunci(k), tabel, k.penanggung_jawab, k.judul, kepala=k.kepala)


def aturan_kode(kode: str, *, kepala: bool, tabel: Tabel = TABEL) -> tuple[Aturan, ...]:
    """Return the same for a code alone ('S2-diajukan' as in the table), about a head or not."""
    return _berlaku(kode, tabel, "", kode, kepala=kepala)


def _berlaku(kunci: str, tabel: Tabel, penanggung_jawab: str, judul: str, *, kepala: bool) -> tuple[Aturan, ...]:
    sendiri = tabel.get(f"{kunci}-kepala") if kepala else None
    baris = sendiri or tabel.get(kunci) or (_dari_penanggung_jawab(penanggung_jawab, judul),)
    return tuple(replace(b, siapa=_orangnya(b.siapa, kepala=kepala)) for b in baris)


def siapa(k: Kendala) -> Siapa:
    """Return who moves this finding on."""
    return Siapa(aturan(k)[0].siapa)


def tahap(k: Kendala) -> Tahap:
    """Return at which of the five steps this finding stands."""
    return aturan(k)[0].tahap


def menit(a: Aturan, orang: int) -> int:
    """Return the estimated minutes for that many people."""
    return a.menit * max(orang, 1) if a.per_orang else a.menit


def urutan(a: Aturan, orang: int = 1) -> tuple[int, int, int]:
    """Return the sort key: dinas before kepala before guru, SKP before penilaian, then least effort first."""
    return _URUTAN_SIAPA[Siapa(a.siapa)], int(a.jenis == "penilaian"), menit(a, orang)


def _kunci(k: Kendala) -> str:
    if k.kode == "S2" and _diajukan(k):
        return "S2-diajukan"
    if k.kode == "R3" and k.tingkat == "berkas":
        return "R3-berkas"
    return k.kode


def _diajukan(k: Kendala) -> bool:
    status = str(k.detail.get("status", ""))
    if status:
        return status.casefold() in {"diajukan", "2"}
    return re.search(r"statusnya\s+diajukan", k.sebab, re.IGNORECASE) is not None


def _orangnya(siapa: str, *, kepala: bool) -> Siapa:
    naik = {"atasan": Siapa.DINAS, "guru": Siapa.KEPALA} if kepala else {"atasan": Siapa.KEPALA}
    return naik.get(siapa) or Siapa(siapa)


_KATA = (
    ("tidak ada", "waktu"), ("kepala", "kepala"), ("guru", "guru"),
    ("operator", "operator"), ("dinas", "dinas"), ("atasan", "atasan"),
)  # fmt: skip


def _dari_penanggung_jawab(penanggung_jawab: str, judul: str) -> Aturan:
    """A code that the table does not know yet: the first word of its owner decides, else the admin."""
    awal = penanggung_jawab.casefold().lstrip()
    kelompok = next((grup for kata, grup in _KATA if awal.startswith(kata)), "admin")
    return Aturan(kelompok, Tahap.VERIFIKASI, "lain", "skp", 10, True, judul)

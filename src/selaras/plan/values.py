"""A plan as plain values: what goes where, in which order, and what stays behind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from selaras.kinerja import periode, predikat, rating
from selaras.ui.format import tanggal

SKP = 2
LEFT_OUT = {
    "berubah": "berubah sejak data dibaca: e-Kinerja sekarang berisi lain; baca ulang laporannya",
    "sudah_sama": "berubah sejak data dibaca: e-Kinerja sekarang sudah berisi nilai ini; baca ulang laporannya",
    "tanpa_nip": "NIP tidak diketahui",
    "tanpa_npsn": "sekolahnya tidak diketahui",
    "draf": "penilaian di Ruang GTK belum terkirim",
    "kembar": "isian lain untuk orang, sekolah dan periode yang sama sudah ada di rencana ini",
    "kepala_belum": "SKP kepala sekolahnya belum ada di e-Kinerja dan tidak ada di rencana ini",
    "skp_belum": "SKP orangnya belum ada di e-Kinerja dan tidak ada di rencana ini",
}


@dataclass(frozen=True, slots=True)
class Plan:
    """The head of a sealed plan."""

    id: int
    instansi: int
    tahun: int
    connector: str
    n: int
    digest: str
    disegel: dt.datetime
    disegel_oleh: str
    berlaku_sampai: dt.datetime
    ambang: list[str]
    kedua_oleh: str | None
    dibuka_run: int | None
    ditutup: dt.datetime | None
    jeda: str | None
    pengaturan: Mapping[str, Any]

    @property
    def menunggu_kedua(self) -> bool:
        """Say whether a second person still has to agree."""
        return bool(self.ambang) and self.kedua_oleh is None


@dataclass(frozen=True, slots=True)
class Step:
    """One operation as people read it."""

    seq: int
    npsn: str | None
    sekolah: str | None
    nip: str
    nama: str | None
    kind: int
    slot: int
    mulai: dt.date | None
    lama: Mapping[str, Any] | None
    baru: Mapping[str, Any] | None
    alasan: str | None
    needs: int | None
    status: int
    sebab: str | None

    @property
    def apa(self) -> str:
        """Name what is carried: the SKP or the period."""
        return named(self.kind, self.slot)

    @property
    def dari(self) -> str:
        """Say what stands on the target."""
        return "(kosong)" if self.lama is None else said(self.kind, self.lama)

    @property
    def menjadi(self) -> str:
        """Say what will stand there."""
        return f"ditarik: {self.alasan}" if self.baru is None else said(self.kind, self.baru)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An entry that was ready and yet not planned."""

    tinggal: str
    npsn: str | None
    sekolah: str | None
    nip: str | None
    nama: str | None
    kind: int
    slot: int

    @property
    def apa(self) -> str:
        """Name what was not planned."""
        return named(self.kind, self.slot)

    @property
    def alasan(self) -> str:
        """Say why."""
        return LEFT_OUT[self.tinggal]


@dataclass(frozen=True, slots=True)
class Sealed:
    """What sealing gave: a plan, or none when nothing is left to carry; and whatever was left out."""

    plan: Plan | None
    ditinggal: tuple[LeftOut, ...]


def named(kind: int, slot: int) -> str:
    """Name an SKP or a period.

    >>> named(2, 0), named(3, 204), named(3, 400)
    ('SKP', 'TW4', 'Tahunan')
    """
    return "SKP" if kind == SKP else periode.nama(slot)


def _day(given: object) -> str:
    try:
        return tanggal(dt.date.fromisoformat(str(given)))
    except ValueError:
        return tanggal(given)


def said(kind: int, isi: Mapping[str, Any]) -> str:
    """Put what is held or written into words.

    >>> said(3, {"hasil_kerja": 2, "perilaku_kerja": 2, "predikat": 2})
    'Baik (hasil Sesuai ekspektasi, perilaku Sesuai ekspektasi)'
    """
    if kind == SKP:
        goals = isi.get("rhk")
        words = [str(isi.get("jabatan") or "SKP"), f"sampai {_day(isi.get('selesai'))}"]
        return ", ".join(words if goals is None else [*words, f"{len(goals)} RHK"])
    if not isi.get("predikat"):
        return "belum dinilai"
    hasil, perilaku = isi.get("hasil_kerja"), isi.get("perilaku_kerja")
    return (
        f"{predikat.nama(isi['predikat'])} (hasil {rating.nama(hasil) if hasil else '-'}, "
        f"perilaku {rating.nama(perilaku) if perilaku else '-'})"
    )

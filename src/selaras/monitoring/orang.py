"""A person of a school as plain values. Written by `monitoring.roster`, read by the template: no database in here."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class OrangSekolah:
    """One person of a school.

    nip      as PMM knows it; that of the other systems when PMM does not know the person
    pegawai  what PMM's roster of this school says, None when it does not name the person
    skp      SKP of the year at this school: status, mulai, selesai, plt, penilai, tanggal, lain (ISO dates, codes)
    nilai    ratings of the year at this school: slot, hasil, perilaku, predikat, status, penilai, tanggal, lain
    terisi   slots that PMM rates already, here or at another school
    """

    nip: str
    nama: str
    mulai: dt.date | None  # first day of service that the NIP tells
    kepegawaian: str | None
    jenis_ptk: str | None
    pegawai: dict[str, Any] | None
    skp: list[dict[str, Any]]
    nilai: list[dict[str, Any]]
    terisi: list[int]

"""The position of a district on one data date, as plain values.

Written by `monitoring.selectors`, read by the command line, the papers (`documents`) and the pages. Nothing in here
touches the database, so a paper can be tested with a position typed by hand.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from selaras.ledger.keadaan import KEADAAN

__all__ = ["KEADAAN", "Kendala", "OrangLuar", "Posisi", "Sekolah", "SumberData"]


@dataclass(frozen=True, slots=True)
class Kendala:
    """One finding as people read it: one line per person and code, or one per school, instansi or file.

    keadaan is one of `KEADAAN` or 'catatan' (a note: changes no state). Texts are filled in already.
    nip is whole here; whoever prints it masks it (`ui.mask`) unless the sheet is the operator's own.
    """

    kode: str
    judul: str
    sebab: str
    langkah: str
    penanggung_jawab: str
    di_mana: str
    perkiraan_waktu: str
    keadaan: str
    tingkat: str  # 'orang' | 'sekolah' | 'instansi' | 'berkas'
    membuka_jalan_bagi: int  # people that one repair frees
    nip: str | None = None  # as SIASN/e-Kinerja has it, else as PMM or Dapodik has it
    nip_pmm: str | None = None  # only where it differs (N3)
    nama: str | None = None
    kepala: bool = False  # the person heads a school
    npsn: str | None = None
    sekolah: str | None = None
    kecamatan: str | None = None
    periode: tuple[str, ...] = ()  # ('TW3', 'TW4'), ('SKP',), ...
    berkas: str | None = None
    lembar: str | None = None
    baris: int | None = None
    sejak: dt.date | None = None  # data date on which it was first seen
    detail: dict[str, Any] = field(default_factory=dict)
    orang_id: int | None = None  # for links; never printed
    sekolah_id: int | None = None


@dataclass(frozen=True, slots=True)
class Sekolah:
    """A school's row: how many teachers are done, and how many stand at each kind of step."""

    npsn: str
    nama: str
    kecamatan: str | None
    kepala: str | None  # name of the head, None when unknown
    guru: int  # people in scope
    selesai: int  # people with every due entry selaras or dikecualikan
    keadaan: dict[str, int]  # entries per state


@dataclass(frozen=True, slots=True)
class SumberData:
    """One file that was read: what it is, of which day, what it covers."""

    berkas: str
    jenis: str  # title of the connector
    per: dt.date
    cakupan: str
    dibaca: int
    ditolak: int


@dataclass(frozen=True, slots=True)
class OrangLuar:
    """Somebody outside the scope (X2), listed so that nobody is missed silently."""

    nama: str | None
    nip: str | None
    sekolah: str | None
    keterangan: str


@dataclass(frozen=True, slots=True)
class Posisi:
    """Everything that the papers need: one district, one year, one data date."""

    instansi: str
    kantor: str  # BKPSDM, BKD or BKPP: a setting
    latihan: bool
    hanya_baca: bool
    tahun: int
    data_per: dt.date
    dibuat: dt.datetime
    keadaan: dict[str, int]
    dicatat_saja: int
    guru: int
    selesai: int
    kendala: tuple[Kendala, ...]
    sekolah: tuple[Sekolah, ...]
    sumber: tuple[SumberData, ...]
    kurang: tuple[str, ...]  # what has not been imported yet, in words
    di_luar: tuple[OrangLuar, ...]
    data_lalu: dt.date | None = None  # the data date before this one
    selesai_lalu: int | None = None
    tenggat: dt.date | None = None  # deadline that the admin set
    tanda: Mapping[str, tuple[str, str]] = field(
        default_factory=dict
    )  # kunci of a row -> (status, note) ticked earlier

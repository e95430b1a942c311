"""The entries of one person field by field: what each side says, and what pressing or sending would write."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg.rows import dict_row

from selaras.connectors.ports import Kind, PenilaianStatus
from selaras.kinerja import periode, predikat, rating, status_skp
from selaras.ledger.keadaan import NUMBERS
from selaras.ledger.queries import Queries
from selaras.monitoring.texts import tanggal

_sql = Queries(__file__)


@dataclass(frozen=True, slots=True)
class Bidang:
    """One field: its name, both sides in words ('' for nothing), and whether they say the same."""

    nama: str
    kiri: str
    kanan: str
    sama: bool


@dataclass(frozen=True, slots=True)
class Isian:
    """One entry: the SKP or a period. `putusan` is the number of the head's word that is in force."""

    entri: int
    nama: str
    skp: bool
    keadaan: str
    kode: str | None
    sama: bool
    ada_pmm: bool
    ada_ekinerja: bool
    status_pmm: int | None
    ditetapkan: bool
    dikirim: bool
    dinilai: bool
    bidang: tuple[Bidang, ...]
    per_pmm: dt.date | None
    per_ekinerja: dt.date | None
    putusan: int | None
    diputuskan_oleh: str | None
    diputuskan_pada: dt.datetime | None
    alasan: str | None

    @property
    def selesai(self) -> bool:
        """Say whether nothing more is expected of it."""
        return self.keadaan in ("selaras", "dikecualikan")

    @property
    def ditulis(self) -> tuple[Bidang, ...]:
        """List the fields that will change in e-Kinerja; none when the sides agree or PMM has nothing."""
        if self.sama or not self.ada_pmm or self.keadaan == "dikecualikan":
            return ()
        return tuple(one for one in self.bidang if not one.sama and one.kiri)


def isian(connection: psycopg.Connection, *, orang: int, instansi: int, tahun: int) -> tuple[Isian, ...]:
    """List the entries of a person: the SKP first, then the periods in order. One query."""
    params = {"orang": orang, "instansi": instansi, "tahun": tahun}
    with connection.cursor(row_factory=dict_row) as cursor:
        return tuple(_isian(row) for row in cursor.execute(_sql("bidang"), params))


def _isian(row: dict[str, Any]) -> Isian:
    skp = row["kind"] == Kind.SKP
    return Isian(
        entri=row["id"],
        nama="SKP" if skp else periode.nama(row["slot"]),
        skp=skp,
        keadaan=NUMBERS.get(row["keadaan"], "menunggu"),
        kode=row["kode"],
        sama=row["sama"],
        ada_pmm=row["ada_pmm"],
        ada_ekinerja=row["ada_ekinerja"],
        status_pmm=row["status_pmm"],
        ditetapkan=bool(row["predikat_pmm"]),
        dikirim=row["status_pmm"] == PenilaianStatus.TERKIRIM and bool(row["predikat_pmm"]),
        dinilai=bool(row["hasil_pmm"] and row["perilaku_pmm"]),
        bidang=tuple(_skp(row) if skp else _nilai(row)),
        **{name: row[name] for name in ("per_pmm", "per_ekinerja", "putusan", "diputuskan_oleh", "diputuskan_pada")},
        alasan=row["alasan"],
    )


def _skp(row: dict[str, Any]) -> list[Bidang]:
    left, right = (status_skp.NAMA.get(row[name], "") for name in ("status_pmm", "status_ekinerja"))
    return [
        Bidang("Status SKP", left, right, left == right),
        _text("Jabatan pada SKP", row["jabatan_pmm"], row["jabatan_ekinerja"]),
        _text("Mulai", _day(row["mulai_pmm"]), _day(row["mulai_ekinerja"])),
        _text("Sampai", _day(row["selesai_pmm"]), _day(row["selesai_ekinerja"])),
    ]


def _nilai(row: dict[str, Any]) -> list[Bidang]:
    return [
        _code("Hasil kerja", rating.nama, row["hasil_pmm"], row["hasil_ekinerja"]),
        _code("Perilaku kerja", rating.nama, row["perilaku_pmm"], row["perilaku_ekinerja"]),
        _code("Predikat", predikat.nama, row["predikat_pmm"], row["predikat_ekinerja"]),
    ]


def _code(nama: str, words: Any, kiri: int | None, kanan: int | None) -> Bidang:
    return Bidang(nama, words(kiri) if kiri else "", words(kanan) if kanan else "", kiri == kanan)


def _text(nama: str, kiri: str | None, kanan: str | None) -> Bidang:
    left, right = kiri or "", kanan or ""
    return Bidang(nama, left, right, " ".join(left.casefold().split()) == " ".join(right.casefold().split()))


def _day(day: dt.date | None) -> str:
    return tanggal(day) if day else ""

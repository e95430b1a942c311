"""Schools in reach with their five steps, red first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg.rows import dict_row

from selaras.documents.lima_langkah.gambar import Baris, Gambar
from selaras.documents.tindak_lanjut.lima import Jumlah, Posisi, Status, jumlahkan, lima
from selaras.monitoring.langkah import Kelompok, kelompok
from selaras.organisasi.selectors import Instansi
from selaras.ui.bingkai import Bingkai
from selaras.ui.format import tanggal

_SCHOOLS = (
    "SELECT s.id, s.npsn, coalesce(s.nama, s.npsn) AS nama, s.kecamatan, k.nama AS kepala FROM sekolah s "
    "LEFT JOIN LATERAL (SELECT min(p.nama) AS nama FROM potret p WHERE p.sekolah_id = s.id AND p.kepala AND p.aktif) k "
    "ON true WHERE s.instansi_id = %s ORDER BY s.nama, s.id"
)


@dataclass(frozen=True, slots=True)
class Sekolah:
    """One school: its five steps, people, those who are done, those who wait for the dinas or the office."""

    id: int
    npsn: str
    nama: str
    kecamatan: str | None
    kepala: str | None
    langkah: tuple[Jumlah, ...]
    orang: int
    selesai: int
    tertahan: int

    @property
    def status(self) -> Status:
        """Give the gravest of its steps."""
        order = (Status.TERTAHAN, Status.BERIKUTNYA, Status.BELUM)
        found = {one.status for one in self.langkah}
        return next((one for one in order if one in found), Status.SELESAI)

    @property
    def urutan(self) -> tuple[int, int, float, str]:
        """Sort red first: most steps that are held, most people held, least done."""
        red = sum(one.status is Status.TERTAHAN for one in self.langkah)
        return -red, -self.tertahan, self.selesai / self.orang, self.nama


def schools(connection: psycopg.Connection[Any], instansi: Instansi) -> list[Sekolah]:
    """List the visible schools that have entries. Two queries, however many schools and teachers."""
    groups: dict[int, list[Kelompok]] = defaultdict(list)
    for one in kelompok(connection, instansi=instansi.id, tahun=instansi.tahun):
        groups[one.sekolah_id].append(one)
    with connection.cursor(row_factory=dict_row) as cursor:
        rows = cursor.execute(_SCHOOLS, (instansi.id,)).fetchall()
    found = [_school(row, groups[row["id"]]) for row in rows if row["id"] in groups]
    return sorted(found, key=lambda one: one.urutan)


def picture(found: Sequence[Sekolah], instansi: Instansi, frame: Bingkai) -> tuple[Gambar, list[Baris]]:
    """Return what the picture is made of."""
    head = Gambar(
        f"Lima langkah e-Kinerja {instansi.tahun}", instansi.nama, f"Data per {tanggal(frame.data_per)}",
        instansi.latihan, len(found),
    )  # fmt: skip
    return head, [Baris(one.nama, one.langkah) for one in found]


def _school(row: dict[str, Any], groups: Sequence[Kelompok]) -> Sekolah:
    steps: list[tuple[tuple[Posisi, ...], int]] = [
        (lima(one.kode, kepala=one.kepala, lengkap=one.lengkap), one.n) for one in groups
    ]
    return Sekolah(
        **row,
        langkah=jumlahkan(steps),
        orang=sum(one.n for one in groups),
        selesai=sum(one.n for one in groups if one.lengkap),
        tertahan=sum(n for five, n in steps if any(step.status is Status.TERTAHAN for step in five)),
    )

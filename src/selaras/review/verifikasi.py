"""The last look before the final report: both sides are equal, the teacher says so, the head signs off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

import psycopg
from psycopg.rows import class_row

from selaras.galat import Stop
from selaras.ledger.queries import Queries
from selaras.ledger.scope import Scope
from selaras.review.authority import ACTING, ADMIN, HEAD, Authority

_sql = Queries(__file__)
PEMERIKSA = (HEAD, *ACTING)  # in which capacity a sign-off counts
REFUSED = {
    "sekolah_lain": "bukan guru sekolah ini",
    "berubah": "isinya berubah sejak ditampilkan: lihat lagi isinya yang sekarang",
    "belum_sama": "kedua sisinya belum sama",
    "sudah": "sudah diverifikasi",
}


@dataclass(frozen=True, slots=True)
class Orang:
    """One person: entries, those that are equal, those that are done (equal or taken out), and whose word holds.

    jejak  fingerprint of both sides and of who the person is; a word lapses when it moves
    """

    orang_id: int
    nama: str | None
    kepala: bool
    isian: int
    sama: int
    selesai: int
    jejak: UUID
    benar_pada: dt.datetime | None
    diverifikasi_pada: dt.datetime | None
    diverifikasi_oleh: str | None

    @property
    def lengkap(self) -> bool:
        """Say whether nothing is left to bring in line."""
        return self.isian == self.selesai

    @property
    def bisa(self) -> bool:
        """Say whether the head can sign off now."""
        return self.lengkap and self.diverifikasi_pada is None


@dataclass(frozen=True, slots=True)
class Ditandai:
    """How many were signed off, and why the others were not: person and reason."""

    n: int
    ditolak: tuple[tuple[int, str], ...]


def orang_sekolah(connection: psycopg.Connection, *, instansi: int, tahun: int, sekolah: int) -> list[Orang]:
    """List the people of a school who have entries there, the head first."""
    params = {"instansi": instansi, "tahun": tahun, "sekolah": sekolah, "pemeriksa": list(PEMERIKSA)}
    with connection.cursor(row_factory=class_row(Orang)) as cursor:
        return cursor.execute(_sql("verifikasi"), params).fetchall()


def verifikasi(
    connection: psycopg.Connection, scope: Scope, who: Authority, dilihat: Mapping[int, UUID], *, now: dt.datetime
) -> Ditandai:
    """Sign off people of one's school as they were shown: person -> fingerprint. One transaction of the caller.

    Raises `Stop` when it is not the head, or his decree does not hold.
    """
    who.check(scope.hari_ini)
    if who.sebagai == ADMIN or who.sekolah is None:
        raise Stop("Verifikasi adalah kata kepala sekolah.", langkah="Masuk sebagai kepala sekolah, Plt., atau Plh.")
    found = orang_sekolah(connection, instansi=scope.instansi, tahun=scope.tahun, sekolah=who.sekolah)
    known = {one.orang_id: one for one in found}
    answers = {number: _why_not(known.get(number), jejak) for number, jejak in dilihat.items()}
    allowed = sorted(number for number, why in answers.items() if why is None)
    params = scope.params | {
        "orang": allowed, "jejak": [dilihat[number] for number in allowed], "oleh": who.oleh.strip(),
        "oleh_orang": who.orang, "sebagai": who.sebagai, "now": now,
    }  # fmt: skip
    connection.execute(_sql("verifikasi_tulis"), params)
    return Ditandai(len(allowed), tuple((number, REFUSED[why]) for number, why in answers.items() if why))


def _why_not(one: Orang | None, seen: UUID) -> str | None:
    if one is None:
        return "sekolah_lain"
    if one.jejak != seen:
        return "berubah"
    if not one.lengkap:
        return "belum_sama"
    return "sudah" if one.diverifikasi_pada else None

"""What several services share: the lock of the instansi, who acts, whose plan it is, sentences for broken rules."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple
from uuid import UUID

import psycopg

from selaras.config.clock import now, today
from selaras.galat import DataError, Forbidden
from selaras.kinerja import periode, siklus
from selaras.kinerja.putusan import AturanError
from selaras.pmm.bungkus import tersimpan
from selaras.pmm.queries import Connection, sql

ASING = "Data ini tidak ada, atau bukan wewenang akun ini."
TERPANJANG = 4000


class Skp(NamedTuple):
    """A plan, and what the acting account may do with it today."""

    id: UUID
    pegawai_id: UUID
    nama: str
    tahun: int
    slot: int
    mulai: dt.date
    selesai: dt.date
    peran: str
    status: int
    indikator: int | None
    fase: int  # the last phase of observation that was filled in
    pemilik: bool
    menilai: bool
    mengamati: bool


def kunci(connection: Connection, instansi: int) -> None:
    """Wait until nobody else writes in this instansi; held until the transaction ends. First in every service."""
    connection.execute("SELECT pm_kunci(%s)", (instansi,))


def id_dari(text: object) -> UUID:
    """Return an id. Raises `Forbidden` for text that is none: it names nothing that may be seen."""
    try:
        return UUID(str(text))
    except ValueError:
        raise Forbidden(ASING) from None


def skp_milik(connection: Connection, instansi: int, oleh: str, skp_id: str) -> Skp:
    """Return one's own plan, the instansi locked. Raises `Forbidden` for any other."""
    return _skp(connection, instansi, oleh, skp_id, "pemilik")


def skp_dinilai(connection: Connection, instansi: int, oleh: str, skp_id: str) -> Skp:
    """Return a plan that this account rates, the instansi locked. Raises `Forbidden` for any other."""
    return _skp(connection, instansi, oleh, skp_id, "menilai")


def skp_diobservasi(connection: Connection, instansi: int, oleh: str, skp_id: str) -> Skp:
    """Return a plan that is one's own or that this account observes. Raises `Forbidden` for any other."""
    return _skp(connection, instansi, oleh, skp_id, "pemilik", "mengamati")


def _skp(connection: Connection, instansi: int, oleh: str, skp_id: str, *hak: str) -> Skp:
    kunci(connection, instansi)
    found = baca_skp(connection, instansi, oleh, [id_dari(skp_id)])
    if not found or not any(getattr(found[0], satu) for satu in hak):
        raise Forbidden(ASING)
    return found[0]


def baca_skp(connection: Connection, instansi: int, oleh: str, skp_ids: Sequence[UUID]) -> list[Skp]:
    """Return the plans among these that exist in the instansi."""
    params = {"instansi": instansi, "oleh": id_dari(oleh), "skp": list(skp_ids), "hari": today()}
    return [Skp(*row) for row in connection.execute(sql("sql_layanan", "skp"), params)]


@contextmanager
def told(connection: Connection, sentences: Mapping[str, str], otherwise: str) -> Iterator[None]:
    """Turn a broken rule of the tables into `DataError`; the transaction of the caller lives on."""
    try:
        with connection.transaction():
            yield
    except (psycopg.errors.IntegrityError, psycopg.errors.DataError) as error:
        raise DataError(sentences.get(error.diag.constraint_name or "", otherwise)) from None


def catat(connection: Connection, instansi: int, oleh: str, skp_id: UUID, apa: str, alasan: str | None = None) -> None:
    """Write a line of history about a plan."""
    connection.execute(
        "INSERT INTO pm_riwayat(instansi_id, skp_id, apa, oleh, waktu, alasan) VALUES (%s, %s, %s, %s, %s, %s)",
        (instansi, skp_id, apa, id_dari(oleh), now(), alasan),
    )


def wajib(text: str, apa: str) -> str:
    """Return a text without blanks around it. Raises `DataError` when it is empty, too long or can not be stored."""
    isi = bersih(text, apa)
    if not isi:
        raise DataError(f"{apa} wajib diisi.")
    return isi


def bersih(text: str | None, apa: str) -> str:
    """Return a text without blanks around it; '' for none. Raises `DataError` when it can not be stored."""
    isi = (text or "").strip()
    if len(isi) > TERPANJANG:
        raise DataError(f"{apa} terlalu panjang: paling banyak {TERPANJANG} huruf.")
    if not tersimpan(isi):
        raise DataError(f"{apa} memuat karakter yang tidak dapat disimpan.")
    return isi


def siklus_tahun(tahun: int) -> siklus.Siklus:
    """Return the cycle of a year. Raises `DataError` for a year without one."""
    try:
        return siklus.untuk(tahun)
    except AturanError as error:
        raise DataError(error.kalimat) from None


def slot_nilai(tahun: int, slot: int) -> bool:
    """Say whether a period can be rated in a year: those of the cycle, a triwulan or a month.

    >>> [slot_nilai(2024, 302), slot_nilai(2025, 302), slot_nilai(2025, 204), slot_nilai(2025, 999)]
    [True, False, True, False]
    """
    if slot in siklus_tahun(tahun).slot_pmm:
        return True
    return slot in (*periode.slots(periode.TRIWULANAN), *periode.slots(periode.BULANAN))

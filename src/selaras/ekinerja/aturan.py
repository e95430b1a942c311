"""What several services share: a broken rule of the tables as a sentence, the lock of a person, the open SKP."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple
from uuid import UUID

import psycopg

from selaras.ekinerja.kode import pesan
from selaras.ekinerja.services_tulis import lock
from selaras.galat import DataError, Stop

Connection = psycopg.Connection[Any]


class Skp(NamedTuple):
    """A live SKP of a person whose year is not locked."""

    id: UUID
    nip: str
    tahun: int
    status: str
    versi: int


@contextmanager
def told(connection: Connection, sentences: Mapping[str, str], otherwise: str) -> Iterator[None]:
    """Turn a broken rule into `DataError`; the transaction of the caller lives on.

    sentences: by the name of the constraint, or the code of the error.
    """
    try:
        with connection.transaction():
            yield
    except (psycopg.errors.IntegrityError, psycopg.errors.DataError) as error:
        known = sentences.get(error.diag.constraint_name or "") or sentences.get(error.diag.sqlstate or "")
        raise DataError(known or otherwise) from None


def skp_terbuka(connection: Connection, instansi: int, skp_id: str) -> Skp:
    """Return a live SKP, its person locked. Raises `DataError` when there is none and `Stop` when its year is final."""
    found = connection.execute(
        "SELECT g.nip FROM ek_skp s JOIN ek_pegawai g ON g.id = s.pegawai_id WHERE s.instansi_id = %s AND s.id = %s",
        (instansi, _uuid(skp_id)),
    ).fetchone()
    if found is None:
        raise DataError(pesan("EK1"))
    lock(connection, instansi, [found[0]])
    row = connection.execute(
        "SELECT s.id, g.nip, s.tahun, s.status, s.versi, f.id FROM ek_skp s JOIN ek_pegawai g ON g.id = s.pegawai_id "
        "LEFT JOIN ek_final f ON f.pegawai_id = g.id AND f.tahun = s.tahun AND f.dibuka_pada IS NULL "
        "WHERE s.id = %s AND s.ditarik IS NULL",
        (_uuid(skp_id),),
    ).fetchone()
    if row is None:
        raise DataError("SKP ini sudah ditarik.")
    if row[5] is not None:
        raise Stop(pesan("EK4"), langkah="Buka kembali laporan akhir dengan alasan dan persetujuan.")
    return Skp(*row[:5])


def periode_dari(connection: Connection, instansi: int, slot: int, tahun: int) -> UUID:
    """Return the id of the period of a slot in a year. Raises `DataError` when Manajemen Periode has none."""
    row = connection.execute(
        "SELECT id FROM ek_periode WHERE instansi_id = %s AND slot = %s AND (tahun IS NULL OR tahun = %s)",
        (instansi, slot, tahun),
    ).fetchone()
    if row is None:
        raise DataError(pesan("EK2"), langkah="Admin instansi membuatnya di Manajemen Periode.")
    return UUID(str(row[0]))


def wajib_alasan(alasan: str) -> str:
    """Return the reason without blanks around it. Raises `DataError` when there is none."""
    if not alasan.strip():
        raise DataError("Alasan wajib diisi.")
    return alasan.strip()


def _uuid(text: str) -> UUID:
    try:
        return UUID(str(text))
    except ValueError:
        raise DataError(pesan("EK1")) from None

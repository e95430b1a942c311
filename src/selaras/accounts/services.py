"""Letting people in and giving roles. Connection first, the rest by keyword; the caller commits."""

from __future__ import annotations

import datetime as dt
import uuid
from uuid import UUID

import psycopg

from selaras.accounts.refusal import Refusal, Refused
from selaras.accounts.roles import Izin, Jenis, Sebagai
from selaras.accounts.scope import Cakupan
from selaras.galat import DataError, Forbidden
from selaras.kinerja import nip as nip_rules


def pengguna_of(connection: psycopg.Connection, *, orang: int) -> UUID:
    """Return the user of a person, made at his first visit. Raises `Forbidden` when he was shut out."""
    row = connection.execute(
        "INSERT INTO ac_pengguna(id, username, email, nama, orang_id, is_active, password, dibuat) "
        "SELECT %s, %s, '', coalesce(p.nama, ''), p.orang_id, true, '!', now() FROM potret p WHERE p.orang_id = %s "
        "ON CONFLICT (orang_id) DO UPDATE SET nama = excluded.nama RETURNING id, is_active",
        (uuid.uuid4(), f"orang-{uuid.uuid4().hex}", orang),
    ).fetchone()
    if row is None:
        raise DataError("Orang ini tidak ada di data.", langkah="Tunggu sampai datanya diimpor.")
    if not row[1]:
        raise Forbidden("Akun ini ditutup.", langkah="Hubungi admin instansi.")
    return UUID(str(row[0]))


def orang_by_claim(connection: psycopg.Connection, *, instansi: int, nip: str) -> int:
    """Find the one person to whom a claim of the sign-in belongs.

    Raises `Refused` when nobody or more than one person has this NIP: nobody is let in by a guess.
    """
    number = nip_rules.compact(nip)
    rows = connection.execute(
        "SELECT DISTINCT orang_id FROM akun WHERE instansi_id = %s AND nip = %s AND orang_id IS NOT NULL AND NOT usang",
        (instansi, number),
    ).fetchall()
    if len(rows) == 1:
        return int(rows[0][0])
    if rows:
        raise Refused(
            Refusal.GANDA,
            "NIP pada akun itu dipakai dua orang di data kami.",
            langkah="Operator sekolah memperbaikinya di Verval PTK; sementara itu masuklah dengan kode dari operator.",
        )
    raise Refused(
        Refusal.TIDAK_DIKENAL,
        "NIP pada akun itu belum ada di data kami.",
        langkah="Bila Bapak/Ibu guru di sini, minta operator sekolah memeriksa NIP di Dapodik, "
        "atau masuk dengan kode dari operator.",
    )


def peran_beri(
    connection: psycopg.Connection,
    oleh: Cakupan,
    *,
    pengguna: UUID,
    jenis: Jenis,
    mulai: dt.date,
    sampai: dt.date | None = None,
    sekolah: int | None = None,
    sebagai: Sebagai = Sebagai.DEFINITIF,
    nomor_sk: str = "",
) -> UUID:
    """Give a role. Raises `Forbidden` without the right to, `DataError` when something is missing or impossible."""
    oleh.perlu(Izin.PERAN)
    if jenis is Jenis.GURU or (jenis is Jenis.KEPALA and sebagai is Sebagai.DEFINITIF):
        raise DataError("Peran ini mengikuti data; tidak diberikan di sini.", langkah="Perbaiki di Dapodik atau SIASN.")
    if str(jenis) in Jenis.of_school() and sekolah is None:
        raise DataError("Sekolahnya belum dipilih.")
    if sebagai is not Sebagai.DEFINITIF and not nomor_sk.strip():
        raise DataError("Nomor SK belum diisi.", langkah="Isi nomor dan tanggal SK Plt./Plh.")
    if sampai is not None and sampai < mulai:
        raise DataError("Tanggal akhir mendahului tanggal mulai.")
    number = uuid.uuid4()
    connection.execute(
        "INSERT INTO ac_peran(id, pengguna_id, jenis, instansi_id, sekolah_id, sebagai, nomor_sk, mulai, sampai, "
        "diberi_oleh) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
        (number, pengguna, jenis, oleh.instansi, sekolah, sebagai, nomor_sk.strip(), mulai, sampai, oleh.nama),
    )
    return number


def peran_cabut(connection: psycopg.Connection, oleh: Cakupan, *, peran: UUID, now: dt.datetime) -> None:
    """Take a role back. Raises `DataError` when it is not there."""
    oleh.perlu(Izin.PERAN)
    done = connection.execute(
        "UPDATE ac_peran SET dicabut = %s WHERE id = %s AND instansi_id = %s AND dicabut IS NULL",
        (now, peran, oleh.instansi),
    )
    if not done.rowcount:
        raise DataError("Peran ini tidak ada atau sudah dicabut.")


def system_scope(connection: psycopg.Connection, *, instansi: int, actor: str) -> Cakupan:
    """Return the scope of whoever runs commands on the machine of the folder: he could read everything anyhow."""
    row = connection.execute(
        "INSERT INTO ac_pengguna(id, username, email, nama, is_active, password, dibuat) "
        "VALUES (%s, %s, '', %s, true, '!', now()) ON CONFLICT (username) DO UPDATE SET nama = excluded.nama "
        "RETURNING id",
        (uuid.uuid4(), f"mesin:{actor}", actor),
    ).fetchone()
    return Cakupan(UUID(str(row[0])) if row else uuid.uuid4(), actor, Jenis.ADMIN_INSTANSI, instansi)


def access_note(
    connection: psycopg.Connection, *, way: str, pengguna: UUID | None, status: int, now: dt.datetime
) -> None:
    """Write down that somebody came in (200) or was refused, and which way; refused strangers have no user."""
    connection.execute(
        "INSERT INTO ac_akses(waktu, pengguna_id, peran, apa, metode, status) VALUES (%s, %s, '', %s, 'POST', %s)",
        (now, pengguna, way, status),
    )

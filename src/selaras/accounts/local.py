"""Local accounts of technical admins: a name and a password of Selaras itself, and a second factor.

Passwords arrive here hashed. Connection first, the rest by keyword; the caller commits.
"""

from __future__ import annotations

import datetime as dt
import re
import uuid
from dataclasses import dataclass
from uuid import UUID

import psycopg

from selaras.accounts.roles import Jenis
from selaras.accounts.scope import Cakupan
from selaras.accounts.services import peran_beri
from selaras.galat import DataError
from selaras.ledger.queries import Queries

ROLES = (Jenis.TEKNISI, Jenis.ADMIN_INSTANSI, Jenis.ADMIN_DINAS)
_NAME = re.compile(r"[a-z][a-z0-9._-]{2,49}")
_sql = Queries(__file__)


@dataclass(frozen=True, slots=True)
class AkunLokal:
    """A local account as a list shows it."""

    nama: str
    peran: str
    aktif: bool
    faktor: bool
    terakhir: dt.datetime | None


def local_create(
    connection: psycopg.Connection, oleh: Cakupan, *, nama: str, sandi: str, jenis: Jenis, today: dt.date
) -> UUID:
    """Make an account with one role. Raises `DataError` for a name that can not be or is taken."""
    name = local_name(nama)
    if jenis not in ROLES:
        raise DataError(f"{jenis.nama} tidak memakai akun lokal.", langkah="Beri peran kepada orangnya.")
    row = connection.execute(
        "INSERT INTO ac_pengguna(id, username, email, nama, is_active, password, dibuat) "
        "VALUES (%s, %s, '', %s, true, %s, now()) ON CONFLICT (username) DO NOTHING RETURNING id",
        (uuid.uuid4(), name, name, sandi),
    ).fetchone()
    if row is None:
        raise DataError(f"Nama {name} sudah dipakai.", langkah="Pilih nama lain, atau ganti sandinya.")
    user = UUID(str(row[0]))
    peran_beri(connection, oleh, pengguna=user, jenis=jenis, mulai=today)
    return user


def local_name(nama: str) -> str:
    """Return a name as it is kept. Raises `DataError`; numbers of people are no names."""
    name = nama.strip().lower()
    if not _NAME.fullmatch(name):
        raise DataError(
            "Nama pengguna ini tidak bisa dipakai.",
            langkah="3 sampai 50 huruf kecil, angka, titik atau garis; dimulai dengan huruf.",
        )
    return name


def local_password(connection: psycopg.Connection, *, nama: str, sandi: str) -> None:
    """Set another password and open the account again; whoever is signed in with it stays in no longer."""
    _one(connection, "UPDATE ac_pengguna SET password = %s, is_active = true", sandi, nama)


def local_close(connection: psycopg.Connection, *, nama: str) -> None:
    """Shut an account: no page opens any more, at once."""
    _one(connection, "UPDATE ac_pengguna SET is_active = %s", False, nama)


def local_reset(connection: psycopg.Connection, *, nama: str) -> None:
    """Forget the second factor: it is set up anew at the next sign-in."""
    connection.execute(
        "DELETE FROM mfa_authenticator WHERE user_id = %s",
        (_one(connection, "UPDATE ac_pengguna SET is_active = (is_active OR %s)", False, nama),),
    )


def local_list(connection: psycopg.Connection) -> list[AkunLokal]:
    """List the local accounts, the open ones first."""
    return [AkunLokal(*row) for row in connection.execute(_sql("lokal"))]


def _one(connection: psycopg.Connection, update: str, value: object, nama: str) -> UUID:
    row = connection.execute(
        f"{update} WHERE username = %s AND orang_id IS NULL AND password LIKE '%%$%%' RETURNING id".encode(),
        (value, nama.strip().lower()),
    ).fetchone()
    if row is None:
        raise DataError("Akun lokal dengan nama itu tidak ada.", langkah="Lihat «selaras akun daftar».")
    return UUID(str(row[0]))

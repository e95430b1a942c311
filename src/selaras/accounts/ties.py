"""Accounts of belajar.id: whom they are found by, and the tie that is made once with a one-time code.

A tie is a row of allauth's `socialaccount_socialaccount`. Its `uid` is a hash of issuer and `sub`: neither can be read
from it, and another issuer that gives the same `sub` to somebody else is another account.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from uuid import UUID

import psycopg

from selaras.accounts.refusal import Refusal, Refused
from selaras.ledger.queries import Queries

_sql = Queries(__file__)


def uid_of(issuer: str, sub: str) -> str:
    """Name an account of an issuer."""
    return hashlib.sha256(f"{issuer}\0{sub}".encode("utf-8", "surrogatepass")).hexdigest()


def tied(connection: psycopg.Connection, *, penyedia: str, uid: str, now: dt.datetime) -> int | None:
    """Return the person to whom an account was tied, and note that it was used; None when it never was."""
    row = connection.execute(
        "UPDATE socialaccount_socialaccount s SET last_login = %s FROM ac_pengguna p "
        "WHERE s.user_id = p.id AND s.provider = %s AND s.uid = %s RETURNING p.orang_id",
        (now, penyedia, uid),
    ).fetchone()
    return row[0] if row else None


def tie(connection: psycopg.Connection, *, penyedia: str, uid: str, pengguna: UUID, now: dt.datetime) -> None:
    """Tie an account to a user, in place of whatever either was tied to: the code just used proves who it is."""
    connection.execute(
        "DELETE FROM socialaccount_socialaccount WHERE provider = %s AND (uid = %s OR user_id = %s)",
        (penyedia, uid, pengguna),
    )
    connection.execute(
        "INSERT INTO socialaccount_socialaccount(provider, uid, last_login, date_joined, extra_data, user_id) "
        "VALUES (%s, %s, %s, %s, '{}', %s)",
        (penyedia, uid, now, now, pengguna),
    )


def orang_by_nuptk(connection: psycopg.Connection, *, instansi: int, nuptk: str) -> int:
    """Find the one person with this NUPTK. Raises `Refused` for nobody and for several."""
    rows = connection.execute(
        "SELECT DISTINCT orang_id FROM akun WHERE instansi_id = %s AND nuptk = %s "
        "AND orang_id IS NOT NULL AND NOT usang",
        (instansi, nuptk),
    ).fetchall()
    found = _only(rows)
    if found is None:
        raise Refused(Refusal.TIDAK_DIKENAL, "NUPTK pada akun itu belum ada di data kami.")
    return found


def orang_by_email(connection: psycopg.Connection, *, instansi: int, email: str) -> int | None:
    """Find the person whose account of belajar.id Ruang GTK names. None for nobody; `Refused` for several."""
    rows = connection.execute(_sql("orang_email"), {"instansi": instansi, "email": email}).fetchall()
    return _only(rows)


def _only(rows: list[tuple[int]]) -> int | None:
    if len(rows) > 1:
        raise Refused(Refusal.GANDA, "Akun itu cocok dengan dua orang di data kami.")
    return rows[0][0] if rows else None

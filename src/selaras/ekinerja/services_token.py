"""Bearer tokens of the API: shown once, kept as a digest, each with a holder and an end."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from dataclasses import dataclass

from selaras.config.clock import now
from selaras.ekinerja.aturan import Connection, told

UMUR = dt.timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Pemegang:
    """Who calls, and for which instansi."""

    instansi: int
    nip: str | None
    berlaku_sampai: dt.datetime


def token_buat(
    connection: Connection, *, instansi: int, nip: str | None = None, berlaku_sampai: dt.datetime | None = None
) -> str:
    """Make a token and return it: the only time that it can be seen. It lasts 30 days unless said otherwise.

    nip: the admin who holds it; None for a rehearsal that has nobody.
    """
    kini = now()
    token = secrets.token_urlsafe(32)
    with told(connection, {}, "Masa berlaku token harus sesudah saat ini."):
        connection.execute(
            "INSERT INTO ek_token(jejak, instansi_id, nip, dibuat, berlaku_sampai) VALUES (%s, %s, %s, %s, %s)",
            (_jejak(token), instansi, nip, kini, berlaku_sampai or kini + UMUR),
        )
    return token


def token_periksa(connection: Connection, token: str) -> Pemegang | None:
    """Return the holder of a token, None when it is unknown or has expired."""
    row = connection.execute(
        "SELECT instansi_id, nip, berlaku_sampai FROM ek_token WHERE jejak = %s AND berlaku_sampai > %s",
        (_jejak(token), now()),
    ).fetchone()
    return Pemegang(*row) if row else None


def _jejak(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()

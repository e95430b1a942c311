"""Bearer tokens of the API: shown once, kept as a digest, each with a holder and an end."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from dataclasses import dataclass

from selaras.config.clock import now
from selaras.pmm.aturan import told
from selaras.pmm.queries import Connection

UMUR = dt.timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Pemegang:
    """Who calls, and for which instansi."""

    instansi: int
    sumber: str | None  # None: reads what changed; else only records activities, under this name
    berlaku_sampai: dt.datetime


def token_buat(
    connection: Connection,
    *,
    instansi: int,
    pemegang: str | None = None,
    sumber: str | None = None,
    berlaku_sampai: dt.datetime | None = None,
) -> str:
    """Make a token and return it: the only time that it can be seen. It lasts 30 days unless said otherwise.

    sumber: name of the course or event platform that records activities with it, and can read nothing; None: a token
    that reads what changed, and can record nothing. pemegang: who holds it.
    """
    kini = now()
    token = secrets.token_urlsafe(32)
    with told(connection, {}, "Token tidak dapat dibuat: periksa masa berlaku dan nama sumbernya."):
        connection.execute(
            "INSERT INTO pm_token(jejak, instansi_id, pemegang, sumber, dibuat, berlaku_sampai) "
            "VALUES (%s, %s, %s, %s, %s, %s)",
            (_jejak(token), instansi, pemegang, sumber, kini, berlaku_sampai or kini + UMUR),
        )
    return token


def token_periksa(connection: Connection, token: str) -> Pemegang | None:
    """Return the holder of a token, None when it is unknown or has expired."""
    row = connection.execute(
        "SELECT instansi_id, sumber, berlaku_sampai FROM pm_token WHERE jejak = %s AND berlaku_sampai > %s",
        (_jejak(token), now()),
    ).fetchone()
    return Pemegang(*row) if row else None


def _jejak(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()

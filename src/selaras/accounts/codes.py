"""One-time codes that an operator hands out: 60 random bits, kept as a hash, used once, for a few days.

>>> normal(" abcd-efgh jkmn ")
'ABCDEFGHJKMN'
>>> tampil("ABCDEFGHJKMN")
'ABCD-EFGH-JKMN'
"""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

import psycopg

from selaras.accounts.roles import Izin
from selaras.accounts.scope import Cakupan
from selaras.galat import DataError

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # nothing that is read as another: I, L, O, 0, 1
LENGTH = 12
VALID = dt.timedelta(days=7)
UNKNOWN = "Kode ini tidak dikenal, sudah dipakai, atau sudah lewat waktunya."


@dataclass(frozen=True, slots=True)
class Kode:
    """A code as it is printed once, and whose it is."""

    orang: int
    nama: str
    kode: str
    berlaku_sampai: dt.datetime


def normal(text: str) -> str:
    """Return what was typed without case and whatever no code has: blanks, hyphens."""
    return "".join(sign for sign in text.upper() if sign in ALPHABET)


def tampil(kode: str) -> str:
    """Return a code in groups of four."""
    return "-".join(kode[start : start + 4] for start in range(0, len(kode), 4))


def kode_buat(
    connection: psycopg.Connection, oleh: Cakupan, *, sekolah: int, orang: Sequence[int] | None, now: dt.datetime
) -> list[Kode]:
    """Make codes for people of a school (None: all), each in place of his open one. They can be read only now.

    One transaction of the caller. Raises `Forbidden` elsewhere than at one's own school.
    """
    oleh.perlu(Izin.KODE_MASUK, sekolah=sekolah)
    people = connection.execute(
        "SELECT orang_id, coalesce(nama, '') FROM potret WHERE sekolah_id = %s AND instansi_id = %s AND aktif "
        "AND (%s::int[] IS NULL OR orang_id = ANY (%s::int[])) ORDER BY nama, orang_id",
        (sekolah, oleh.instansi, None if orang is None else list(orang), None if orang is None else list(orang)),
    ).fetchall()
    until = now + VALID
    made = [Kode(one, name, "".join(secrets.choice(ALPHABET) for _ in range(LENGTH)), until) for one, name in people]
    connection.execute(
        "DELETE FROM ac_kode WHERE dipakai IS NULL AND orang_id = ANY (%s)", ([one.orang for one in made],)
    )
    with (
        connection.cursor() as cursor,
        cursor.copy(
            "COPY ac_kode(jejak, orang_id, sekolah_id, dibuat, dibuat_oleh_id, berlaku_sampai) FROM STDIN"
        ) as copy,
    ):
        for one in made:
            copy.write_row((_jejak(one.kode), one.orang, sekolah, now, oleh.pengguna, until))
    return made


def kode_pakai(connection: psycopg.Connection, *, kode: str, now: dt.datetime) -> int:
    """Use a code up and return whose it is. Commits nothing. Raises `DataError` with one sentence for every reason."""
    row = connection.execute(
        "UPDATE ac_kode SET dipakai = %s WHERE jejak = %s AND dipakai IS NULL AND berlaku_sampai > %s "
        "RETURNING orang_id",
        (now, _jejak(normal(kode)), now),
    ).fetchone()
    if row is None:
        raise DataError(UNKNOWN, langkah="Periksa ketikannya, atau minta kode baru kepada operator sekolah.")
    return int(row[0])


def _jejak(kode: str) -> bytes:
    return hashlib.sha256(b"selaras-kode:" + kode.encode()).digest()

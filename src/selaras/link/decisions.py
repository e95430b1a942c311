"""What people decide about pairs: two accounts are one person, a unit is a school. Everything can be undone."""

from __future__ import annotations

from typing import Any

import psycopg
from psycopg.rows import dict_row

from selaras.galat import DataError
from selaras.ledger.queries import Queries

_sql = Queries(__file__, "sql_putusan")


def suggestions(connection: psycopg.Connection, *, instansi: int) -> list[dict[str, Any]]:
    """List the pairs of accounts that wait for a decision, the likeliest first."""
    return _rows(connection, "usul_orang", instansi)


def unit_suggestions(connection: psycopg.Connection, *, instansi: int) -> list[dict[str, Any]]:
    """List the units that may be a school, the sure ones first."""
    return _rows(connection, "usul_unor", instansi)


def decided(connection: psycopg.Connection, *, instansi: int) -> list[dict[str, Any]]:
    """List the decisions in force."""
    return _rows(connection, "putusan", instansi)


def decide(
    connection: psycopg.Connection, *, instansi: int, akun: tuple[int, int], sama: bool, oleh: str, alasan: str | None
) -> None:
    """Decide that two accounts are, or are not, one person. A link made before under the other answer is loosened."""
    a, b = sorted(akun)
    known = connection.execute(
        "SELECT count(*) FROM akun WHERE instansi_id = %s AND id IN (%s, %s)", (instansi, a, b)
    ).fetchone()
    if a == b or known is None or known[0] != 2:
        raise DataError(f"Pasangan akun {a} dan {b} tidak ada.", langkah="Lihat nomornya dengan «selaras padan».")
    connection.execute(
        "UPDATE padan_orang SET dibatalkan = now(), dibatalkan_oleh = %s "
        "WHERE akun_a = %s AND akun_b = %s AND dibatalkan IS NULL",
        (oleh, a, b),
    )
    connection.execute(
        "INSERT INTO padan_orang(instansi_id, akun_a, akun_b, sama, oleh, alasan) VALUES (%s, %s, %s, %s, %s, %s)",
        (instansi, a, b, sama, oleh, alasan),
    )
    if not sama:
        _loosen(connection, a, b)


def undo(connection: psycopg.Connection, *, instansi: int, putusan: int, oleh: str, alasan: str | None = None) -> None:
    """Take a decision back; the accounts are linked anew by their numbers."""
    row = connection.execute(
        "UPDATE padan_orang SET dibatalkan = now(), dibatalkan_oleh = %s, dibatalkan_alasan = %s "
        "WHERE id = %s AND instansi_id = %s AND dibatalkan IS NULL RETURNING akun_a, akun_b",
        (oleh, alasan, putusan, instansi),
    ).fetchone()
    if row is None:
        raise DataError(
            f"Keputusan nomor {putusan} tidak ada atau sudah dibatalkan.", langkah="Lihat daftarnya: selaras padan."
        )
    _loosen(connection, *row)


def _loosen(connection: psycopg.Connection, a: int, b: int) -> None:
    """Let go of the account of the school side, and of every account that followed it, so that linking decides anew."""
    connection.execute(_sql("lupa"), {"a": a, "b": b})
    connection.execute(_sql("lepas"), {"a": a, "b": b})


def accept_sure_units(connection: psycopg.Connection, *, instansi: int, oleh: str) -> int:
    """Accept every sure suggestion of a unit at once."""
    return connection.execute(_sql("terima_pasti"), {"instansi": instansi, "oleh": oleh}).rowcount


def assign_unit(
    connection: psycopg.Connection,
    *,
    instansi: int,
    unor: int,
    npsn: str | None,
    oleh: str,
    alasan: str | None = None,
) -> None:
    """Decide which school a unit is (or, without NPSN, that it is none)."""
    sekolah = None
    if npsn:
        row = connection.execute(
            "SELECT id FROM sekolah WHERE instansi_id = %s AND npsn = %s", (instansi, npsn)
        ).fetchone()
        if row is None:
            raise DataError(f"NPSN {npsn} tidak dikenal.", langkah="Impor data sekolahnya lebih dulu.")
        sekolah = row[0]
    known = connection.execute("SELECT 1 FROM unor WHERE id = %s AND instansi_id = %s", (unor, instansi)).fetchone()
    if known is None:
        raise DataError(f"UNOR nomor {unor} tidak ada.", langkah="Lihat nomornya dengan «selaras padan unor».")
    release_unit(connection, instansi=instansi, unor=unor, oleh=oleh)
    connection.execute(
        "INSERT INTO padan_unor(instansi_id, unor_id, sekolah_id, oleh, alasan) VALUES (%s, %s, %s, %s, %s)",
        (instansi, unor, sekolah, oleh, alasan),
    )


def release_unit(connection: psycopg.Connection, *, instansi: int, unor: int, oleh: str) -> bool:
    """Take the decision about a unit back; the map speaks again."""
    released = connection.execute(
        "UPDATE padan_unor SET dibatalkan = now(), dibatalkan_oleh = %s "
        "WHERE unor_id = %s AND instansi_id = %s AND dibatalkan IS NULL",
        (oleh, unor, instansi),
    )
    return released.rowcount > 0


def _rows(connection: psycopg.Connection, name: str, instansi: int) -> list[dict[str, Any]]:
    with connection.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(_sql(name), {"instansi": instansi}).fetchall()

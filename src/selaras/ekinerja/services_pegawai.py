"""People and units: what SIASN says of them, and which unit is which school."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import psycopg

from selaras.config.clock import now
from selaras.ekinerja.aturan import told
from selaras.ekinerja.bungkus import bungkus
from selaras.ekinerja.queries import sql
from selaras.galat import DataError

Connection = psycopg.Connection[Any]
_PADAN = {"ek_unor_padan": "NPSN ini sudah padan dengan unor aktif yang lain. Nonaktifkan atau lepaskan unor itu dulu."}
_UNOR = "Unor tidak dapat disimpan: nama kosong atau unor atasan tidak terdaftar."
_LINGKAR = """
WITH RECURSIVE atas AS (
  SELECT atasan_id FROM ek_unor WHERE instansi_id = %(instansi)s AND id = %(atasan)s
  UNION SELECT u.atasan_id FROM ek_unor u JOIN atas ON u.instansi_id = %(instansi)s AND u.id = atas.atasan_id)
SELECT %(atasan)s::text = %(id)s::text OR EXISTS (SELECT FROM atas WHERE atasan_id = %(id)s)
"""


def pegawai_sinkron_asn(connection: Connection, *, instansi: int, pegawai: Sequence[Mapping[str, Any]]) -> int:
    """Take over what SIASN says ("Sinkronisasi ASN"); return how many people. New people are added.

    Each: nip, and any of nama (needed for a new person), nik, jabatan, jenis_jabatan, golru, jenis_pegawai, unor_id,
    atasan_nip, aktif, kepala; what is missing or None stays as it was.
    """
    rule = "Data pegawai dari SIASN tidak lengkap: NIP harus 18 angka dan nama harus ada."
    params = {"instansi": instansi, "waktu": now(), "pegawai": bungkus(pegawai)}
    with told(connection, {"21000": "NIP yang sama muncul dua kali dalam satu sinkronisasi."}, rule):
        try:
            return connection.execute(sql("sql_layanan", "sinkron_asn"), params).rowcount
        except psycopg.errors.CardinalityViolation:
            raise DataError("NIP yang sama muncul dua kali dalam satu sinkronisasi.") from None


def unor_simpan(
    connection: Connection,
    *,
    instansi: int,
    id: str,
    nama: str,
    induk: str | None = None,
    atasan_id: str | None = None,
    npsn: str | None = None,
    aktif: bool = True,
) -> None:
    """Add a unit, or change it. Raises `DataError` below itself, or when the school has another active unit."""
    row = connection.execute(_LINGKAR, {"instansi": instansi, "atasan": atasan_id, "id": id}).fetchone()
    if row and row[0]:
        raise DataError("Unor tidak boleh berada di bawah dirinya sendiri.")
    with told(connection, _PADAN, _UNOR):
        connection.execute(
            "INSERT INTO ek_unor(instansi_id, id, nama, induk, atasan_id, npsn, aktif) "
            "VALUES (%s, %s, nullif(%s, ''), %s, %s, %s, %s) ON CONFLICT (instansi_id, id) DO UPDATE SET "
            "(nama, induk, atasan_id, npsn, aktif) = "
            "(EXCLUDED.nama, EXCLUDED.induk, EXCLUDED.atasan_id, EXCLUDED.npsn, EXCLUDED.aktif)",
            (instansi, id, nama, induk, atasan_id, npsn or None, aktif),
        )
        connection.execute("SET CONSTRAINTS ALL IMMEDIATE")


def unor_padankan(connection: Connection, *, instansi: int, id: str, npsn: str | None) -> None:
    """Tie a unit to a school by NPSN, or untie it (None)."""
    with told(connection, _PADAN, _UNOR):
        _one(
            connection.execute(
                "UPDATE ek_unor SET npsn = %s WHERE instansi_id = %s AND id = %s", (npsn or None, instansi, id)
            ).rowcount
        )


def unor_aktifkan(connection: Connection, *, instansi: int, id: str, aktif: bool = True) -> None:
    """Make a unit active, or inactive."""
    with told(connection, _PADAN, _UNOR):
        _one(
            connection.execute(
                "UPDATE ek_unor SET aktif = %s WHERE instansi_id = %s AND id = %s", (aktif, instansi, id)
            ).rowcount
        )


def _one(changed: int) -> None:
    if changed != 1:
        raise DataError("Unor ini tidak terdaftar di e-Kinerja.")

"""SKP by hand, as an employee and his superior make them in e-Kinerja; the sync goes through `tulis`."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final
from uuid import UUID

import psycopg

from selaras.config.clock import now
from selaras.ekinerja.aturan import Connection, skp_terbuka, told, wajib_alasan
from selaras.ekinerja.bungkus import bungkus
from selaras.ekinerja.kode import pesan
from selaras.ekinerja.queries import sql
from selaras.ekinerja.services_tulis import lock
from selaras.galat import DataError, Stop

_SALAH: Final = {
    "ek_skp_hidup": "SKP pegawai ini di unor dan mulai tanggal itu sudah ada.",
    "23503": "Unor SKP tidak terdaftar di e-Kinerja.",
}
_UMUM: Final = "SKP tidak dapat disimpan: periksa jabatan, pendekatan, dan tanggalnya (dalam tahun SKP)."


def skp_buat(
    connection: Connection,
    *,
    instansi: int,
    nip: str,
    tahun: int,
    unor_id: str,
    mulai: dt.date,
    selesai: dt.date,
    jabatan: str,
    pendekatan: str = "kuantitatif",
    plt: bool = False,
    atasan_nip: str | None = None,
) -> str:
    """Make a draft and return its id. Raises `DataError` when refused, `Stop` when the year of the person is final."""
    lock(connection, instansi, [nip])
    pegawai = _pegawai(connection, instansi, nip, tahun)
    params = {
        "instansi": instansi, "pegawai": pegawai, "tahun": tahun, "unor": unor_id, "mulai": mulai, "selesai": selesai,
        "jabatan": jabatan, "pendekatan": pendekatan, "plt": plt, "atasan": atasan_nip, "waktu": now(),
    }  # fmt: skip
    with told(connection, _SALAH, _UMUM):
        row = connection.execute(sql("sql_layanan", "skp"), params).fetchone()
    return str(row[0]) if row else ""


def skp_ajukan(connection: Connection, *, instansi: int, skp_id: str) -> int:
    """Hand a draft to the superior; return the new version."""
    return _move(connection, instansi, skp_id, "draft", "diajukan")


def skp_setujui(connection: Connection, *, instansi: int, skp_id: str) -> int:
    """Agree to what was handed in; return the new version."""
    return _move(connection, instansi, skp_id, "diajukan", "persetujuan")


def skp_kembalikan(connection: Connection, *, instansi: int, skp_id: str) -> int:
    """Give back what was handed in: it is a draft again; return the new version."""
    return _move(connection, instansi, skp_id, "diajukan", "draft")


def skp_tarik(connection: Connection, *, instansi: int, skp_id: str, alasan: str) -> None:
    """Withdraw an SKP with its ratings, for a reason. Nothing is deleted."""
    alasan = wajib_alasan(alasan)
    skp = skp_terbuka(connection, instansi, skp_id)
    row = bungkus([{"i": 0, "id": str(skp.id), "alasan": alasan}])
    connection.execute(sql("sql_tulis", "tarik_skp"), {"waktu": now(), "operasi": row})


def _move(connection: Connection, instansi: int, skp_id: str, dari: str, ke: str) -> int:
    skp = skp_terbuka(connection, instansi, skp_id)
    if skp.status != dari:
        raise DataError(f"Status SKP ini {skp.status}, bukan {dari}.")
    connection.execute(
        "UPDATE ek_skp SET status = %s, versi = versi + 1, diubah = %s WHERE id = %s", (ke, now(), skp.id)
    )
    return skp.versi + 1


def _pegawai(connection: psycopg.Connection[Any], instansi: int, nip: str, tahun: int) -> UUID:
    row = connection.execute(
        "SELECT g.id, f.id FROM ek_pegawai g LEFT JOIN ek_final f ON f.pegawai_id = g.id AND f.tahun = %s "
        "AND f.dibuka_pada IS NULL WHERE g.instansi_id = %s AND g.nip = %s",
        (tahun, instansi, nip),
    ).fetchone()
    if row is None:
        raise DataError(pesan("EK5"))
    if row[1] is not None:
        raise Stop(pesan("EK4"), langkah="Buka kembali laporan akhir dengan alasan dan persetujuan.")
    return UUID(str(row[0]))

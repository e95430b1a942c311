"""What the pages show: a profile, an SKP with all that hangs on it, the staff of a head, the lists of the admin.

Every query stands on its own under row-level security: whoever is asked about but may not be seen is simply not there.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID

from psycopg.rows import dict_row

from selaras.ekinerja.aturan import Connection
from selaras.ekinerja.queries import sql

Row = dict[str, Any]
SEBANYAK = 50  # rows on a page of a list


class Potongan(NamedTuple):
    """One page of a list, and how many rows the whole list has."""

    baris: list[Row]
    semua: int


def pegawai(connection: Connection, *, instansi: int, nip: str | None = None, id: UUID | None = None) -> Row | None:
    """Return the profile of a person, found by NIP or id."""
    return _one(connection, "pegawai", {"instansi": instansi, "nip": nip, "id": id})


def skp_daftar(connection: Connection, *, instansi: int, pegawai: Sequence[UUID]) -> list[Row]:
    """Return the live SKP of a person, the newest first."""
    return _all(connection, "skp_daftar", {"instansi": instansi, "pegawai": list(pegawai)})


def skp_satu(connection: Connection, *, instansi: int, skp: UUID) -> Row | None:
    """Return a live SKP with its lists `rhk` (realisasi and bukti in each) and `penilaian` (every period)."""
    params = {"instansi": instansi, "skp": skp}
    found = _one(connection, "skp_satu", params)
    if found is not None:
        found["rhk"] = _all(connection, "skp_rhk", params)
        found["penilaian"] = _all(connection, "skp_penilaian", params)
    return found


def bawahan(connection: Connection, *, instansi: int, pegawai: Sequence[UUID], tahun: int) -> list[Row]:
    """Return these people with their SKP of a year: what waits for a word first, at most 500 rows."""
    return _all(connection, "bawahan", {"instansi": instansi, "pegawai": list(pegawai), "tahun": tahun})


def pegawai_cari(connection: Connection, *, instansi: int, cari: str, halaman: int) -> Potongan:
    """Search people by NIP, name or unit."""
    return _page(connection, "pegawai_cari", {"instansi": instansi}, cari, halaman)


def unor_cari(connection: Connection, *, instansi: int, cari: str, hanya: str, halaman: int) -> Potongan:
    """Search units; hanya: '' all, 'belum' active without NPSN, 'mati' inactive."""
    return _page(connection, "unor_cari", {"instansi": instansi, "hanya": hanya}, cari, halaman)


def log_cari(
    connection: Connection,
    *,
    instansi: int,
    tahun: int,
    cari: str = "",
    hasil: str = "",
    jenis: str = "",
    nip: Sequence[str] | None = None,
    halaman: int = 1,
) -> Potongan:
    """Search Log Sinkronisasi, the newest first; `nip` narrows it to some people."""
    params = {"instansi": instansi, "tahun": tahun, "hasil": hasil, "jenis": jenis, "nip": nip and list(nip)}
    return _page(connection, "log_cari", params, cari, halaman)


def siap_sinkro(
    connection: Connection, *, instansi: int, tahun: int, slot: int, kurang: bool, cari: str, halaman: int
) -> Potongan:
    """List people whose SKP was synced; kurang: only those with fewer than `slot` ratings."""
    params = {"instansi": instansi, "tahun": tahun, "slot": slot, "kurang": kurang}
    return _page(connection, "siap_sinkro", params, cari, halaman)


def tugas(connection: Connection, *, instansi: int, hari: dt.date) -> list[Row]:
    """List acting heads, those in office first; at most 500."""
    return _all(connection, "tugas", {"instansi": instansi, "hari": hari})


def periode(connection: Connection, *, instansi: int) -> list[Row]:
    """List Manajemen Periode, and whether anything refers to a period."""
    return _all(connection, "periode", {"instansi": instansi})


def dokumen(connection: Connection, *, instansi: int, skp: UUID, slot: int) -> Row | None:
    """Return the newest dokumen evaluasi of an SKP in a period."""
    return _one(connection, "dokumen", {"instansi": instansi, "skp": skp, "slot": slot})


def final(connection: Connection, *, instansi: int, pegawai: UUID, tahun: int) -> list[Row]:
    """List the locks of a person's year, the newest first."""
    return _all(connection, "final", {"instansi": instansi, "pegawai": pegawai, "tahun": tahun})


def _page(connection: Connection, query: str, params: Row, cari: str, halaman: int) -> Potongan:
    cari = cari.strip()
    pola = "%" + cari.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    params = params | {"cari": cari, "pola": pola, "batas": SEBANYAK, "lewati": SEBANYAK * (halaman - 1)}
    found = _all(connection, query, params)
    return Potongan(found, found[0]["semua"] if found else 0)


def _one(connection: Connection, query: str, params: Row) -> Row | None:
    return next(iter(_all(connection, query, params)), None)


def _all(connection: Connection, query: str, params: Row) -> list[Row]:
    with connection.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(sql("sql_halaman", query), params).fetchall()

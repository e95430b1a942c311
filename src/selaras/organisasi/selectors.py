"""Reading who and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg.rows import class_row


@dataclass(frozen=True, slots=True)
class Instansi:
    """The instansi that a data folder serves."""

    id: int
    nama: str
    jenis: str  # latihan | nyata
    target: str
    hanya_baca: bool
    tipe_periodik: str
    tahun: int
    kantor: str
    pengaturan: dict[str, Any]

    @property
    def latihan(self) -> bool:
        """Say whether everything in the folder is invented."""
        return self.jenis == "latihan"


def instansi_get(connection: psycopg.Connection) -> Instansi | None:
    """Return the instansi of the folder, None before `selaras mulai`."""
    with connection.cursor(row_factory=class_row(Instansi)) as cursor:
        return cursor.execute("SELECT * FROM instansi ORDER BY id LIMIT 1").fetchone()


def pmm_bawaan(instansi: Instansi | None) -> bool:
    """Say whether the instansi has declared Selaras its PMM (a rehearsal does); else Ruang GTK itself is in use."""
    return instansi is not None and instansi.pengaturan.get("pmm") == "bawaan"


def sekolah_id(connection: psycopg.Connection, *, instansi: int, npsn: str) -> int | None:
    """Find a school by NPSN."""
    row = connection.execute("SELECT id FROM sekolah WHERE instansi_id = %s AND npsn = %s", (instansi, npsn)).fetchone()
    return row[0] if row else None


def orang_id(connection: psycopg.Connection, *, instansi: int, nip: str) -> int | None:
    """Find a person by any NIP that any side has for him."""
    row = connection.execute(
        "SELECT orang_id FROM akun WHERE instansi_id = %s AND nip = %s AND orang_id IS NOT NULL "
        "ORDER BY sistem DESC LIMIT 1",
        (instansi, nip),
    ).fetchone()
    return row[0] if row else None

"""Ratings by hand, realisasi and bukti dukung."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from selaras.config.clock import now
from selaras.ekinerja.aturan import Connection, periode_dari, skp_terbuka, told, wajib_alasan
from selaras.ekinerja.queries import sql
from selaras.galat import DataError
from selaras.kinerja import predikat


def penilaian_simpan(
    connection: Connection,
    *,
    instansi: int,
    skp_id: str,
    slot: int,
    hasil_kerja: int,
    perilaku_kerja: int,
    umpan_balik: str | None = None,
    penilai_nip: str | None = None,
    waktu_dinilai: dt.datetime | None = None,
) -> int:
    """Rate an agreed SKP in a period, or rate it anew; the predikat follows the matrix. Return the version."""
    skp = skp_terbuka(connection, instansi, skp_id)
    if skp.status != "persetujuan":
        raise DataError("SKP ini belum disetujui, jadi belum dapat dinilai.")
    waktu = now()
    params = {
        "instansi": instansi, "skp": skp.id, "slot": slot, "hasil": hasil_kerja, "perilaku": perilaku_kerja,
        "periode": periode_dari(connection, instansi, slot, skp.tahun), "waktu": waktu,
        "predikat": predikat.dari(hasil_kerja, perilaku_kerja), "umpan_balik": umpan_balik, "penilai": penilai_nip,
        "dinilai": waktu_dinilai or waktu,
    }  # fmt: skip
    row = connection.execute(sql("sql_layanan", "nilai"), params).fetchone()
    return int(row[0]) if row else 0


def penilaian_tarik(connection: Connection, *, instansi: int, skp_id: str, slot: int, alasan: str) -> None:
    """Withdraw a rating for a reason. Raises `DataError` when there is none; nothing is deleted."""
    alasan = wajib_alasan(alasan)
    skp = skp_terbuka(connection, instansi, skp_id)
    gone = connection.execute(
        "UPDATE ek_penilaian SET ditarik = %(kini)s, diubah = %(kini)s, alasan = %(alasan)s, versi = versi + 1 "
        "WHERE skp_id = %(skp)s AND slot = %(slot)s AND ditarik IS NULL",
        {"kini": now(), "alasan": alasan, "skp": skp.id, "slot": slot},
    ).rowcount
    if gone != 1:
        raise DataError("Penilaian ini belum ada atau sudah ditarik.")


def realisasi_isi(connection: Connection, *, instansi: int, rhk_id: int, periode_id: str, realisasi: str) -> None:
    """Say what came of an RHK in a period."""
    _rhk_terbuka(connection, instansi, rhk_id)
    with told(connection, {}, "Realisasi tidak dapat disimpan: periode tidak ada di Manajemen Periode."):
        connection.execute(
            "INSERT INTO ek_realisasi(rhk_id, instansi_id, periode_id, realisasi, diubah) VALUES (%s, %s, %s, %s, %s) "
            "ON CONFLICT (rhk_id, periode_id) DO UPDATE "
            "SET (realisasi, diubah) = (EXCLUDED.realisasi, EXCLUDED.diubah)",
            (rhk_id, instansi, periode_id, realisasi, now()),
        )


def bukti_tambah(
    connection: Connection, *, instansi: int, rhk_id: int, periode_id: str, judul: str, tautan: str
) -> int:
    """Hang a link to evidence on an RHK in a period; return its id. The same link twice is one."""
    _rhk_terbuka(connection, instansi, rhk_id)
    rule = "Bukti tidak dapat disimpan: perlu judul, tautan http(s), dan periode yang ada."
    with told(connection, {}, rule):
        row = connection.execute(
            "INSERT INTO ek_bukti(rhk_id, instansi_id, periode_id, judul, tautan, ditambah) "
            "VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT (rhk_id, periode_id, tautan) "
            "DO UPDATE SET judul = EXCLUDED.judul RETURNING id",
            (rhk_id, instansi, periode_id, judul.strip(), tautan, now()),
        ).fetchone()
    return int(row[0]) if row else 0


def _rhk_terbuka(connection: Connection, instansi: int, rhk_id: int) -> UUID:
    row: Any = connection.execute(
        "SELECT skp_id FROM ek_rhk WHERE id = %s AND instansi_id = %s AND ditarik IS NULL", (rhk_id, instansi)
    ).fetchone()
    if row is None:
        raise DataError("RHK ini tidak ada di e-Kinerja.")
    return skp_terbuka(connection, instansi, str(row[0])).id

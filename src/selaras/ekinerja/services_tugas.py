"""PLT/PLH: who heads a unit by decree. It lets him see and decide what a definitive head does, as long as it holds."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from selaras.ekinerja.aturan import Connection, told
from selaras.galat import DataError

SEBAGAI = {"plt": "Plt.", "plh": "Plh."}
_SALAH = {
    "ek_tugas_masa": "Tanggal mulai tidak boleh sesudah tanggal selesai.",
    "ek_tugas_satu": "Unor ini sudah punya Plt./Plh. pada tanggal itu. Akhiri dulu yang lama.",
    "23503": "Unor atau pegawai ini tidak terdaftar di e-Kinerja.",
}


def tugas_simpan(
    connection: Connection,
    *,
    instansi: int,
    nip: str,
    unor_id: str,
    sebagai: str,
    nomor_sk: str,
    mulai: dt.date,
    selesai: dt.date | None = None,
) -> str:
    """Record an acting head and return the id. Raises `DataError` for two at a time, an unknown person or unit."""
    row = connection.execute(
        "SELECT id, unor_id, kepala FROM ek_pegawai WHERE instansi_id = %s AND nip = %s AND aktif", (instansi, nip)
    ).fetchone()
    if row is None:
        raise DataError("Pegawai dengan NIP ini tidak ada atau tidak aktif di e-Kinerja.")
    if row[1] == unor_id and row[2]:
        raise DataError("Pegawai ini sudah kepala definitif unor itu.")
    with told(connection, _SALAH, "Plt./Plh. tidak dapat disimpan: periksa nomor SK dan tanggalnya."):
        made = connection.execute(
            "INSERT INTO ek_tugas(instansi_id, pegawai_id, unor_id, sebagai, nomor_sk, mulai, selesai) "
            "VALUES (%s, %s, %s, %s, %s, %s, %s) RETURNING id",
            (instansi, row[0], unor_id, sebagai, nomor_sk.strip(), mulai, selesai),
        ).fetchone()
    return str(made[0]) if made else ""


def tugas_akhiri(connection: Connection, *, instansi: int, id: UUID, selesai: dt.date) -> None:
    """Let an acting headship end on a day. Raises `DataError` when it is unknown or begins later."""
    with told(connection, _SALAH, "Plt./Plh. tidak dapat diakhiri pada tanggal itu."):
        done = connection.execute(
            "UPDATE ek_tugas SET selesai = %s WHERE instansi_id = %s AND id = %s", (selesai, instansi, id)
        ).rowcount
    if done != 1:
        raise DataError("Plt./Plh. ini tidak tercatat di e-Kinerja.")

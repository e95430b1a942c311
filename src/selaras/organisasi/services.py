"""Writing who and where: the instansi of a data folder, its settings."""

from __future__ import annotations

from typing import Any

import orjson
import psycopg

from selaras.galat import Stop
from selaras.organisasi.selectors import Instansi, instansi_get


def instansi_create(
    connection: psycopg.Connection, *, nama: str, jenis: str, tipe_periodik: str, tahun: int, kantor: str
) -> Instansi:
    """Say once and for ever what a data folder is for. Raises `Stop` when it was said otherwise before."""
    known = instansi_get(connection)
    if known and known.jenis != jenis:
        raise Stop(
            f"Folder data ini sudah ditetapkan sebagai folder {known.jenis} dan tidak bisa diubah.",
            langkah="Pakai folder lain dengan SELARAS_DATA=... untuk keperluan lain.",
        )
    if known:
        connection.execute(
            "UPDATE instansi SET nama = %s, tipe_periodik = %s, tahun = %s, kantor = %s WHERE id = %s",
            (nama, tipe_periodik, tahun, kantor, known.id),
        )
    else:
        connection.execute(
            "INSERT INTO instansi(nama, jenis, tipe_periodik, tahun, kantor) VALUES (%s, %s, %s, %s, %s)",
            (nama, jenis, tipe_periodik, tahun, kantor),
        )
    connection.commit()
    made = instansi_get(connection)
    if made is None:
        raise RuntimeError("the instansi just written is not there")
    return made


def instansi_set(connection: psycopg.Connection, *, instansi: int, **settings: Any) -> None:
    """Store settings of the instansi; others stay as they are."""
    connection.execute(
        "UPDATE instansi SET pengaturan = pengaturan || %s::jsonb WHERE id = %s",
        (orjson.dumps(settings).decode(), instansi),
    )


def target_bind(connection: psycopg.Connection, *, instansi: int, target: str, hanya_baca: bool) -> None:
    """Say which connector is the e-Kinerja side of the instansi and whether it may be written."""
    connection.execute("UPDATE instansi SET target = %s, hanya_baca = %s WHERE id = %s", (target, hanya_baca, instansi))

"""A refusal that the sync met before there was anything to write: it too stands in Log Sinkronisasi."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

from selaras.config.clock import now
from selaras.ekinerja.aturan import Connection
from selaras.ekinerja.bungkus import bungkus
from selaras.ekinerja.kode import pesan
from selaras.ekinerja.queries import sql


def log_tolak(connection: Connection, *, instansi: int, tahun: int, tolakan: Sequence[Mapping[str, Any]]) -> None:
    """Write refusals down. Each: nip, nama, jenis ('skp' or 'penilaian'), kode."""
    rows = []
    for satu in tolakan:
        kunci, kalimat = uuid4().hex, pesan(satu["kode"], satu.get("kolom", ""))
        told = {"kunci": kunci, "hasil": "ditolak", "versi": None, "kode": satu["kode"], "pesan": kalimat}
        row = {"kunci": kunci, "nip": satu["nip"], "nama": satu["nama"], "tahun": tahun, "jenis": satu["jenis"]}
        row |= {"aksi": "tulis", "hasil": "ditolak", "kode": satu["kode"], "pesan": kalimat, "jawaban": told}
        rows.append(row)
    if rows:
        params = {"instansi": instansi, "waktu": now(), "operasi": bungkus(rows)}
        connection.execute(sql("sql_tulis", "catat"), params)

"""Activities of the year by hand; the ones that other systems report are in `services_otomatis`."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from selaras.config.clock import now, today
from selaras.galat import DataError, Forbidden
from selaras.pmm.aturan import ASING, bersih, id_dari, kunci, told, wajib
from selaras.pmm.kosakata import KEGIATAN
from selaras.pmm.queries import Connection, sql

_TAUTAN = "Tautan bukti harus alamat http atau https."


def kegiatan_catat(
    connection: Connection,
    *,
    instansi: int,
    oleh: str,
    jenis: str,
    judul: str,
    mulai: dt.date,
    selesai: dt.date | None = None,
    peran: str = "",
    jam: Decimal | None = None,
    poin: int | None = None,
    tautan: str = "",
) -> str:
    """Record an activity of one's own and return its id; said again in the same words, it is the same one.

    Raises `DataError` for a future or impossible one.
    """
    kunci(connection, instansi)
    if jenis not in KEGIATAN:
        raise DataError(f"Jenis kegiatan harus salah satu dari: {', '.join(KEGIATAN.values())}.")
    if mulai > today():
        raise DataError("Kegiatan dicatat sesudah dimulai, bukan sebelumnya.")
    params = {
        "instansi": instansi, "oleh": id_dari(oleh), "tahun": mulai.year, "mulai": mulai, "selesai": selesai,
        "judul": wajib(judul, "Judul kegiatan"), "jenis": jenis, "peran": bersih(peran, "Peran"), "jam": jam,
        "poin": poin, "tautan": bersih(tautan, "Tautan bukti"), "waktu": now(),
    }  # fmt: skip
    rules = {"pm_kegiatan_tautan_check": _TAUTAN, "pm_kegiatan_check1": "Tanggal selesai mendahului tanggal mulai."}
    known = connection.execute(sql("sql_layanan", "kegiatan_sama"), params).fetchone()
    if known is not None:
        return str(known[0])
    with told(connection, rules, "Kegiatan tidak dapat disimpan: periksa tanggal, jam, dan poinnya."):
        row = connection.execute(sql("sql_layanan", "simpan_kegiatan"), params).fetchone()
    if row is None:
        raise Forbidden(ASING)
    return str(row[0])


def kegiatan_tarik(connection: Connection, *, instansi: int, oleh: str, kegiatan_id: str) -> None:
    """Take back an activity that one recorded by hand. What another system reported stays: it knows better."""
    kunci(connection, instansi)
    row = connection.execute(
        "SELECT id, sumber, ditarik FROM pm_kegiatan WHERE id = %s AND instansi_id = %s AND pegawai_id = %s",
        (id_dari(kegiatan_id), instansi, id_dari(oleh)),
    ).fetchone()
    if row is None:
        raise Forbidden(ASING)
    if row[1] != "manual":
        raise DataError("Kegiatan ini dicatat otomatis, jadi hanya dapat diubah oleh sumbernya.")
    if row[2] is None:
        connection.execute("UPDATE pm_kegiatan SET ditarik = %s WHERE id = %s", (now(), row[0]))

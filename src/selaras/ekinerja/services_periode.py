"""Manajemen Periode: what the admin of the instansi may make, and why not.

Source of the rules: the admin manual and the help centre (one Tipe Periodik per instansi, no Angka Periodik twice, one
Final and that without year). The tables hold them too, but for the mixture of tipe, which is told here.
"""

from __future__ import annotations

from typing import Any, Final

import psycopg

from selaras.ekinerja.aturan import told
from selaras.ekinerja.kode import pesan
from selaras.galat import DataError
from selaras.kinerja import periode
from selaras.kinerja.putusan import AturanError

Connection = psycopg.Connection[Any]
_SALAH: Final = {
    "ek_periode_tumpang_tindih": "Periode ini bertumpang tindih dengan periode lain yang setipe.",
    "ek_periode_ganda": "Angka Periodik ini sudah dipakai periode lain yang setipe.",
    "ek_periode_satu_final": "Periode final sudah ada; cukup satu untuk semua tahun.",
}
_UMUM: Final = (
    "Periode tidak dapat disimpan. Periode periodik perlu tipe dan angka (bulanan 1-12, triwulanan 1-4); "
    "periode final tanpa tahun, tipe dan angka; periode awal tidak boleh sesudah periode akhir."
)


def periode_buat(
    connection: Connection,
    *,
    instansi: int,
    nama: str,
    periode_awal: str,
    periode_akhir: str,
    batas_pengisian: str | None = None,
    jenis_periode: str = "periodik",
    tahun: int | None = None,
    tipe_periodik: str | None = None,
    angka_periodik: int | None = None,
) -> str:
    """Make a period and return its id; days as '31-03', tahun None for every year. Raises `DataError` if refused."""
    awal, akhir = _hari_bulan(periode_awal), _hari_bulan(periode_akhir)
    if tipe_periodik is not None:
        _seragam(connection, instansi, tipe_periodik, tahun)
    with told(connection, _SALAH, _UMUM):
        row = connection.execute(
            "INSERT INTO ek_periode(instansi_id, nama, periode_awal, periode_akhir, batas_pengisian, jenis_periode, "
            "tahun, tipe_periodik, angka_periodik) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s) RETURNING id",
            (instansi, nama, awal, akhir, batas_pengisian, jenis_periode, tahun, tipe_periodik, angka_periodik),
        ).fetchone()
    return str(row[0]) if row else ""


def periode_standar(
    connection: Connection, *, instansi: int, tipe: str, tahun: int | None = None, batas_pengisian: str | None = None
) -> list[str]:
    """Make all four triwulan (or twelve months) and the Final at once; return the ids of those that were missing."""
    with connection.transaction():
        have = {slot for slot, when in _slots(connection, instansi) if when is None or when == tahun}
        made = []
        for slot in (*periode.slots(_tipe(tipe)), periode.SETAHUN):
            if slot not in have:
                made.append(_standar(connection, instansi, slot, tahun, batas_pengisian))
    return made


def periode_hapus(connection: Connection, *, instansi: int, id: str) -> None:
    """Remove a period that nothing refers to. Raises `DataError` when something does, or there is none."""
    dipakai = "Periode ini sudah dipakai penilaian dan tidak dapat dihapus."
    with told(connection, {"23503": dipakai, "23001": dipakai}, dipakai):
        gone = connection.execute(
            "DELETE FROM ek_periode WHERE instansi_id = %s AND id::text = %s", (instansi, id)
        ).rowcount
    if gone != 1:
        raise DataError("Periode ini tidak ada di Manajemen Periode.")


def _standar(connection: Connection, instansi: int, slot: int, tahun: int | None, batas: str | None) -> str:
    awal, akhir = periode.rentang(tahun or _BIASA, slot)
    tipe, angka = periode.tipe_angka(slot)
    final = slot == periode.SETAHUN
    return periode_buat(
        connection,
        instansi=instansi,
        nama=periode.nama_panjang(slot).split(" (")[0],
        periode_awal=f"{awal:%d-%m}",
        periode_akhir=f"{akhir:%d-%m}",
        batas_pengisian=batas,
        jenis_periode="final" if final else "periodik",
        tahun=None if final else tahun,
        tipe_periodik=None if final else _NAMA_TIPE[tipe],
        angka_periodik=None if final else angka,
    )


_BIASA: Final = 2023  # no leap year: a period for every year ends on 28 February
_NAMA_TIPE: Final = {periode.BULANAN: "bulanan", periode.TRIWULANAN: "triwulanan"}


def _tipe(text: str) -> int:
    tipe = {name: number for number, name in _NAMA_TIPE.items()}.get(text)
    if tipe is None:
        raise DataError("Tipe periodik harus bulanan atau triwulanan.")
    return tipe


def _slots(connection: Connection, instansi: int) -> list[tuple[int, int | None]]:
    return list(connection.execute("SELECT slot, tahun FROM ek_periode WHERE instansi_id = %s", (instansi,)))


def _seragam(connection: Connection, instansi: int, tipe: str, tahun: int | None) -> None:
    _tipe(tipe)
    connection.execute("SELECT pg_advisory_xact_lock(hashtextextended('ek_periode', %s))", (instansi,))
    other = connection.execute(
        "SELECT FROM ek_periode WHERE instansi_id = %s AND tipe_periodik <> %s "
        "AND (tahun IS NULL OR %s::int IS NULL OR tahun = %s) LIMIT 1",
        (instansi, tipe, tahun, tahun),
    ).fetchone()
    if other is not None:
        raise DataError(pesan("EK3"), langkah="Pakai satu tipe saja: semua bulanan atau semua triwulanan.")


def _hari_bulan(text: str) -> str:
    try:
        hari, bulan = periode.parse_hari_bulan(text)
    except AturanError:
        raise DataError(f"«{text}» bukan hari dan bulan.", langkah="Tulis seperti 31-03.") from None
    return f"{hari:02}-{bulan:02}"

"""Exceptions (X1-X3): somebody is taken out with a reason and dates, by a person, and can be taken back in."""

from __future__ import annotations

import csv
import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg.rows import dict_row

from selaras.galat import DataError
from selaras.kinerja import nip as nip_rules

CODES = ("X1", "X2", "X3")
_COLUMNS = ("nip", "kode", "alasan", "mulai", "sampai")


@dataclass(frozen=True, slots=True)
class Wish:
    """One exception that a person wants."""

    nip: str
    kode: str
    alasan: str
    mulai: dt.date
    sampai: dt.date | None


def read_list(path: Path) -> list[Wish]:
    """Read a list (CSV: nip, kode, alasan, mulai, sampai). Raises `DataError` that names every bad row at once."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise DataError("daftar tidak bisa dibaca.", di_mana=path.name, langkah="Simpan sebagai CSV UTF-8.") from None
    delimiter = ";" if text.partition("\n")[0].count(";") else ","
    reader = csv.DictReader(text.splitlines(), delimiter=delimiter)
    header = [(name or "").strip().lower() for name in reader.fieldnames or []]
    reader.fieldnames = header
    if lacking := [name for name in _COLUMNS[:4] if name not in header]:
        raise DataError(
            f"kolom {', '.join(lacking)} tidak ada.", di_mana=path.name, langkah=f"Kolom: {', '.join(_COLUMNS)}."
        )
    wishes, wrong = [], []
    for number, row in enumerate(reader, start=2):
        try:
            wishes.append(_wish(row))
        except ValueError as error:
            wrong.append(f"baris {number}: {error}")
    if wrong:
        raise DataError(
            "; ".join(wrong), di_mana=path.name, langkah="Perbaiki lalu ulangi; belum ada yang dikecualikan."
        )
    return wishes


def _wish(row: dict[str, str | None]) -> Wish:
    cells = {key: (value or "").strip() for key, value in row.items() if isinstance(value, str | None)}
    if not nip_rules.is_valid(cells["nip"]):
        raise ValueError("NIP tidak sah")
    if cells["kode"].upper() not in CODES:
        raise ValueError(f"kode harus salah satu dari {', '.join(CODES)}")
    if not cells["alasan"]:
        raise ValueError("alasan belum diisi")
    sampai = dt.date.fromisoformat(cells["sampai"]) if cells.get("sampai") else None
    return Wish(
        nip_rules.compact(cells["nip"]),
        cells["kode"].upper(),
        cells["alasan"],
        dt.date.fromisoformat(cells["mulai"]),
        sampai,
    )


def exclude(connection: psycopg.Connection, *, instansi: int, run: int, oleh: str, wishes: list[Wish]) -> int:
    """Take people out. Raises `DataError` when one of them is not known; then nobody is."""
    unknown = []
    for wish in wishes:
        done = connection.execute(
            "INSERT INTO pengecualian(instansi_id, orang_id, kode, alasan, mulai, sampai, oleh, run_id) "
            "SELECT DISTINCT %s::int, orang_id, %s, %s, %s::date, %s::date, %s, %s::int "
            "FROM akun WHERE instansi_id = %s AND nip = %s AND orang_id IS NOT NULL",
            (instansi, wish.kode, wish.alasan, wish.mulai, wish.sampai, oleh, run, instansi, wish.nip),
        ).rowcount
        if not done:
            unknown.append(nip_rules.mask(wish.nip))
    if unknown:
        raise DataError(
            f"NIP ini tidak ada di data: {', '.join(unknown)}.",
            langkah="Periksa daftarnya; belum ada yang dikecualikan.",
        )
    return len(wishes)


def take_back(connection: psycopg.Connection, *, instansi: int, nomor: int, run: int) -> None:
    """End an exception."""
    query = "UPDATE pengecualian SET dicabut_run = %s WHERE id = %s AND instansi_id = %s AND dicabut_run IS NULL"
    if not connection.execute(query, (run, nomor, instansi)).rowcount:
        raise DataError(
            f"Pengecualian nomor {nomor} tidak ada atau sudah dicabut.", langkah="Lihat daftarnya: selaras kecualikan."
        )


def in_force(connection: psycopg.Connection, *, instansi: int) -> list[dict[str, Any]]:
    """List the exceptions in force."""
    with connection.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(
            "SELECT x.id AS nomor, p.nip, p.nama, x.kode, x.alasan, x.mulai, x.sampai, x.oleh "
            "FROM pengecualian x JOIN potret p USING (orang_id) "
            "WHERE x.instansi_id = %s AND x.dicabut_run IS NULL ORDER BY x.id",
            (instansi,),
        ).fetchall()

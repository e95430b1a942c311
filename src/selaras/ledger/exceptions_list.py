"""A whole list of exceptions, checked before anything is written: what is wrong in each row, all of it at once."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import psycopg

from selaras.galat import DataError
from selaras.kinerja import nip as nip_rules
from selaras.ledger.exceptions import CODES, Wish

MOST = 5000  # rows in one list
REASON = 500
_COLUMNS = ("nip", "kode", "alasan", "mulai", "sampai")


@dataclass(frozen=True, slots=True)
class Common:
    """What holds for every row that does not say otherwise."""

    kode: str = ""
    alasan: str = ""
    mulai: dt.date | None = None
    sampai: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what is wanted when nothing is wrong, whom it is about, what is wrong."""

    baris: int
    nip: str  # masked
    salah: tuple[str, ...] = ()
    wish: Wish | None = None
    nama: str | None = None
    sekolah: str | None = None


def check_list(
    connection: psycopg.Connection, *, instansi: int, teks: str, umum: Common, hari_ini: dt.date
) -> list[Row]:
    """Check a pasted list: NIPs one a line, or a table with a heading (nip, kode, alasan, mulai, sampai).

    The connection shows whom the asker may see. Raises `DataError` when there is no row, or too many.
    """
    rows = [_read(number, cells, umum) for number, cells in _cells(teks)]
    if not rows:
        raise DataError("Daftar ini kosong.", langkah="Tempel satu NIP per baris, atau tabel dengan judul kolom nip.")
    if len(rows) > MOST:
        raise DataError(f"Daftar ini lebih dari {MOST} baris.", langkah="Bagi menjadi beberapa daftar.")
    known = _people(connection, instansi, [row.wish.nip for row in rows if row.wish])
    taken = _in_force(connection, instansi, [people[0] for found in known.values() for people in found], hari_ini)
    return list(_judged(rows, known, taken))


def _cells(teks: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Cut the text into cells by column, with the number of the line."""
    lines = [(number, line) for number, line in enumerate(teks.splitlines(), start=1) if line.strip(" \t;,")]
    if not lines:
        return
    head = lines[0][1]
    sign = next((one for one in "\t;," if one in head), "\t")
    names = [name.strip().strip('"').lower() for name in head.split(sign)]
    if "nip" not in names:
        yield from ((number, {"nip": line.strip(" \t;,\"'")}) for number, line in lines)
        return
    for number, line in lines[1:]:
        try:
            cells = next(csv.reader([line], delimiter=sign))
        except csv.Error:  # one cell longer than any list has
            cells = [""]
        yield number, {name: cell.strip() for name, cell in zip(names, cells, strict=False) if name in _COLUMNS}


def _read(number: int, cells: dict[str, str], umum: Common) -> Row:
    wrong: list[str] = []
    nip = nip_rules.compact(cells.get("nip", ""))
    if not nip_rules.is_valid(nip):
        wrong.append("NIP kosong atau tidak sah")
    kode = (cells.get("kode") or umum.kode).upper()
    if kode not in CODES:
        wrong.append(f"kode harus salah satu dari {', '.join(CODES)}")
    alasan = cells.get("alasan") or umum.alasan
    if not alasan:
        wrong.append("alasan belum diisi")
    elif len(alasan) > REASON:
        wrong.append(f"alasan lebih dari {REASON} huruf")
    mulai = _day(cells.get("mulai"), umum.mulai, "mulai", wrong)
    sampai = _day(cells.get("sampai"), umum.sampai, "sampai", wrong)
    if mulai is None and not any("mulai" in one for one in wrong):
        wrong.append("tanggal mulai belum diisi")
    if mulai and sampai and sampai < mulai:
        wrong.append("tanggal sampai mendahului tanggal mulai")
    shown = nip_rules.mask(nip) if nip else ""
    if wrong or mulai is None:
        return Row(number, shown, tuple(wrong))
    return Row(number, shown, wish=Wish(nip, kode, alasan, mulai, sampai))


def _day(text: str | None, common: dt.date | None, name: str, wrong: list[str]) -> dt.date | None:
    if not text:
        return common
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        wrong.append(f"tanggal {name} tidak terbaca, tulis seperti 2025-01-31")
        return None


_Found = list[tuple[int, str | None, str | None]]


def _people(connection: psycopg.Connection, instansi: int, nips: Sequence[str]) -> dict[str, _Found]:
    """Look up who has each NIP on any side, all of them in one query."""
    found: dict[str, _Found] = {}
    rows = connection.execute(
        "SELECT DISTINCT a.nip, p.orang_id, p.nama, coalesce(s.nama, s.npsn) "
        "FROM akun a JOIN potret p USING (orang_id) LEFT JOIN sekolah s ON s.id = p.sekolah_id "
        "WHERE a.instansi_id = %s AND a.nip = ANY (%s)",
        (instansi, list(set(nips))),
    )
    for nip, orang, nama, sekolah in rows:
        found.setdefault(nip, []).append((orang, nama, sekolah))
    return found


def _in_force(
    connection: psycopg.Connection, instansi: int, orang: Sequence[int], hari_ini: dt.date
) -> dict[int, tuple[str, dt.date]]:
    rows = connection.execute(
        "SELECT orang_id, kode, mulai FROM pengecualian WHERE instansi_id = %s AND dicabut_run IS NULL "
        "AND coalesce(sampai >= %s, true) AND orang_id = ANY (%s)",
        (instansi, hari_ini, list(orang)),
    )
    return {number: (kode, mulai) for number, kode, mulai in rows}


def _judged(rows: list[Row], known: dict[str, _Found], taken: dict[int, tuple[str, dt.date]]) -> Iterator[Row]:
    """Say of each readable row who it is, and whether it can be written."""
    seen: dict[int, int] = {}
    for row in rows:
        if row.wish is None:
            yield row
            continue
        people = known.get(row.wish.nip, [])
        if len(people) != 1:
            why = "NIP ini dipakai lebih dari satu orang" if people else "NIP ini tidak ada di data"
            yield replace(row, wish=None, salah=(why,))
            continue
        orang, nama, sekolah = people[0]
        row = replace(row, nama=nama, sekolah=sekolah)
        if orang in seen:
            yield replace(row, wish=None, salah=(f"orang ini sudah ada di baris {seen[orang]}",))
        elif orang in taken:
            kode, mulai = taken[orang]
            yield replace(row, wish=None, salah=(f"sudah dikecualikan ({kode}) sejak {mulai:%d-%m-%Y}",))
        else:
            seen[orang] = row.baris
            yield row

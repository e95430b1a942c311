"""A Daftar Guru that a school's operator drops: judged row by row, only what is his own goes through the intake.

A list of one school is small, so it is read at once; `MOST` keeps it so.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import psycopg

from selaras.connectors.berkas import digest, open_sources
from selaras.connectors.ports import Connector, Context, Heading, Reject, Source, Table
from selaras.connectors.registry import by_name
from selaras.galat import DataError, Stop
from selaras.intake.services import FileImport, file_import, file_known
from selaras.jobs.daftar_guru_baris import Baris, Row, judged, numbers_of, place_of
from selaras.kinerja.nama import sekolah_normal
from selaras.organisasi.selectors import Instansi

KIND = "dapodik_daftar_guru"
MOST = 2000  # rows


@dataclass(frozen=True, slots=True)
class Hasil:
    """What became of the file. `sama`: exactly this file was read before."""

    baris: tuple[Baris, ...]
    sama: bool = False


@dataclass(frozen=True, slots=True)
class Sekolah:
    """The school whose list it has to be."""

    id: int
    npsn: str
    nama: str


def terima(
    connection: psycopg.Connection, path: Path, *, instansi: Instansi, sekolah: Sekolah, run: int, today: dt.date
) -> Hasil:
    """Read the list of one school. One transaction of the caller; when it raises, nothing was kept.

    Raises `DataError` for a file that is no Daftar Guru, that names another school or none, or that is too long, and
    `Stop` when so many rows are gone that somebody has to look.
    """
    connector = by_name(KIND)
    tables = [_held(source, connector) for source in open_sources(path)]
    if not tables:
        raise _no_list(path.name)
    for table in tables:
        _believable(connector.heading(table), instansi, today)
    rows = [row for table in tables for row in _rows(table, connector, instansi.tahun, today)]
    _only_own(rows, sekolah)
    foreign = _elsewhere(connection, rows, instansi=instansi.id, sekolah=sekolah.id)
    told = tuple(judged(row, foreign) for row in rows)
    mark = digest(path)
    if file_known(connection, instansi.id, mark):
        return Hasil(told, sama=True)
    left_out = {(row.sheet, row.line) for row in rows if numbers_of(row) & foreign}
    kept = [_without(table, left_out) for table in tables]
    job = FileImport(path.name, mark, instansi.id, run, instansi.tahun, today)
    try:
        file_import(connection, job, kept, lambda source: connector)
    except Stop as held:
        raise Stop(held.kalimat, langkah="Unduh ulang Daftar Guru secara utuh. Bila memang berkurang sebanyak itu, "
                   "serahkan berkasnya kepada admin dinas.") from held  # fmt: skip
    return Hasil(told)


def _held(source: Source, connector: Connector) -> Table:
    """Hold a table in memory. Raises `DataError` for anything but a Daftar Guru of one school's size."""
    if not isinstance(source, Table) or not connector.recognises(source):
        raise _no_list(source.berkas)
    rows = []
    for row in source.rows:
        rows.append(row)
        if len(rows) > MOST:
            raise DataError(f"Berkas ini lebih dari {MOST} baris, jadi bukan daftar satu sekolah.",
                            langkah="Unduh Daftar Guru sekolah ini saja dari Dapodik.")  # fmt: skip
    return replace(source, rows=rows)


def _believable(heading: Heading, instansi: Instansi, today: dt.date) -> None:
    """Refuse a list of a day to come, which no later list could replace, and one of a rehearsal in a real folder."""
    if heading.ditarik and heading.ditarik.date() > today:
        raise DataError("Tanggal unduh di berkas ini belum terjadi.", langkah="Unduh ulang Daftar Guru dari Dapodik.")
    if "LATIHAN" in (heading.instansi or "").upper() and not instansi.latihan:
        raise DataError("Ini berkas latihan, sedangkan folder ini berisi data nyata.",
                        langkah="Unduh Daftar Guru dari Dapodik.")  # fmt: skip


def _no_list(berkas: str) -> DataError:
    return DataError("Berkas ini bukan Daftar Guru Dapodik.", di_mana=berkas,
                     langkah="Dapodik > unduh Daftar Guru (XLSX), lalu unggah tanpa dibuka di Excel.")  # fmt: skip


def _rows(table: Table, connector: Connector, tahun: int, today: dt.date) -> Iterator[Row]:
    return connector.records(table, connector.heading(table), Context(tahun, today))


def _only_own(rows: Sequence[Row], sekolah: Sekolah) -> None:
    """Refuse the whole file when a row names another school, or when nothing says whose list it is."""
    own = {sekolah.npsn, sekolah_normal(sekolah.nama)}
    places = [(row.line, place_of(row)) for row in rows]
    strange = [line for line, place in places if place and place not in own and sekolah_normal(place) not in own]
    if strange:
        named = ", ".join(map(str, strange[:5])) + (f", dan {len(strange) - 5} lainnya" if len(strange) > 5 else "")
        raise DataError(
            f"Berkas ini memuat sekolah lain (baris {named}). Tidak ada yang disimpan.",
            langkah="Unduh Daftar Guru sekolah Bapak/Ibu sendiri, lalu unggah lagi.",
        )
    if not rows:
        raise DataError("Daftar ini tidak berisi satu baris pun.", langkah="Unduh ulang Daftar Guru dari Dapodik.")
    silent = any(place_of(row) is None for row in rows if not isinstance(row, Reject))
    if silent or not any(place for _, place in places):
        raise DataError(
            "Berkas ini tidak menyebut sekolahnya. Tidak ada yang disimpan.",
            langkah="Jangan menghapus baris judul atau kolom NPSN; unduh ulang Daftar Guru dari Dapodik.",
        )


def _elsewhere(connection: psycopg.Connection, rows: Iterable[Row], *, instansi: int, sekolah: int) -> frozenset[str]:
    """Return the numbers that belong to somebody who is known at another school, and to nobody of this one."""
    asked = sorted(set().union(*map(numbers_of, rows)))
    found = connection.execute(
        "SELECT n.nomor FROM unnest(%s::text[]) AS n(nomor) JOIN akun a ON a.instansi_id = %s AND NOT a.usang "
        "AND (a.nip = n.nomor OR a.nik = n.nomor OR a.nuptk = n.nomor) JOIN potret p USING (orang_id) "
        "GROUP BY 1 HAVING NOT bool_or(coalesce(p.sekolah_id, p.sekolah_ekinerja, %s) = %s)",
        (asked, instansi, sekolah, sekolah),
    )
    return frozenset(str(nomor) for (nomor,) in found)


def _without(table: Table, left_out: Collection[tuple[int, int]]) -> Table:
    return replace(table, rows=[row for row in table.rows if (table.sheet_index, row[0]) not in left_out])

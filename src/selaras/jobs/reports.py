"""Reports of the built-in e-Kinerja: small ones are handed out at once, a worker makes the large ones.

A report has a kind as its name among the papers (`jobs.documents`): laporan:skp:2024, laporan:penilaian:2024:<periode>.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg

from selaras.config import clock
from selaras.documents.laporan_ekinerja import tulis
from selaras.ekinerja.selectors_halaman import periode as periods
from selaras.ekinerja.selectors_laporan import laporan
from selaras.galat import DataError
from selaras.kinerja import periode as slot_periode
from selaras.organisasi.selectors import Instansi

AT_ONCE = 3000  # rows: about three seconds
SHEET = 1_048_000  # rows that a sheet can hold
FIRST, LAST = 2000, 2100
Rows = Iterable[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Report:
    """Which report: 'skp', 'penilaian' (of a period) or 'log', and of which year."""

    apa: str
    tahun: int
    periode: UUID | None = None

    @property
    def kind(self) -> str:
        """Name the report among the papers."""
        return ":".join(("laporan", self.apa, str(self.tahun), *([str(self.periode)] if self.periode else [])))


@dataclass(frozen=True, slots=True)
class Named:
    """A report with the name of its file and its title; the log has none."""

    report: Report
    berkas: str
    judul: str = ""


def read(kind: str) -> Report | None:
    """Return the report of a kind of papers, None when it is no report.

    >>> read("laporan:skp:2024"), read("buku")
    (Report(apa='skp', tahun=2024, periode=None), None)
    """
    first, *rest = kind.split(":")
    if first != "laporan":
        return None
    return Report(rest[0], int(rest[1]), UUID(rest[2]) if len(rest) > 2 else None)


def named(connection: psycopg.Connection[Any], instansi: int, report: Report) -> Named | None:
    """Return a report with its names, None where there is no such year or period."""
    year = report.tahun
    if not FIRST <= year <= LAST:
        return None
    if report.apa == "skp":
        return Named(report, f"laporan-skp-{year}.xlsx", f"SKP Periode Tahun {year}")
    if report.apa == "log":
        return Named(report, f"log-sinkronisasi-{year}.xlsx")
    found = next((p for p in periods(connection, instansi=instansi) if p["id"] == report.periode), None)
    if found is None or found["tahun"] not in (None, year):
        return None
    short = slot_periode.nama(found["slot"])
    words = short.replace("TW", "Triwulan ").replace("Bulan ", "Bulanan ")
    name = f"laporan-penilaian-{short.lower().replace(' ', '-')}-{year}.xlsx"
    return Named(report, name, f"Penilaian SKP Periode {words} Tahun {year}")


def rows(
    connection: psycopg.Connection[Any], instansi: int, report: Report
) -> tuple[tuple[str, ...], Iterator[tuple[str, ...]]]:
    """Return the columns of a report and its rows, to be read within the transaction."""
    about: dict[str, Any] = {"instansi": instansi, "tahun": report.tahun}
    if report.periode:
        about["periode"] = report.periode
    return laporan(connection, report.apa, about)


def peek(found: Iterator[tuple[str, ...]], most: int) -> tuple[Rows, bool]:
    """Return all the rows again, and whether they are few enough to be handed out at once."""
    first = list(islice(found, most + 1))
    return chain(first, found), len(first) <= most


def write(path: Path, instansi: Instansi, names: Named, columns: tuple[str, ...], found: Rows) -> None:
    """Write the workbook in the layout of the real exports."""
    tulis(path, _head(instansi, names.judul), columns, islice(found, SHEET))


def make(connection: psycopg.Connection[Any], instansi: Instansi, report: Report, folder: Path) -> Path:
    """Make a report that was asked for; return where it lies. Raises `DataError` when its period is gone."""
    names = named(connection, instansi.id, report)
    if names is None:
        raise DataError("Periode laporan ini sudah tidak ada.", langkah="Pilih periode lain di halaman Laporan.")
    columns, found = rows(connection, instansi.id, report)
    write(folder / names.berkas, instansi, names, columns, found)
    return folder / names.berkas


def _head(instansi: Instansi, title: str) -> tuple[str, ...]:
    if not title:
        return ()
    return (
        f"Laporan {title}",
        f"Instansi {instansi.nama}",
        f"Periode : {title.partition(' Periode ')[2]}",
        "Unor Induk : ALL",
        "Unor : ALL",
        f"Data ditarik pada : {clock.now():%Y-%m-%d %H:%M:%S}",
        "",
    )

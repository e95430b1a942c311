"""The connector of Laporan SKP."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.connectors.common import heading as kepala
from selaras.connectors.common.dates import waktu
from selaras.connectors.common.rows import header_of, require, rows_of
from selaras.connectors.common.text import tahun_dari, teks_json
from selaras.connectors.ekinerja_laporan_skp.records import COLUMNS, record_of
from selaras.connectors.ports import (
    Capabilities,
    Context,
    Coverage,
    Document,
    Heading,
    Kind,
    Outside,
    Record,
    Reject,
    Side,
    Source,
    Table,
)


class LaporanSkp:
    """One row per SKP: who, which unit, from when to when, agreed or not."""

    name = "ekinerja_laporan_skp"
    title = "Laporan SKP e-Kinerja"
    capabilities = Capabilities(Side.EKINERJA, frozenset({Kind.SKP}), frozenset({"status", "mulai", "selesai", "plt"}))

    def recognises(self, source: Source) -> bool:
        """Say whether this is a Laporan SKP."""
        return COLUMNS.matches(header_of(source)) or bool(_said(source))

    def heading(self, source: Source) -> Heading:
        """Read instansi, year, unit and day of the report."""
        return kepala.baca(source.preamble) if isinstance(source, Table) else _kepala(_said(source))

    def coverage(self, source: Source, heading: Heading) -> tuple[Coverage, ...]:
        """Return the year and the units the report lists completely; nothing when no year or "a part" is written."""
        if heading.tahun is None or _said(source).get("sebagian"):
            return ()
        return (Coverage(Kind.SKP, heading.tahun, places=kepala.tempat(heading), complete=True),)

    def records(self, source: Source, heading: Heading, context: Context) -> Iterator[Record | Reject | Outside]:
        """Yield every row of the report."""
        require(source, COLUMNS, "Unduh ulang Laporan SKP dari e-Kinerja tanpa menghapus kolom, lalu impor lagi.")
        for row in rows_of(source, COLUMNS, context, self.name, str(heading.tahun or "")):
            yield row if isinstance(row, Reject) else record_of(row, heading)


def _said(source: Source) -> dict[str, object]:
    """Return what a document says of itself when it is ours; an API's answer is a complete list, even an empty one."""
    data = source.data if isinstance(source, Document) else None
    return data if isinstance(data, dict) and data.get("laporan") == LaporanSkp.name else {}


def _kepala(said: dict[str, object]) -> Heading:
    tahun, ditarik = tahun_dari(teks_json(said.get("tahun"))), waktu(teks_json(said.get("ditarik")))
    return Heading(ditarik=ditarik, tahun=tahun)

"""The connector of Laporan Penilaian SKP."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.connectors.common import heading as kepala
from selaras.connectors.common.dates import waktu
from selaras.connectors.common.rows import header_of, require, rows_of, tempat
from selaras.connectors.common.text import tahun_dari, teks_json
from selaras.connectors.ekinerja_laporan_penilaian.records import COLUMNS, punya_periode, record_of
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
from selaras.galat import DataError
from selaras.kinerja import periode

_SLOTS = frozenset(slot for tipe in periode.BANYAK for slot in periode.slots(tipe))


class LaporanPenilaian:
    """One row per rated SKP in one period: hasil kerja, perilaku kerja, predikat, who rated."""

    name = "ekinerja_laporan_penilaian"
    title = "Laporan Penilaian SKP e-Kinerja"
    capabilities = Capabilities(
        Side.EKINERJA, frozenset({Kind.PENILAIAN}), frozenset({"hasil", "perilaku", "predikat", "plt", "penilai_nip"})
    )

    def recognises(self, source: Source) -> bool:
        """Say whether this is a Laporan Penilaian SKP."""
        return COLUMNS.matches(header_of(source)) or bool(_said(source))

    def heading(self, source: Source) -> Heading:
        """Read instansi, period, unit and day of the report."""
        return kepala.baca(source.preamble) if isinstance(source, Table) else _kepala(_said(source))

    def coverage(self, source: Source, heading: Heading) -> tuple[Coverage, ...]:
        """Return the period and the units the report lists completely; nothing when the period is not written."""
        if heading.tahun is None or heading.slot is None or _said(source).get("sebagian"):
            return ()
        return (Coverage(Kind.PENILAIAN, heading.tahun, heading.slot, kepala.tempat(heading), complete=True),)

    def records(self, source: Source, heading: Heading, context: Context) -> Iterator[Record | Reject | Outside]:
        """Yield every row of the report."""
        require(source, COLUMNS, "Unduh ulang Laporan Penilaian SKP dari e-Kinerja tanpa menghapus kolom.")
        if heading.slot is None and not punya_periode(header_of(source)):
            raise DataError(
                "Periode laporan tidak tertulis: judul laporan terhapus dan tidak ada kolom periode.",
                di_mana=tempat(source),
                langkah="Impor lagi dengan --periode, misalnya --periode tw1-2024, atau unduh ulang laporannya.",
            )
        salt = (self.name, str(heading.tahun or ""), "" if _named_by_rows(source) else str(heading.slot or ""))
        for row in rows_of(source, COLUMNS, context, *salt):
            yield row if isinstance(row, Reject) else record_of(row, heading)


def _named_by_rows(source: Source) -> bool:
    """Say whether each row of an API's answer names its period: then it is the same row in a whole list and alone."""
    return bool(_said(source)) and punya_periode(header_of(source))


def _said(source: Source) -> dict[str, object]:
    """Return what a document says of itself when it is ours; an API's answer is a complete list, even an empty one."""
    data = source.data if isinstance(source, Document) else None
    return data if isinstance(data, dict) and data.get("laporan") == LaporanPenilaian.name else {}


def _kepala(said: dict[str, object]) -> Heading:
    tahun, ditarik = tahun_dari(teks_json(said.get("tahun"))), waktu(teks_json(said.get("ditarik")))
    return Heading(ditarik=ditarik, tahun=tahun, slot=_slot(said.get("slot")))


def _slot(said: object) -> int | None:
    return said if isinstance(said, int) and said in _SLOTS else None

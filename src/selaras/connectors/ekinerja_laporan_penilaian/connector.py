"""The connector of Laporan Penilaian SKP."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.connectors.common import heading as kepala
from selaras.connectors.common.rows import header_of, require, rows_of, tempat
from selaras.connectors.ekinerja_laporan_penilaian.records import COLUMNS, punya_periode, record_of
from selaras.connectors.ports import (
    Capabilities,
    Context,
    Coverage,
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


class LaporanPenilaian:
    """One row per rated SKP in one period: hasil kerja, perilaku kerja, predikat, who rated."""

    name = "ekinerja_laporan_penilaian"
    title = "Laporan Penilaian SKP e-Kinerja"
    capabilities = Capabilities(
        Side.EKINERJA, frozenset({Kind.PENILAIAN}), frozenset({"hasil", "perilaku", "predikat", "plt", "penilai_nip"})
    )

    def recognises(self, source: Source) -> bool:
        """Say whether this is a Laporan Penilaian SKP."""
        return COLUMNS.matches(header_of(source))

    def heading(self, source: Source) -> Heading:
        """Read instansi, period, unit and day of the report."""
        return kepala.baca(source.preamble) if isinstance(source, Table) else Heading()

    def coverage(self, source: Source, heading: Heading) -> tuple[Coverage, ...]:
        """Return the period and the units the report lists completely; nothing when the period is not written."""
        if heading.tahun is None or heading.slot is None:
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
        salt = (self.name, str(heading.tahun or ""), str(heading.slot or ""))
        for row in rows_of(source, COLUMNS, context, *salt):
            yield row if isinstance(row, Reject) else record_of(row, heading)

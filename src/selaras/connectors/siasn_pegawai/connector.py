"""The connector of the SIASN list of pegawai."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.connectors.common import heading as kepala
from selaras.connectors.common.rows import header_of, require, rows_of
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
from selaras.connectors.siasn_pegawai.records import COLUMNS, record_of


class PegawaiSiasn:
    """One row per pegawai of the instansi, every position; only teachers and their like become records."""

    name = "siasn_pegawai"
    title = "Daftar pegawai SIASN"
    capabilities = Capabilities(Side.SIASN, frozenset({Kind.PEGAWAI}), frozenset())

    def recognises(self, source: Source) -> bool:
        """Say whether this is a SIASN list."""
        return COLUMNS.matches(header_of(source))

    def heading(self, source: Source) -> Heading:
        """Read the lines above the table, when there are any."""
        return kepala.baca(source.preamble) if isinstance(source, Table) else Heading()

    def coverage(self, source: Source, heading: Heading) -> tuple[Coverage, ...]:
        """The list speaks for the whole instansi."""
        return (Coverage(Kind.PEGAWAI, 0, places=kepala.tempat(heading), complete=True),)

    def records(self, source: Source, heading: Heading, context: Context) -> Iterator[Record | Reject | Outside]:
        """Yield every row of the list."""
        require(source, COLUMNS, "Unduh ulang daftar pegawai dari SIASN dengan kolom itu, lalu impor lagi.")
        for row in rows_of(source, COLUMNS, context, self.name):
            yield row if isinstance(row, Reject) else record_of(row)

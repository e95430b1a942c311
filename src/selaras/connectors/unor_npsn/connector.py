"""The connector of Peta UNOR-NPSN."""

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
from selaras.connectors.unor_npsn.records import COLUMNS, record_of


class UnorNpsn:
    """One row per pair of a unit and a school; a unit without NPSN stays a record: it is unmatched."""

    name = "unor_npsn"
    title = "Peta UNOR-NPSN"
    capabilities = Capabilities(Side.DINAS, frozenset({Kind.PADANAN}), frozenset())

    def recognises(self, source: Source) -> bool:
        """Say whether the columns are ours."""
        return COLUMNS.matches(header_of(source))

    def heading(self, source: Source) -> Heading:
        """Read the lines above the table, when there are any."""
        return kepala.baca(source.preamble) if isinstance(source, Table) else Heading()

    def coverage(self, source: Source, heading: Heading) -> tuple[Coverage, ...]:
        """The map speaks for the whole instansi: a pair that is gone is withdrawn."""
        return (Coverage(Kind.PADANAN, 0, complete=True),)

    def records(self, source: Source, heading: Heading, context: Context) -> Iterator[Record | Reject | Outside]:
        """Yield every row."""
        require(source, COLUMNS, "Pakai templat peta UNOR-NPSN (unor_id, nama_unor, npsn), lalu impor lagi.")
        for row in rows_of(source, COLUMNS, context, self.name):
            yield row if isinstance(row, Reject) else record_of(row)

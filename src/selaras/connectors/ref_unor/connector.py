"""The connector of Referensi UNOR."""

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
from selaras.connectors.ref_unor.records import COLUMNS, record_of


class RefUnor:
    """One row per unit of the instansi."""

    name = "ref_unor"
    title = "Referensi UNOR"
    capabilities = Capabilities(Side.SIASN, frozenset({Kind.UNOR}), frozenset())

    def recognises(self, source: Source) -> bool:
        """Say whether the columns are ours."""
        return COLUMNS.matches(header_of(source))

    def heading(self, source: Source) -> Heading:
        """Read the lines above the table, when there are any."""
        return kepala.baca(source.preamble) if isinstance(source, Table) else Heading()

    def coverage(self, source: Source, heading: Heading) -> tuple[Coverage, ...]:
        """The reference lists every unit."""
        return (Coverage(Kind.UNOR, 0, complete=True),)

    def records(self, source: Source, heading: Heading, context: Context) -> Iterator[Record | Reject | Outside]:
        """Yield every row."""
        require(source, COLUMNS, "Unduh ulang referensi unor dengan kolom itu, lalu impor lagi.")
        for row in rows_of(source, COLUMNS, context, self.name):
            yield row if isinstance(row, Reject) else record_of(row)

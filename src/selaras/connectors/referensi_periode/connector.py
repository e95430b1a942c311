"""The connector of Referensi periode e-Kinerja."""

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
from selaras.connectors.referensi_periode.records import COLUMNS, record_of


class ReferensiPeriode:
    """One row per period of Manajemen Periode."""

    name = "referensi_periode"
    title = "Referensi periode e-Kinerja"
    capabilities = Capabilities(Side.EKINERJA, frozenset({Kind.PERIODE}), frozenset())

    def recognises(self, source: Source) -> bool:
        """Say whether the columns are ours."""
        return COLUMNS.matches(header_of(source))

    def heading(self, source: Source) -> Heading:
        """Read the lines above the table, when there are any."""
        return kepala.baca(source.preamble) if isinstance(source, Table) else Heading()

    def coverage(self, source: Source, heading: Heading) -> tuple[Coverage, ...]:
        """The list holds every period of the instansi."""
        return (Coverage(Kind.PERIODE, 0, complete=True),)

    def records(self, source: Source, heading: Heading, context: Context) -> Iterator[Record | Reject | Outside]:
        """Yield every row."""
        require(source, COLUMNS, "Unduh ulang referensi periode dengan kolom itu, atau isi lewat formulir periode.")
        for row in rows_of(source, COLUMNS, context, self.name):
            yield row if isinstance(row, Reject) else record_of(row)

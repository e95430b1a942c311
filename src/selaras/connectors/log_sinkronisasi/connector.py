"""The connector of Log Sinkronisasi e-Kinerja."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.connectors.common import heading as kepala
from selaras.connectors.common.rows import header_of, require, rows_of
from selaras.connectors.log_sinkronisasi.records import COLUMNS, record_of
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


class LogSinkronisasi:
    """One row per refusal: who, the message, when."""

    name = "log_sinkronisasi"
    title = "Log Sinkronisasi e-Kinerja"
    capabilities = Capabilities(Side.EKINERJA, frozenset({Kind.LOG}), frozenset())

    def recognises(self, source: Source) -> bool:
        """Say whether the columns are ours."""
        return COLUMNS.matches(header_of(source))

    def heading(self, source: Source) -> Heading:
        """Read the lines above the table, when there are any."""
        return kepala.baca(source.preamble) if isinstance(source, Table) else Heading()

    def coverage(self, source: Source, heading: Heading) -> tuple[Coverage, ...]:
        """A log says what happened, never what did not."""
        return ()

    def records(self, source: Source, heading: Heading, context: Context) -> Iterator[Record | Reject | Outside]:
        """Yield every row."""
        require(source, COLUMNS, "Salin ulang tabel Log Sinkronisasi beserta judul kolomnya (NIP, nama, pesan, waktu).")
        for row in rows_of(source, COLUMNS, context, self.name):
            yield row if isinstance(row, Reject) else record_of(row, context)

"""The connector of Dapodik 'Daftar Guru'."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.connectors.common import heading as kepala
from selaras.connectors.common.rows import header_of, require, rows_of
from selaras.connectors.dapodik_daftar_guru.records import COLUMNS, record_of, satuan
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


class DaftarGuru:
    """One row per PTK of one school (or of a dinas, when a column names the school)."""

    name = "dapodik_daftar_guru"
    title = "Daftar Guru Dapodik"
    capabilities = Capabilities(Side.DAPODIK, frozenset({Kind.PEGAWAI}), frozenset())

    def recognises(self, source: Source) -> bool:
        """Say whether this is a Daftar Guru."""
        return isinstance(source, Table) and COLUMNS.matches(header_of(source))

    def heading(self, source: Source) -> Heading:
        """Read the day of download from the lines above the table."""
        return kepala.baca(source.preamble) if isinstance(source, Table) else Heading()

    def coverage(self, source: Source, heading: Heading) -> tuple[Coverage, ...]:
        """The list is complete for the schools in its rows."""
        return (Coverage(Kind.PEGAWAI, 0, from_rows=True, complete=True),)

    def records(self, source: Source, heading: Heading, context: Context) -> Iterator[Record | Reject | Outside]:
        """Yield every row of the list."""
        require(source, COLUMNS, "Unduh ulang Daftar Guru dari Dapodik tanpa menghapus kolom, lalu impor lagi.")
        npsn, sekolah = satuan(source.preamble) if isinstance(source, Table) else ("", "")
        for row in rows_of(source, COLUMNS, context, self.name, npsn, sekolah):
            yield row if isinstance(row, Reject) else record_of(row, npsn, sekolah)

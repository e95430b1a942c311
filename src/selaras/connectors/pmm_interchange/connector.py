"""The connector of the PMM interchange format."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.connectors.common import heading as kepala
from selaras.connectors.common.rows import header_of
from selaras.connectors.pmm_interchange.columns import jenis_tabel
from selaras.connectors.pmm_interchange.lines import is_pmm, line_records
from selaras.connectors.pmm_interchange.records import KIND, table_records
from selaras.connectors.ports import (
    Capabilities,
    Context,
    Coverage,
    Heading,
    Kind,
    Lines,
    Outside,
    Record,
    Reject,
    Side,
    Source,
    Table,
)
from selaras.galat import DataError


class FormatTukarPmm:
    """pegawai, skp, rhk, kegiatan and penilaian: one table each, or NDJSON with all of them mixed."""

    name = "pmm_interchange"
    title = "Format tukar PMM"
    capabilities = Capabilities(
        Side.PMM,
        frozenset(KIND.values()),
        frozenset({"status", "mulai", "selesai", "hasil", "perilaku", "predikat", "plt", "penilai_nip"}),
    )

    def recognises(self, source: Source) -> bool:
        """Say whether this is one of the five tables, or NDJSON that names them."""
        if isinstance(source, Lines):
            return is_pmm(source)
        return isinstance(source, Table) and jenis_tabel(header_of(source)) is not None

    def heading(self, source: Source) -> Heading:
        """Read the lines above the table, when a school wrote some."""
        return Heading(ditarik=kepala.baca(source.preamble).ditarik) if isinstance(source, Table) else Heading()

    def coverage(self, source: Source, heading: Heading) -> tuple[Coverage, ...]:
        """The schools in the rows are covered; absence is no withdrawal (a school may send a part)."""
        if isinstance(source, Table):
            jenis = jenis_tabel(source.header)
            kinds = [KIND[jenis]] if jenis else []
        else:
            kinds = list(KIND.values())
        tahun = heading.tahun or 0
        return tuple(Coverage(kind, 0 if kind is Kind.PEGAWAI else tahun, from_rows=True) for kind in kinds)

    def records(self, source: Source, heading: Heading, context: Context) -> Iterator[Record | Reject | Outside]:
        """Yield every row."""
        if isinstance(source, Lines):
            yield from line_records(source, context)
        elif isinstance(source, Table):
            yield from table_records(source, context)
        else:
            raise DataError("Format tukar PMM berupa tabel atau NDJSON.", di_mana=source.berkas)

"""A file comes in: every table of it through its connector, in one transaction, every row accounted for.

While one chunk is merged by the server, the next one is parsed (`reading`); all chunks share a transaction, so an
aborted or killed import leaves the books as they were.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing as closing_of
from dataclasses import dataclass, replace

import psycopg

from selaras.connectors.ports import (
    Connector,
    Context,
    Coverage,
    Document,
    Heading,
    Lines,
    Reject,
    Side,
    Source,
    Table,
)
from selaras.galat import UnknownKind
from selaras.intake import closing, reading, staging, stored, supersede
from selaras.intake.batch import Batch, Counts
from selaras.intake.chunks import Chunk

RULES_VERSION = 1  # bump when a connector or normaliser changes: hashes of two versions are never compared


@dataclass(frozen=True, slots=True)
class FileImport:
    """What the person asked: read this file for this instansi and year."""

    berkas: str  # the name that people know
    digest: bytes
    instansi: int
    run: int
    tahun: int
    per: dt.date  # day of the data when the file itself does not say
    shrink: bool = False  # the person accepts that rows vanish
    asked: bool = False  # the system itself answered: its empty list is a statement, an empty file is none


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one batch: status is 'dibaca', 'sama' (read before) or 'lebih_lama' (newer data are known)."""

    berkas: str
    connector: str
    title: str
    status: str
    per: dt.date
    counts: Counts


def file_import(
    connection: psycopg.Connection,
    job: FileImport,
    sources: Iterable[Source],
    recognise: Callable[[Source], Connector | None],
    progress: Callable[[int], None] = lambda rows: None,
) -> list[Imported]:
    """Read one file. Raises `DataError` (unknown or unusable file) or `Stop` (held); then nothing has changed."""
    with connection.transaction():
        return [_finish(connection, job, group, progress) for group in _groups(connection, job, sources, recognise)]


def file_known(connection: psycopg.Connection, instansi: int, digest: bytes) -> list[Imported]:
    """List the batches of exactly this file if it was read before under the same rules.

    'sama': they still stand. 'lebih_lama': something newer has taken their place, so the file is old whatever its date.
    """
    rows = connection.execute(
        "SELECT b.berkas, b.connector, b.per, b.n_read, b.diganti_oleh, r.rules_version "
        "FROM batch b JOIN run r ON r.id = b.run_id "
        "WHERE b.instansi_id = %s AND b.file_digest = %s AND b.closed_at IS NOT NULL ORDER BY b.id",
        (instansi, digest),
    ).fetchall()
    if any(rules != RULES_VERSION for *_, rules in rows):
        return []
    return [
        Imported(berkas, name, name, "lebih_lama" if replaced else "sama", per, Counts(read=n, same=n))
        for berkas, name, per, n, replaced, _ in rows
    ]


_Group = tuple[Connector, Heading, list[Source]]


def _groups(
    connection: psycopg.Connection,
    job: FileImport,
    sources: Iterable[Source],
    recognise: Callable[[Source], Connector | None],
) -> Iterator[_Group]:
    """Put consecutive sources of one connector and one heading together: they make one batch."""
    current: _Group | None = None
    unknown: list[str] = []
    for source in sources:
        connector = recognise(source)
        if connector is None:
            unknown.append(source_name(source))
            continue
        heading = connector.heading(source)
        if current and current[0] is connector and current[1] == heading:
            current[2].append(source)
            continue
        if current:
            yield current
        current = (connector, heading, [source])
    if current is None:
        raise UnknownKind(
            "jenis berkas ini tidak dikenal: tidak ada judul kolom yang cocok dengan laporan mana pun.",
            di_mana=", ".join([job.berkas, *[name for name in unknown if name][:3]]),
            langkah="Impor laporan aslinya (jangan disunting), atau sebut jenisnya dengan --jenis.",
        )
    yield current


def source_name(source: Source) -> str:
    """Name a sheet or member inside its file, '' where the file has only one."""
    return source.sheet if isinstance(source, Table) else ""


def _finish(
    connection: psycopg.Connection, job: FileImport, group: _Group, progress: Callable[[int], None]
) -> Imported:
    connector, heading, _ = group
    per = heading.ditarik.date() if heading.ditarik else job.per
    batch = Batch(
        0, job.instansi, connector.capabilities.side, per.isoformat(), whole=False, dated=heading.ditarik is not None
    )
    try:
        with connection.transaction():
            _read(connection, job, group, batch, per, progress)
    except closing.OlderThanKnown:
        return Imported(job.berkas, connector.name, connector.title, "lebih_lama", per, Counts(read=batch.counts.read))
    return Imported(job.berkas, connector.name, connector.title, "dibaca", per, batch.counts)


def _read(
    connection: psycopg.Connection,
    job: FileImport,
    group: _Group,
    batch: Batch,
    per: dt.date,
    progress: Callable[[int], None],
) -> None:
    connector, heading, sources = group
    _lock(connection, job.instansi, int(batch.side))
    row = connection.execute(
        "INSERT INTO batch(run_id, instansi_id, side, connector, berkas, lembar, file_digest, per, tanda) "
        "VALUES (%s, %s, %s, %s, %s, %s, %s, %s, '') RETURNING id",
        (
            *(job.run, job.instansi, int(batch.side), connector.name, job.berkas),
            *([source_name(source) for source in sources], job.digest, per),
        ),
    ).fetchone()
    batch.id = row[0] if row else 0
    coverage = [item for source in sources for item in connector.coverage(source, heading)]
    batch.whole = any(item.complete for item in coverage)
    context = Context(tahun=heading.tahun or job.tahun, per=per)
    if not batch.whole:
        context.known = stored.fetch(connection, job.instansi, connector.name, {item.kind for item in coverage})
    staging.prepare(connection)
    for number, source in enumerate(sources):
        with closing_of(reading.chunks_of(connector, _numbered(source, number), heading, context)) as stream:
            for chunk in stream:
                staging.merge_chunk(connection, batch, chunk)
                _tally(batch, chunk)
                progress(chunk.read)
    if context.same and batch.counts.changed:
        staging.undo_contradictions(connection, batch, connector.name, context.known)
    batch.counts.read += context.same
    batch.counts.same += context.same
    if batch.side is Side.PMM and context.known and batch.listed:
        supersede.retire(connection, batch, context.known)
    closing.close(
        connection,
        batch,
        connector=connector.name,
        heading=heading,
        coverage=_distinct(coverage),
        tahun=context.tahun,
        shrink=job.shrink,
        empty_speaks=job.asked,
    )


def _numbered(source: Source, number: int) -> Source:
    match source:
        case Table():
            return replace(source, sheet_index=number)
        case Lines() | Document():
            return source


def _distinct(coverage: list[Coverage]) -> list[Coverage]:
    return list(dict.fromkeys(coverage))


def _lock(connection: psycopg.Connection, instansi: int, side: int) -> None:
    """Two imports of one side wait for each other: MERGE collides on new keys, unlike ON CONFLICT."""
    connection.execute("SELECT pg_advisory_xact_lock(%s, %s)", (instansi, side))


def _tally(batch: Batch, chunk: Chunk) -> None:
    rejected = sum(isinstance(row, Reject) for row in chunk.others)
    batch.counts.read += chunk.read
    batch.counts.rejected += rejected
    batch.counts.outside += len(chunk.others) - rejected
    batch.said |= chunk.said

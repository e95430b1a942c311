"""Closing a batch: what it speaks for, what it withdraws, which earlier batch it replaces, and its balance."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

import psycopg

from selaras.connectors.ports import Coverage, Heading, Kind
from selaras.galat import Stop
from selaras.intake.batch import Batch
from selaras.intake.places import BY_NPSN, unit_key
from selaras.ledger.maintenance import row_by_row
from selaras.ledger.queries import Queries, execute_each

_sql = Queries(__file__)
VANISH_ROWS, VANISH_SHARE = 20, 0.05  # more than the larger of both: the batch is held and asks
_EDUCATION = ("PENDIDIKAN", "DIKBUD", "DISDIK", "ALL", "SEMUA")


class OlderThanKnown(Exception):
    """A newer batch speaks for the same already: this one changes nothing."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A coverage with its places looked up; None means all."""

    coverage: Coverage
    schools: Sequence[int] | None
    units: Sequence[int] | None


def close(
    connection: psycopg.Connection,
    batch: Batch,
    *,
    connector: str,
    heading: Heading,
    coverage: Sequence[Coverage],
    tahun: int,
    shrink: bool,
    empty_speaks: bool,
) -> None:
    """Write coverage, withdrawals and counts. Raises `OlderThanKnown` or `Stop` (held) before anything is final."""
    scopes = [_look_up(connection, batch, item, heading) for item in _dated(connection, batch, coverage, tahun)]
    tanda = _sign(connector, heading, scopes)
    _refuse_older(connection, batch, tanda)
    for scope in scopes:
        _write_coverage(connection, batch, scope)
        if scope.coverage.complete and (batch.counts.read or empty_speaks):
            batch.counts.gone += _withdraw(connection, batch, connector, scope, heading.unor_induk, shrink=shrink)
    params = {**batch.params, "connector": connector, "tanda": tanda, "same": batch.counts.same}
    execute_each(connection, _sql("replace"), params)
    with row_by_row(connection):
        connection.execute(_sql("cleared"), params)
    counts = batch.counts
    connection.execute(
        "UPDATE batch SET tanda = %s, n_read = %s, n_new = %s, n_changed = %s, n_same = %s, n_duplicate = %s, "
        "n_child = %s, n_outside = %s, n_rejected = %s, n_gone = %s, closed_at = now() WHERE id = %s",
        (
            *(tanda, counts.read, counts.new, counts.changed, counts.same, counts.duplicate, counts.child),
            *(counts.outside, counts.rejected, counts.gone, batch.id),
        ),
    )


def _dated(connection: psycopg.Connection, batch: Batch, coverage: Sequence[Coverage], tahun: int) -> list[Coverage]:
    """Give the coverages whose year the head does not say the years of the rows themselves."""
    open_kinds = (Kind.SKP, Kind.PENILAIAN, Kind.RHK, Kind.KEGIATAN)
    if not any(item.tahun == 0 and item.kind in open_kinds for item in coverage):
        return list(coverage)
    rejected = connection.execute("SELECT DISTINCT kind FROM baris WHERE batch_id = %s", (batch.id,)).fetchall()
    kinds = {kind for kind, _ in batch.said} | {row[0] for row in rejected}
    years = sorted({year for kind, year in batch.said if year and kind in (2, 3, 9)}) or [tahun]
    return [
        replace(item, tahun=year)
        for item in coverage
        if item.kind not in open_kinds or int(item.kind) in kinds  # an empty table speaks for nobody
        for year in (years if item.tahun == 0 and item.kind in open_kinds else [item.tahun])
    ]


def _look_up(connection: psycopg.Connection, batch: Batch, coverage: Coverage, heading: Heading) -> Scope:
    by_school = batch.side in BY_NPSN
    if coverage.from_rows or _foreign_unit(heading):
        column = "sekolah_id" if by_school else "unor_id"
        ids = _ids(
            connection,
            f"SELECT DISTINCT {column} FROM stg_place WHERE {column} IS NOT NULL ORDER BY 1",  # noqa: S608 - a constant
            (),
        )
        return Scope(coverage, ids if by_school else None, None if by_school else ids)
    if coverage.places is None:
        return Scope(coverage, None, None)
    if by_school:
        where = "SELECT id FROM sekolah WHERE instansi_id = %s AND npsn = ANY(%s) ORDER BY 1"
        return Scope(coverage, _ids(connection, where, (batch.instansi, list(coverage.places))), None)
    keys = [unit_key(place) for place in coverage.places]
    names = [key.removeprefix("nama:") for key in keys]
    where = "SELECT id FROM unor WHERE instansi_id = %s AND (native = ANY(%s) OR nama_normal = ANY(%s)) ORDER BY 1"
    return Scope(coverage, None, _ids(connection, where, (batch.instansi, keys, names)))


def _foreign_unit(heading: Heading) -> bool:
    """Say whether the report is about one organisation that is no dinas pendidikan: it speaks for its own rows only."""
    induk = (heading.unor_induk or "").upper()
    return bool(induk) and not any(word in induk for word in _EDUCATION)


def _ids(connection: psycopg.Connection, query: str, params: Sequence[object]) -> list[int]:
    return [row[0] for row in connection.execute(query.encode(), params)]


def _sign(connector: str, heading: Heading, scopes: Sequence[Scope]) -> str:
    parts = [connector, heading.unor_induk or "", heading.unor or ""]
    for scope in scopes:
        item = scope.coverage
        parts += [str(value) for value in (int(item.kind), item.tahun, item.slot, scope.schools, scope.units)]
    return f"{connector}:{hashlib.blake2b('|'.join(parts).encode(), digest_size=12).hexdigest()}"


def _refuse_older(connection: psycopg.Connection, batch: Batch, tanda: str) -> None:
    if not batch.dated:
        return
    newer = connection.execute(
        "SELECT per FROM batch WHERE tanda = %s AND instansi_id = %s AND id <> %s AND closed_at IS NOT NULL "
        "AND per > %s LIMIT 1",
        (tanda, batch.instansi, batch.id, batch.per),
    ).fetchone()
    if newer:
        raise OlderThanKnown(newer[0])


def _write_coverage(connection: psycopg.Connection, batch: Batch, scope: Scope) -> None:
    item = scope.coverage
    places: list[tuple[int | None, int | None]] = [(None, None)]
    if scope.schools is not None:
        places = [(school, None) for school in scope.schools]
    if scope.units is not None:
        places = [(None, unit) for unit in scope.units]
    with connection.cursor() as cursor, cursor.copy("COPY coverage FROM STDIN") as copy:
        for school, unit in places:
            copy.write_row(
                (batch.id, int(batch.side), int(item.kind), item.tahun, item.slot, school, unit, item.complete)
            )


def _withdraw(
    connection: psycopg.Connection, batch: Batch, connector: str, scope: Scope, induk: str | None, *, shrink: bool
) -> int:
    item = scope.coverage
    params = {
        **batch.params,
        "connector": connector,
        "kind": int(item.kind),
        "tahun": item.tahun,
        "slot": item.slot,
        "induk": induk if induk and induk.upper() not in ("ALL", "SEMUA") else None,
        "units": scope.units,
        "schools": scope.schools,
    }
    now, gone = connection.execute(_sql("vanished"), params).fetchone() or (0, 0)
    known = max(now - batch.counts.new, gone)
    if gone > max(VANISH_ROWS, VANISH_SHARE * known) and not shrink:
        raise Stop(
            f"{gone} dari {known} baris yang dulu ada tidak ada lagi di berkas ini; "
            "berkas ditahan dan tidak ada yang diubah.",
            langkah="Bila memang berkurang, ulangi dengan --terima-pengurangan; "
            "bila tidak, unduh ulang laporannya secara utuh.",
        )
    return int(gone)

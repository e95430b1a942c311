"""Sealing a plan: complete, ordered, old and new, the versions it was made on. Nothing is sent here."""

from __future__ import annotations

import datetime as dt

import orjson
import psycopg

from selaras.connectors.ports import Kind
from selaras.connectors.target import Key, Target
from selaras.galat import Stop
from selaras.ledger.maintenance import analyze
from selaras.ledger.queries import Queries, execute_each
from selaras.ledger.scope import Scope
from selaras.plan.closing import close_unused
from selaras.plan.digest import digest
from selaras.plan.selectors import left_out_of, plan_get
from selaras.plan.settings import Settings
from selaras.plan.values import Plan, Sealed

_sql = Queries(__file__)
LOOK = 10_000  # keys read from the target at once


def seal(
    connection: psycopg.Connection,
    scope: Scope,
    target: Target,
    *,
    run: int,
    now: dt.datetime,
    sekolah: int | None = None,
    orang: int | None = None,
) -> Plan | None:
    """Seal a plan and return it, None when there is nothing to carry. See `draw_up`."""
    return draw_up(connection, scope, target, run=run, now=now, sekolah=sekolah, orang=orang).plan


def draw_up(
    connection: psycopg.Connection,
    scope: Scope,
    target: Target,
    *,
    run: int,
    now: dt.datetime,
    sekolah: int | None = None,
    orang: int | None = None,
) -> Sealed:
    """Seal a plan over every entry that is ready, and tell what was left out. One transaction of the caller.

    An older plan that nothing was sent from is closed. Raises `Stop` when e-Kinerja is only read, or when a plan is
    under way; what the target raises while it is read goes through.
    """
    settings = _settings(connection, scope)
    connection.execute("SELECT pg_advisory_xact_lock(hashtext('selaras.rencana'), %s)", (scope.instansi,))
    close_unused(connection, instansi=scope.instansi, tahun=scope.tahun, now=now)
    params = scope.params | {"sekolah": sekolah, "orang": orang}
    connection.execute("DROP TABLE IF EXISTS calon, terpegang")
    connection.execute(_sql("candidates"), params)
    _look(connection, scope.tahun, target)
    execute_each(connection, _sql("dependent"), params)
    behind = _left(connection)
    number = _store(connection, scope, target.name, run, now, settings, params, behind)
    found = left_out_of(connection, behind)
    return Sealed(None if number is None else plan_get(connection, number), found)


def _settings(connection: psycopg.Connection, scope: Scope) -> Settings:
    row = connection.execute("SELECT hanya_baca, pengaturan FROM instansi WHERE id = %s", (scope.instansi,)).fetchone()
    if row is None or row[0]:
        raise Stop(
            "Tidak ada yang dikirim ke BKN. Selaras hanya membaca.",
            langkah="Pakai daftar tindak lanjut: selaras tindak-lanjut.",
        )
    return Settings.of(row[1])


def _look(connection: psycopg.Connection, tahun: int, target: Target) -> None:
    """Read every key from the target afresh; whoever moved since the data were read is marked."""
    connection.execute("CREATE TEMP TABLE terpegang(urut int, versi int, core uuid) ON COMMIT DROP")
    rows = connection.execute(
        "SELECT urut, kind, nip, npsn, mulai, kslot FROM calon WHERE tinggal IS NULL ORDER BY urut"
    ).fetchall()
    for start in range(0, len(rows), LOOK):
        part = rows[start : start + LOOK]
        keys = [
            Key(Kind(kind), nip, tahun, npsn, mulai.isoformat() if mulai else None, slot)
            for _, kind, nip, npsn, mulai, slot in part
        ]
        with connection.cursor() as cursor, cursor.copy("COPY terpegang FROM STDIN") as copy:
            for row, held in zip(part, target.look(keys), strict=True):
                copy.write_row((row[0], held.versi, held.core))
    analyze(connection, "terpegang", "calon")
    connection.execute(_sql("held"))


def _left(connection: psycopg.Connection) -> str:
    row = connection.execute(
        "SELECT coalesce(jsonb_agg(jsonb_build_object('entry', entry_id, 'tinggal', tinggal) ORDER BY urut), "
        "'[]')::text FROM calon WHERE tinggal IS NOT NULL"
    ).fetchone()
    return str(row[0]) if row else "[]"


def _store(
    connection: psycopg.Connection,
    scope: Scope,
    connector: str,
    run: int,
    now: dt.datetime,
    settings: Settings,
    params: dict[str, object],
    behind: str,
) -> int | None:
    n, ubah, turun, cakupan = connection.execute(_sql("measure"), params).fetchone() or (0, 0, 0, 0)
    if not n:
        return None
    scoped = {"target": connector, "sekolah": params["sekolah"], "orang": params["orang"]}
    row = connection.execute(
        "INSERT INTO plan(instansi_id, tahun, run_id, connector, rules_version, pengaturan, n, digest, disegel, "
        "berlaku_sampai, ditinggal, ambang) "
        "SELECT %s, %s, r.id, %s, r.rules_version, %s::jsonb, %s, '', %s, %s, %s::jsonb, %s::text[] "
        "FROM run r WHERE r.id = %s RETURNING id",
        (
            *(scope.instansi, scope.tahun, connector, orjson.dumps(settings.values() | scoped).decode(), n, now),
            *(now + dt.timedelta(hours=settings.rencana_berlaku_jam), behind),
            *(settings.passed(ubah=ubah, turun=turun, cakupan=cakupan), run),
        ),
    ).fetchone()
    if row is None:
        raise RuntimeError("a plan belongs to a run that is known")
    number = int(row[0])
    connection.execute(_sql("operations"), params | {"plan": number})
    analyze(connection, "operation")
    connection.execute("UPDATE plan SET digest = %s WHERE id = %s", (digest(connection, number), number))
    return number

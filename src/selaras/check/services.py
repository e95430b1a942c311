"""Who is not ready, and why: one named query per finding code in `sql/`, all run over the whole scope at once.

A query returns (scope, ref, detail): scope 1 entry, 2 orang, 3 sekolah, 4 instansi, 5 batch, 6 baris. The name of the
file is the code. Copy a neighbour to add a check, and give it a row in `ledger/data/kode.csv` and a text.
"""

from __future__ import annotations

import psycopg

from selaras.kinerja import predikat
from selaras.ledger import catalogue
from selaras.ledger.maintenance import analyze
from selaras.ledger.queries import Queries, execute_each
from selaras.ledger.scope import Scope

_checks = Queries(__file__)
_work = Queries(__file__, "sql_kerja")
# These read what others found: a dispute explains an absence, a damaged row explains a head that seems to be missing.
_FIRST = ("N5", "N2", "N1", "N3", "N4", "R6", "N7", "E1")
_LAST = ("rows", "L0", "L1", "M5")


def check(connection: psycopg.Connection, scope: Scope) -> None:
    """Find everything there is to find and store the difference to what was known. One transaction of the caller."""
    catalogue.store(connection)
    _prepare(connection, scope)
    for name in order():
        run_check(connection, name, scope)
    analyze(connection, "temuan")
    connection.execute(_work("store"), scope.params)
    analyze(connection, "finding")


def order() -> list[str]:
    """List the checks in the order in which they run."""
    middle = [name for name in _checks.names() if name not in _FIRST and name not in _LAST]
    return [*_FIRST, *middle, *_LAST]


def run_check(connection: psycopg.Connection, name: str, scope: Scope) -> None:
    """Run one check into the list of what is found now. A query whose first column is `kode` names the code itself."""
    query = _checks(name)
    columns = "t.kode, t.scope, t.ref, t.detail" if name == "rows" else f"'{name}', t.scope, t.ref, t.detail"
    found = f"COPY (SELECT {columns} FROM (\n{query}\n) t) TO STDOUT"  # noqa: S608 - our own files
    with connection.cursor() as cursor:
        with cursor.copy(found, scope.params) as copy:  # INSERT ... SELECT would use one processor only
            rows = b"".join(copy)
        if rows:
            with cursor.copy("COPY temuan FROM STDIN") as copy:
                copy.write(rows)


def _prepare(connection: psycopg.Connection, scope: Scope) -> None:
    connection.execute(
        "DROP TABLE IF EXISTS temuan, live_coverage, live_map, live_periode, damaged_nip, unread, matriks, "
        "pesan_dikenal"
    )
    execute_each(connection, _work("prepare"), scope.params)
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO matriks VALUES (%s, %s, %s)",
            [(h, p, predikat.dari(h, p)) for h in (1, 2, 3) for p in (1, 2, 3)],
        )
        cursor.executemany("INSERT INTO pesan_dikenal VALUES (pesan_normal(%s), %s, %s)", catalogue.messages())
    analyze(connection, "live_coverage", "unread", "damaged_nip")

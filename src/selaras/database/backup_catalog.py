"""What there is to back up in the schema `public`, read from the catalog: tables, columns, sequences, migrations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import Any

import psycopg
from psycopg import sql

Connection = psycopg.Connection[tuple[Any, ...]]
Columns = tuple[tuple[str, str], ...]  # (name, type) in table order, without generated columns

# Logged relations only (an unlogged one is scratch by its own word), and none that belongs to an extension.
_OURS = """
c.relnamespace = 'public'::regnamespace AND c.relpersistence = 'p' AND NOT EXISTS (
    SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
"""
_TABLES = f"""
SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod)
FROM pg_class c
LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
WHERE c.relkind = 'r' AND {_OURS}
ORDER BY c.relname, a.attnum
"""  # noqa: S608 - constants
_RELATIONS = f"SELECT c.relname FROM pg_class c WHERE c.relkind = %s AND {_OURS} ORDER BY c.oid"  # noqa: S608 - constants
_REFERENCES = """
SELECT c.relname, r.relname
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class r ON r.oid = k.confrelid
WHERE k.contype = 'f' AND NOT k.condeferrable AND k.conrelid <> k.confrelid
"""


def tables(connection: Connection) -> dict[str, Columns]:
    """Return the columns of every table."""
    found: dict[str, list[tuple[str, str]]] = {}
    for table, column, kind in connection.execute(_TABLES):
        found.setdefault(table, [])
        if column is not None:
            found[table].append((column, kind))
    return {table: tuple(columns) for table, columns in found.items()}


def sequences(connection: Connection) -> dict[str, tuple[int, bool]]:
    """Return (last_value, is_called) of every sequence, identity columns included."""
    found = {}
    for name in _names(connection, "S"):
        row = connection.execute(sql.SQL("SELECT last_value, is_called FROM {}").format(public(name))).fetchone()
        if row is not None:
            found[name] = (int(row[0]), bool(row[1]))
    return found


def materialized_views(connection: Connection) -> list[str]:
    """Return the materialized views, older ones (which later ones may read) first."""
    return _names(connection, "m")


def _names(connection: Connection, kind: str) -> list[str]:
    return [str(name) for (name,) in connection.execute(_RELATIONS, [kind])]


def migrations(connection: Connection, there: Iterable[str]) -> list[str] | None:
    """Return the applied migrations as `app.name`, or None when the schema is not one of Django's."""
    if "django_migrations" not in there:
        return None
    rows = connection.execute("SELECT app || '.' || name FROM public.django_migrations ORDER BY 1")
    return [str(name) for (name,) in rows]


def count(connection: Connection, table: str) -> int:
    """Return the number of rows of a table."""
    row = connection.execute(sql.SQL("SELECT count(*) FROM {}").format(public(table))).fetchone()
    return int(row[0]) if row else 0


def fill_order(connection: Connection, wanted: Mapping[str, object]) -> list[str]:
    """Return the tables with every referenced table before those that refer to it at once (deferred ones can wait)."""
    order: TopologicalSorter[str] = TopologicalSorter({table: set() for table in wanted})
    for table, referenced in connection.execute(_REFERENCES):
        order.add(table, referenced)
    try:
        return [table for table in order.static_order() if table in wanted]
    except CycleError:  # only a superuser can fill these, with the checks off
        return list(wanted)


def public(name: str) -> sql.Identifier:
    """Return the quoted name of a relation in the schema `public`."""
    return sql.Identifier("public", name)

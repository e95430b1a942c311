"""Named SQL lives in files beside its room; `Queries(__file__)` finds and caches them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import LiteralString

import psycopg


class Queries:
    """The `sql/` folder beside a module: `queries("merge")` is the text of `sql/merge.sql`."""

    def __init__(self, module_file: str, folder: str = "sql") -> None:
        """Take the module's `__file__` and the name of the folder beside it."""
        self.folder = Path(module_file).parent / folder

    def __call__(self, name: str, **places: LiteralString) -> LiteralString:
        """Return the text of one query. Raises FileNotFoundError when there is none of that name.

        `places` fill what it leaves open as `{name}`. A condition that does not hold for this question is left out
        rather than switched off by a parameter: only so can PostgreSQL keep one plan for it.
        """
        text = _read(self.folder / f"{name}.sql")
        for place, condition in places.items():
            text = text.replace("{" + place + "}", condition)
        return text

    def names(self) -> list[str]:
        """List the queries of the folder in alphabetical order."""
        return sorted(file.stem for file in self.folder.glob("*.sql"))


@cache
def _read(path: Path) -> LiteralString:
    return path.read_text(encoding="utf-8")


def execute_each(connection: psycopg.Connection, text: LiteralString, params: dict[str, object] | None = None) -> None:
    """Run the statements of one file one after the other: with parameters, PostgreSQL takes one at a time."""
    for statement in text.split(";\n"):
        if any(line.strip() and not line.startswith("--") for line in statement.splitlines()):
            connection.execute(statement, params)

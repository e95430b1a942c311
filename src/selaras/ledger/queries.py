"""Named SQL lives in files beside its room: `Queries(__file__)` finds and caches them, nobody pastes SQL into Python."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import LiteralString, cast


class Queries:
    """The `sql/` folder beside a module: `queries("merge")` is the text of `sql/merge.sql`."""

    def __init__(self, module_file: str, folder: str = "sql") -> None:
        self.folder = Path(module_file).parent / folder

    def __call__(self, name: str) -> LiteralString:
        """Return the text of one query. Raises FileNotFoundError when there is none of that name."""
        return _read(self.folder / f"{name}.sql")

    def names(self) -> list[str]:
        """List the queries of the folder in alphabetical order."""
        return sorted(file.stem for file in self.folder.glob("*.sql"))


@cache
def _read(path: Path) -> LiteralString:
    return cast(LiteralString, path.read_text(encoding="utf-8"))

"""What the command line prints: one JSON object on standard output, or tables for people; identifiers masked."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import orjson
from rich.box import SIMPLE
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from selaras.kinerja import nip

WIDE = 150  # columns when the output goes to a file or another program
out = Console(highlight=False, width=None if sys.stdout.isatty() else WIDE)
err = Console(stderr=True, highlight=False)


def print_json(data: Mapping[str, Any]) -> None:
    """Print one JSON object and nothing else."""
    options = orjson.OPT_INDENT_2 | orjson.OPT_NON_STR_KEYS
    sys.stdout.write(orjson.dumps(data, option=options, default=_plain).decode() + "\n")


def _plain(value: object) -> object:
    if isinstance(value, dt.date | dt.datetime):
        return value.isoformat()
    if isinstance(value, set | frozenset | tuple):
        return list(value)
    return str(value)


def shown(number: str | None, *, whole: bool) -> str | None:
    """Mask a NIP unless the person asked for whole identifiers."""
    if number is None or whole:
        return number
    return nip.mask(number)


def say(text: str = "") -> None:
    """Print a line for people; text from files is never read as markup."""
    out.print(escape(text), soft_wrap=True)


def warn(text: str) -> None:
    """Print a line on standard error."""
    err.print(escape(text), soft_wrap=True)


def table(columns: Sequence[str], rows: Iterable[Sequence[object]], *, title: str | None = None) -> None:
    """Print a table; columns that begin with '#' are numbers."""
    grid = Table(
        title=escape(title) if title else None,
        title_justify="left",
        title_style="bold",
        header_style="bold",
        box=SIMPLE,
    )
    for column in columns:
        grid.add_column(
            column.removeprefix("#"), justify="right" if column.startswith("#") else "left", overflow="fold"
        )
    for row in rows:
        grid.add_row(*("" if cell is None else escape(str(cell)) for cell in row))
    out.print(grid)


class Bar:
    """A progress bar on standard error: which step, how far, how many rows."""

    def __init__(self, progress: Progress) -> None:
        """Put one line on a bar of rich."""
        self.progress = progress
        self.task = progress.add_task("mulai", total=None)
        self.rows = 0

    def files(self, total: int) -> None:
        """Say how many files there are."""
        self.progress.update(self.task, total=total, completed=0)

    def file(self, name: str, done: int, rows: int) -> None:
        """Say which file is being read, how many are done, and how many rows came in just now."""
        self.rows += rows
        self.progress.update(
            self.task, description=f"impor {name} ({self.rows:,} baris)".replace(",", "."), completed=done
        )

    def stage(self, name: str) -> None:
        """Say which stage is going on."""
        self.progress.update(self.task, description=name)


@contextmanager
def progress() -> Iterator[Bar]:
    """Show a bar while something longer than two seconds goes on."""
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=err, transient=True) as bar:
        yield Bar(bar)

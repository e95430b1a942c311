"""The pages of --help in Indonesian: the argument parser brings English headings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import click

HEADINGS = {"Options": "Pilihan", "Commands": "Perintah", "Arguments": "Isian"}
USAGE = {"[OPTIONS]": "[PILIHAN]", "COMMAND": "PERINTAH", "[ARGS]": "[ISIAN]"}
TEXTS = {"Show this message and exit.": "Tampilkan bantuan ini.", "Show the version and exit.": "Tampilkan versi."}
KINDS = {
    "INTEGER RANGE": "ANGKA",
    "INTEGER": "ANGKA",
    "FLOAT RANGE": "ANGKA",
    "FLOAT": "ANGKA",
    "TEXT": "TEKS",
    "PATH": "BERKAS",
    "DIRECTORY": "FOLDER",
    "FILENAME": "BERKAS",
}
FACTS = {"required": "wajib", "default: ": "bawaan: "}


class Bantuan(click.HelpFormatter):
    """Writes what a page of --help always says in Indonesian; the rest is Indonesian already."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how a command is called."""
        super().write_usage(prog, replaced(args, USAGE), "Cara pakai: " if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        """Write the heading of a section."""
        super().write_heading(HEADINGS.get(heading, heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], *args: Any, **more: Any) -> None:
        """Write options or commands with their explanation."""
        told = [(kind_of(name), TEXTS.get(text, fact_of(text))) for name, text in rows]
        super().write_dl(told, *args, **more)


def kind_of(name: str) -> str:
    """Name the kind of value that an option takes.

    >>> kind_of("--tahun INTEGER RANGE"), kind_of("--json"), kind_of("kendala")
    ('--tahun ANGKA', '--json', 'kendala')
    """
    kind = next((known for known in KINDS if name.endswith(f" {known}")), None)
    return name.removesuffix(kind) + KINDS[kind] if kind and name.startswith("-") else name


def fact_of(text: str) -> str:
    """Put the facts that stand behind an explanation into Indonesian.

    >>> fact_of("Tahun kinerja.  [default: 2024; required]")
    'Tahun kinerja.  [bawaan: 2024; wajib]'
    """
    told, mark, facts = text.rpartition("[")
    return f"{told}{mark}{replaced(facts, FACTS)}" if mark else text


def replaced(text: str, words: dict[str, str]) -> str:
    """Replace every word of a table that stands in a text."""
    for word, ours in words.items():
        text = text.replace(word, ours)
    return text

"""Whether this machine can carry Selaras: the database's own checks, and the fonts of the papers."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from selaras.database.health import Pemeriksaan, check


def examine(folder: Path) -> list[Pemeriksaan]:
    """Check disk, memory, clock, PostgreSQL, rights and fonts."""
    fonts = [
        item
        for item in files("selaras.documents.tindak_lanjut").joinpath("huruf").iterdir()
        if item.name.endswith(".ttf")
    ]
    sentence = (
        f"{len(fonts)} huruf terpasang bersama Selaras." if fonts else "Huruf untuk PDF hilang; pasang ulang Selaras."
    )
    return [*check(folder), Pemeriksaan("Huruf", bool(fonts), sentence)]

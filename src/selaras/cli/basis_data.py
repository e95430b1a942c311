"""selaras basis-data: the database server of the data folder by itself, for whoever keeps it as a service."""

from __future__ import annotations

import os

import click

from selaras.cli.output import say
from selaras.database import open_database, stop


@click.command("basis-data")
@click.option("--hentikan", is_flag=True, help="Hentikan server basis data folder ini; sambungan yang ada diputus.")
def basis_data(hentikan: bool) -> None:
    """Nyalakan server basis data folder ini, atau hentikan. Perintah lain menyalakannya sendiri bila perlu."""
    if os.environ.get("DATABASE_URL", "").strip():
        say("DATABASE_URL menunjuk server lain; server itu tidak dinyalakan atau dihentikan dari sini.")
    elif not hentikan:
        open_database()
        say("Basis data menyala.")
    elif stop():
        say("Basis data dihentikan. Datanya tetap ada.")
    else:
        say("Basis data memang sedang tidak menyala.")


COMMANDS = (basis_data,)

"""selaras serve: the pages, under a production server."""

from __future__ import annotations

import click

from selaras.cli.output import say
from selaras.database import data_folder
from selaras.jobs.crew import address
from selaras.jobs.folder import opened
from selaras.portal.server import start


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Alamat yang didengarkan.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port.")
@click.option("--proses", "workers", type=click.IntRange(1, 64), default=2, show_default=True, help="Banyak proses.")
def serve(host: str, port: int, workers: int) -> None:
    """Layani halaman Selaras sampai dihentikan (Ctrl-C)."""
    with opened() as folder:
        dsn = address(folder)
    say(f"Selaras siap di http://{host}:{port}/ . Berhenti: Ctrl-C.")
    start(dsn, folder=data_folder() / "portal", host=host, port=port, workers=workers)


COMMANDS = (serve,)

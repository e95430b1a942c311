"""selaras serve: the pages, under a production server."""

from __future__ import annotations

from pathlib import Path

import click

from selaras.cli.output import say
from selaras.database import data_folder
from selaras.galat import Stop
from selaras.jobs.crew import address
from selaras.jobs.folder import opened
from selaras.setempat.child import free_port

_EVERYWHERE = ("127.0.0.1", "0.0.0.0")  # noqa: S104 - named by whoever serves


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Alamat yang didengarkan.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, envvar="PORT", show_default=True, help="Port.")
@click.option("--proses", "workers", type=click.IntRange(1, 64), default=2, show_default=True, help="Banyak proses.")
@click.option("--lengkap", is_flag=True, help="Beserta pekerja; di folder latihan juga My ASN latihan dan akunnya.")
@click.option(
    "--beserta",
    "folders",
    multiple=True,
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="Bersama --lengkap: layani juga folder data ini, sepuluh port sesudahnya (boleh diulang).",
)
def serve(host: str, port: int, workers: int, lengkap: bool, folders: tuple[Path, ...]) -> None:
    """Layani halaman Selaras sampai dihentikan (Ctrl-C)."""
    if lengkap:
        _everything(host, port, workers, folders)
        return
    if folders:
        raise Stop("--beserta hanya bersama --lengkap.", langkah="Tambahkan --lengkap.")
    free_port(port, host=host)
    with opened() as folder:
        dsn = address(folder)
    say(f"Selaras siap di http://{host}:{port}/ . Berhenti: Ctrl-C.")
    from selaras.portal.server import start  # only now: the command line does without the pages

    start(dsn, folder=data_folder() / "portal", host=host, port=port, workers=workers)


def _everything(host: str, port: int, workers: int, folders: tuple[Path, ...]) -> None:
    if host not in _EVERYWHERE:
        raise Stop("--lengkap melayani 127.0.0.1 atau 0.0.0.0.", langkah="Hapus --host, atau jalankan tanpa --lengkap.")
    from selaras.cli.serve_lengkap import serve_all

    serve_all(folders, host=host, port=port, workers=workers)


COMMANDS = (serve,)

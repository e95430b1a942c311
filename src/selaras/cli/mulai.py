"""selaras mulai: what this data folder is for, once and for ever."""

from __future__ import annotations

import sys
from contextlib import redirect_stdout
from typing import Any

import click

from selaras.cli.options import as_json
from selaras.cli.output import print_json, say
from selaras.config import clock
from selaras.database import data_folder
from selaras.galat import DataError
from selaras.jobs.folder import opened
from selaras.organisasi.services import instansi_create


class Asked(click.Option):
    """An option that asks on standard error: standard output belongs to the answer."""

    def prompt_for_value(self, ctx: click.Context) -> Any:
        """Ask."""
        with redirect_stdout(sys.stderr):
            return super().prompt_for_value(ctx)


@click.command()
@click.option("--instansi", "nama", cls=Asked, prompt="Nama instansi", help="Misalnya: Pemerintah Kabupaten Contoh.")
@click.option(
    "--jenis", cls=Asked, type=click.Choice(["latihan", "nyata"]), prompt="Folder ini untuk latihan atau data nyata"
)
@click.option(
    "--tipe-periodik",
    cls=Asked,
    type=click.Choice(["bulanan", "triwulanan"]),
    prompt="Tipe periodik di e-Kinerja",
    default="triwulanan",
)
@click.option(
    "--tahun", cls=Asked, type=click.IntRange(2022, 2100), prompt="Tahun kinerja", default=lambda: clock.today().year
)
@click.option("--kantor", cls=Asked, prompt="Nama kantor kepegawaian (BKPSDM, BKD, BKPP)", default="BKPSDM")
@as_json
def mulai(nama: str, jenis: str, tipe_periodik: str, tahun: int, kantor: str, as_json: bool) -> None:
    """Tetapkan untuk apa folder data ini: instansi, latihan atau nyata, tahun."""
    if not nama.strip():
        raise DataError(
            "Nama instansi belum diisi.", langkah='Tulis misalnya --instansi "Pemerintah Kabupaten Contoh".'
        )
    with opened() as folder:
        made = instansi_create(
            folder.connection, nama=nama.strip(), jenis=jenis, tipe_periodik=tipe_periodik, tahun=tahun, kantor=kantor
        )
    if as_json:
        answer = {"instansi": made.nama, "jenis": made.jenis, "tahun": made.tahun}
        print_json(answer | {"tipe_periodik": made.tipe_periodik, "kantor": made.kantor, "hanya_baca": made.hanya_baca})
        return
    say(f"Folder data {data_folder()} siap untuk {made.nama} ({made.jenis}), tahun {made.tahun}.")
    say("Berikutnya: selaras kerjakan FOLDER_LAPORAN")


COMMANDS = (mulai,)

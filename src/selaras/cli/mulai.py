"""selaras mulai: what this data folder is for, once and for ever."""

from __future__ import annotations

import click

from selaras.cli.options import as_json
from selaras.cli.output import print_json, say
from selaras.config import clock
from selaras.database import data_folder
from selaras.jobs.folder import opened
from selaras.organisasi.services import instansi_create


@click.command()
@click.option("--instansi", "nama", prompt="Nama instansi", help="Misalnya: Pemerintah Kabupaten Contoh.")
@click.option("--jenis", type=click.Choice(["latihan", "nyata"]), prompt="Folder ini untuk latihan atau data nyata")
@click.option(
    "--tipe-periodik",
    type=click.Choice(["bulanan", "triwulanan"]),
    prompt="Tipe periodik di e-Kinerja",
    default="triwulanan",
)
@click.option("--tahun", type=click.IntRange(2022, 2100), prompt="Tahun kinerja", default=lambda: clock.today().year)
@click.option("--kantor", prompt="Nama kantor kepegawaian (BKPSDM, BKD, BKPP)", default="BKPSDM")
@as_json
def mulai(nama: str, jenis: str, tipe_periodik: str, tahun: int, kantor: str, as_json: bool) -> None:
    """Tetapkan untuk apa folder data ini: instansi, latihan atau nyata, tahun."""
    with opened() as folder:
        made = instansi_create(
            folder.connection, nama=nama, jenis=jenis, tipe_periodik=tipe_periodik, tahun=tahun, kantor=kantor
        )
    if as_json:
        answer = {"instansi": made.nama, "jenis": made.jenis, "tahun": made.tahun}
        print_json(answer | {"tipe_periodik": made.tipe_periodik, "kantor": made.kantor, "hanya_baca": made.hanya_baca})
        return
    say(f"Folder data {data_folder()} siap untuk {made.nama} ({made.jenis}), tahun {made.tahun}.")
    say("Berikutnya: selaras kerjakan FOLDER_LAPORAN")


COMMANDS = (mulai,)

"""selaras latihan: an invented district with damages, as files in the real formats or into a rehearsal folder."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from selaras.cli.impor import read
from selaras.cli.options import as_json
from selaras.cli.output import Bar, print_json, progress, say
from selaras.galat import Stop
from selaras.jobs.folder import Folder, opened, run
from selaras.jobs.importing import Wish, ensure_instansi
from selaras.jobs.process import process
from selaras.latihan.district import INSTANSI, District, buat
from selaras.latihan.paket import tulis_semua


@click.command()
@click.option("--sekolah", type=click.IntRange(1, 20_000), default=14, show_default=True, help="Banyaknya sekolah.")
@click.option("--guru", type=click.IntRange(1, 500_000), default=300, show_default=True, help="Banyaknya guru.")
@click.option("--tahun", type=click.IntRange(2024, 2100), default=2024, show_default=True, help="Tahun kinerja.")
@click.option("--seed", type=int, default=1, show_default=True, help="Bibit acak: bibit sama, daerah sama.")
@click.option("--bersih", is_flag=True, help="Tanpa kerusakan apa pun.")
@click.option("--periode-rusak", type=click.Choice(["P1", "P2", "P3", "P4", "P5"]), help="Rusak Manajemen Periode.")
@click.option(
    "--keluar", type=click.Path(path_type=Path, file_okay=False), help="Tulis berkas ke folder ini, jangan impor."
)
@as_json
def latihan(
    sekolah: int,
    guru: int,
    tahun: int,
    seed: int,
    bersih: bool,
    periode_rusak: str | None,
    keluar: Path | None,
    as_json: bool,
) -> None:
    """Buat daerah latihan: orang rekaan, kerusakan yang diketahui, dua tanggal data, dan kunci jawabannya."""
    try:
        made = buat(sekolah, guru, tahun, seed, bersih=bersih, periode_rusak=periode_rusak)
    except ValueError as error:
        raise Stop(
            f"Daerah latihan tidak bisa dibuat: {error}", langkah="Perbesar --sekolah dan --guru, atau pakai --bersih."
        ) from error
    if keluar:
        written = _into_folder(made, keluar)
        if as_json:
            print_json({"folder": str(keluar), "berkas": len(written)})
        else:
            say(f"{len(written)} berkas latihan ditulis ke {keluar}; kunci jawabannya di kunci-TANGGAL.json.")
        return
    _into_database(made, tahun, as_json)


def _into_folder(made: District, keluar: Path) -> list[Path]:
    try:
        return tulis_semua(made, keluar)
    except OSError as error:
        raise Stop(
            f"Berkas latihan tidak bisa ditulis ke {keluar}: {error.strerror or 'disk penuh atau tidak ada hak'}.",
            langkah="Pilih folder lain dengan --keluar.",
        ) from error


def _into_database(made: District, tahun: int, as_json: bool) -> None:
    with tempfile.TemporaryDirectory() as temporary, opened() as folder, progress() as bar:
        if folder.instansi and not folder.instansi.latihan:
            raise Stop(
                "Folder ini berisi data nyata; daerah latihan tidak dimasukkan.",
                langkah="Pakai SELARAS_DATA=... yang lain.",
            )
        tulis_semua(made, Path(temporary))
        for snapshot in sorted(path for path in Path(temporary).iterdir() if path.is_dir()):
            _one(folder, snapshot, tahun, bar)
    if as_json:
        print_json({"instansi": INSTANSI, "tahun": tahun})
    else:
        say(f"Daerah latihan {INSTANSI} tahun {tahun} sudah masuk, dua tanggal data.")


def _one(folder: Folder, snapshot: Path, tahun: int, bar: Bar) -> None:
    ensure_instansi(folder, sorted(snapshot.glob("*.xlsx")), tahun)
    with run(folder, "latihan") as number:
        outcome = read(folder, (snapshot,), Wish(tahun, number), bar)
        if outcome.gagal:
            raise outcome.gagal[0]
        process(folder, tahun=tahun, run=number, progress=bar.stage)


COMMANDS = (latihan,)

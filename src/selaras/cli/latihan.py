"""selaras latihan: an invented district with damages, as files in the real formats or into a rehearsal folder."""

from __future__ import annotations

from pathlib import Path

import click
from click.core import ParameterSource

from selaras.cli.options import as_json
from selaras.cli.output import print_json, progress, say
from selaras.config import clock
from selaras.galat import Stop
from selaras.jobs import rehearsal
from selaras.jobs.folder import opened
from selaras.jobs.rehearsal import Watch
from selaras.latihan.district import INSTANSI, District, buat
from selaras.latihan.paket import tulis_semua

_DISTRICT = ("sekolah", "guru", "tahun", "seed", "bersih", "periode_rusak", "sasaran", "keluar")


@click.command()
@click.option("--sekolah", type=click.IntRange(1, 20_000), default=14, show_default=True, help="Banyaknya sekolah.")
@click.option("--guru", type=click.IntRange(1, 500_000), default=300, show_default=True, help="Banyaknya guru.")
@click.option("--tahun", type=click.IntRange(2024, 2100), default=2024, show_default=True, help="Tahun kinerja.")
@click.option("--seed", type=int, default=1, show_default=True, help="Bibit acak: bibit sama, daerah sama.")
@click.option("--bersih", is_flag=True, help="Tanpa kerusakan apa pun.")
@click.option("--periode-rusak", type=click.Choice(["P1", "P2", "P3", "P4", "P5"]), help="Rusak Manajemen Periode.")
@click.option(
    "--sasaran",
    type=click.Choice(["laporan", "bawaan"]),
    default="laporan",
    show_default=True,
    help="Sisi e-Kinerja: berkas laporan (hanya dibaca), atau aplikasi bawaan (bisa ditulis).",
)
@click.option(
    "--perbaiki",
    multiple=True,
    metavar="KODE",
    help="Perbaiki satu jenis kerusakan di sisi yang bertanggung jawab (boleh diulang; SEMUA: semuanya).",
)
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
    sasaran: str,
    perbaiki: tuple[str, ...],
    keluar: Path | None,
    as_json: bool,
) -> None:
    """Buat daerah latihan: orang rekaan, kerusakan yang diketahui, dua tanggal data, dan kunci jawabannya."""
    if perbaiki:
        _mend(perbaiki, as_json)
        return
    try:
        made = buat(
            *(sekolah, guru, tahun, seed, bersih),
            periode_rusak=periode_rusak,
            bawaan=sasaran == "bawaan",
            per=clock.today() if sasaran == "bawaan" else None,
        )
    except ValueError as error:
        raise Stop(
            f"Daerah latihan tidak bisa dibuat: {error}", langkah="Perbesar --sekolah dan --guru, atau pakai --bersih."
        ) from error
    if keluar:
        if made.bawaan:
            raise Stop("--keluar menulis berkas laporan; aplikasi bawaan tidak berupa berkas.", langkah="Pilih satu.")
        written = _into_folder(made, keluar)
        if as_json:
            print_json({"folder": str(keluar), "berkas": len(written)})
        else:
            say(f"{len(written)} berkas latihan ditulis ke {keluar}; kunci jawabannya di kunci-TANGGAL.json.")
        return
    _into_database(made, as_json)


def _into_folder(made: District, keluar: Path) -> list[Path]:
    try:
        return tulis_semua(made, keluar)
    except OSError as error:
        raise Stop(
            f"Berkas latihan tidak bisa ditulis ke {keluar}: {error.strerror or 'disk penuh atau tidak ada hak'}.",
            langkah="Pilih folder lain dengan --keluar.",
        ) from error


def _into_database(made: District, as_json: bool) -> None:
    with opened() as folder, progress() as bar:
        told = rehearsal.load(folder, made, Watch(bar.files, bar.file, bar.stage))
    if as_json:
        print_json({"instansi": INSTANSI, "tahun": made.tahun} | ({"catatan": told} if told else {}))
        return
    if made.bawaan:
        say(f"Daerah latihan {INSTANSI} tahun {made.tahun} sudah masuk; sisi e-Kinerja ada di aplikasi bawaan.")
    else:
        say(f"Daerah latihan {INSTANSI} tahun {made.tahun} sudah masuk, dua tanggal data.")
    for sentence in told:
        say(sentence)


def _mend(codes: tuple[str, ...], as_json: bool) -> None:
    context = click.get_current_context()
    given = [name for name in _DISTRICT if context.get_parameter_source(name) is ParameterSource.COMMANDLINE]
    if given:
        raise Stop(
            f"--perbaiki tidak memakai --{given[0].replace('_', '-')}: daerahnya sudah diingat folder ini.",
            langkah="Tulis hanya --perbaiki KODE.",
        )
    with opened() as folder, progress() as bar:
        mended = rehearsal.mend(folder, codes, Watch(bar.files, bar.file, bar.stage))
    if as_json:
        print_json({"diperbaiki": mended})
    elif mended:
        say(f"Diperbaiki di sisinya masing-masing dan dibaca lagi: {', '.join(mended)}.")
    else:
        say("Tidak ada yang berubah: kode itu sudah diperbaiki atau tidak mungkin rusak di folder ini.")


COMMANDS = (latihan,)

"""selaras templat: a school's workbook, names and what is known filled in, to be imported again as it is."""

from __future__ import annotations

from pathlib import Path

import click

from selaras.cli.options import as_json, view
from selaras.cli.output import print_json, say
from selaras.documents.templat import IsiTemplat, nama_berkas, slots_tipe, susun, tulis
from selaras.jobs.folder import Folder, opened
from selaras.kinerja import npsn as npsn_rules
from selaras.monitoring.roster import roster, school_name


@click.command()
@click.option("--npsn", required=True, help="NPSN sekolah.")
@click.option("--tahun", type=click.IntRange(2022, 2100), help="Tahun kinerja.")
@click.option(
    "--keluar", type=click.Path(path_type=Path, file_okay=False), default=Path(), help="Folder tempat menulis."
)
@as_json
def templat(npsn: str, tahun: int | None, keluar: Path, as_json: bool) -> None:
    """Tulis templat untuk satu sekolah: nama dan nilai yang sudah diketahui sudah terisi."""
    with opened() as folder:
        made = contents(folder, npsn_rules.compact(npsn) or "(kosong)", tahun)
    path = tulis(made, keluar / nama_berkas(made))
    rated = sum(person.dinilai for person in made.pegawai)
    if as_json:
        print_json({"berkas": str(path), "npsn": made.npsn, "tahun": made.tahun, "orang": len(made.pegawai),
                    "dinilai": rated})  # fmt: skip
        return
    say(f"{path}: {len(made.pegawai)} orang, {rated} di antaranya dinilai. Isinya NIP utuh: serahkan langsung.")
    say(f"Sesudah diisi: selaras impor {path}")


def contents(folder: Folder, npsn: str, tahun: int | None) -> IsiTemplat:
    """Gather what the template of a school is made of. Raises `DataError` for a school that no file has named."""
    instansi = folder.need()
    seen = view(folder, tahun, npsn)
    sekolah = seen.sekolah or 0
    slots = slots_tipe(instansi.tipe_periodik)
    people = roster(folder.connection, sekolah=sekolah, tahun=seen.tahun)
    return IsiTemplat(
        instansi=instansi.nama,
        npsn=npsn,
        sekolah=school_name(folder.connection, sekolah=sekolah),
        tahun=seen.tahun,
        latihan=instansi.latihan,
        slots=slots,
        pegawai=tuple(susun(person, tahun=seen.tahun, slots=slots) for person in people),
    )


COMMANDS = (templat,)

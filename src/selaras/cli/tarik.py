"""selaras tarik: read both sides as far as Selaras can by itself; nothing is sent."""

from __future__ import annotations

from typing import Any

import click

from selaras.apply.gate import READ_ONLY
from selaras.cli.options import as_json, view
from selaras.cli.output import print_json, progress, say
from selaras.cli.rekap import add_up, exit_code, rekap_json
from selaras.intake.services import Imported
from selaras.jobs import pmm_side, transfer
from selaras.jobs.folder import Folder, opened, run
from selaras.jobs.process import process


@click.command()
@click.option("--tahun", type=click.IntRange(2022, 2100), help="Tahun kinerja.")
@click.option(
    "--pmm-bawaan/--pmm-berkas", "builtin", default=None,
    help="Tetapkan untuk seterusnya: sisi PMM dibaca dari PMM bawaan, atau hanya dari berkas.",
)  # fmt: skip
@as_json
def tarik(tahun: int | None, builtin: bool | None, as_json: bool) -> int:
    """Baca PMM bawaan dan e-Kinerja bawaan, lalu hitung ulang; tidak ada yang dikirim."""
    with opened() as folder:
        if builtin is not None:
            pmm_side.declare(folder, builtin=builtin)
        year = tahun or folder.need().tahun
        with run(folder, "tarik") as number, progress() as bar:
            bar.stage("baca PMM")
            pmm = pmm_side.observe(folder, tahun=year, run=number)
            bar.stage("baca e-Kinerja")
            ekinerja = _target(folder, year, number)
            process(folder, tahun=year, run=number, progress=bar.stage)
            seen = view(folder, year)
            books = add_up(folder, seen)
    if as_json:
        told = {"pmm": _count(pmm), "ekinerja": _count(ekinerja), "pmm_bawaan": pmm_side.builtin_pmm(folder.need())}
        print_json({**rekap_json(books, seen), "tarik": told})
        return exit_code(books)
    say(_line("PMM bawaan", pmm) if pmm_side.builtin_pmm(folder.need()) else "PMM: dibaca dari berkas (selaras impor).")
    say(READ_ONLY if folder.need().hanya_baca else _line("e-Kinerja", ekinerja))
    say(f"Selaras {books.keadaan['selaras']} dari {books.total}. Rinciannya: selaras rekap")
    return exit_code(books)


def _target(folder: Folder, tahun: int, number: int) -> list[Imported]:
    return [] if folder.need().hanya_baca else transfer.observe(folder, tahun=tahun, run=number)


def _count(found: list[Imported]) -> dict[str, Any]:
    return {"baris": sum(x.counts.read for x in found), "baru": sum(x.counts.new for x in found),
            "berubah": sum(x.counts.changed for x in found)}  # fmt: skip


def _line(name: str, found: list[Imported]) -> str:
    counts = _count(found)
    return f"{name}: {counts['baris']} baris dibaca, {counts['baru']} baru, {counts['berubah']} berubah."


COMMANDS = (tarik,)

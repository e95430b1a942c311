"""selaras impor: files in, and what is still missing."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import click

from selaras.cli.options import as_json, day
from selaras.cli.output import Bar, print_json, progress, say, table, warn
from selaras.config import clock
from selaras.intake.services import Imported
from selaras.jobs.folder import Folder, data_per, opened, run
from selaras.jobs.importing import Outcome, Wish, ensure_instansi, files_of
from selaras.jobs.importing import impor as import_files
from selaras.jobs.process import process
from selaras.monitoring.selectors import missing
from selaras.monitoring.texts import tanggal

STATUS = {
    "dibaca": "dibaca",
    "sama": "sama persis dengan yang sudah dibaca",
    "lebih_lama": "lebih lama daripada data yang ada",
}


def wishes(command: Any) -> Any:
    """Add the options of an import."""
    for option in (
        click.option(
            "--terima-pengurangan", "shrink", is_flag=True, help="Terima laporan yang barisnya jauh berkurang."
        ),
        click.option("--per", callback=day, help="Tanggal data untuk berkas yang tidak menyebutnya."),
        click.option("--jenis", help="Paksa jenis berkas (bawaan: dikenali dari isinya)."),
    ):
        command = option(command)
    return command


@click.command()
@click.argument("berkas", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--tahun", type=click.IntRange(2022, 2100), help="Tahun kinerja bila berkas tidak menyebutnya.")
@wishes
@as_json
def impor(
    berkas: tuple[Path, ...], tahun: int | None, jenis: str | None, per: dt.date | None, shrink: bool, as_json: bool
) -> int:
    """Baca berkas atau folder laporan; jenisnya dikenali dari isinya."""
    with opened() as folder, run(folder, "impor") as number, progress() as bar:
        instansi = ensure_instansi(folder, files_of(berkas), tahun)
        year = tahun or instansi.tahun
        outcome = read(folder, berkas, Wish(year, number, jenis, per, shrink), bar)
        process(folder, tahun=year, run=number, progress=bar.stage)
        report = import_report(folder, outcome, year)
    if as_json:
        print_json(report)
    else:
        show_import(outcome, report)
    return 1 if outcome.gagal else 0


def read(folder: Folder, paths: tuple[Path, ...], wish: Wish, bar: Bar) -> Outcome:
    """Import with a progress bar."""
    bar.files(len(files_of(paths)))
    return import_files(folder, paths, wish, bar.file)


def import_report(folder: Folder, outcome: Outcome, tahun: int) -> dict[str, Any]:
    """Say what was read, what failed, what is missing and how old the data are."""
    per = data_per(folder)
    return {
        "impor": [_line(item) for item in outcome.imported],
        "gagal": [str(error) for error in outcome.gagal],
        "dilewati": outcome.dilewati,
        "belum_ada": missing(folder.connection, instansi=folder.need(), tahun=tahun),
        "data_per": per,
        "umur_hari": (clock.today() - per).days if per else None,
    }


def _line(item: Imported) -> dict[str, Any]:
    counts = item.counts
    return {
        "berkas": item.berkas,
        "jenis": item.connector,
        "judul": item.title,
        "status": item.status,
        "data_per": item.per,
        "dibaca": counts.read,
        "baru": counts.new,
        "berubah": counts.changed,
        "sama": counts.same,
        "kembar": counts.duplicate,
        "rincian": counts.child,
        "di_luar": counts.outside,
        "ditolak": counts.rejected,
        "ditarik_kembali": counts.gone,
    }


def show_import(outcome: Outcome, report: dict[str, Any]) -> None:
    """Print an import for people."""
    if outcome.imported:
        table(
            ("Jenis", "#Berkas", "#Dibaca", "#Baru", "#Berubah", "#Sama", "#Kembar", "#Di luar", "#Ditolak"),
            _by_kind(outcome.imported),
        )
    for item in outcome.imported:
        if item.status == "lebih_lama":
            say(f"{item.berkas}: {STATUS[item.status]}, tidak dipakai (paksa dengan --per TANGGAL).")
    for sentence in report["dilewati"]:
        say(f"Dilewati: {sentence}")
    for sentence in report["gagal"]:
        warn(sentence)
    if outcome.imported and all(item.status != "dibaca" for item in outcome.imported):
        say("Tidak ada yang berubah: semua berkas ini sudah pernah dibaca.")
    say(closing_line(report))


def closing_line(report: dict[str, Any]) -> str:
    """Say what is missing and how old the data are.

    >>> closing_line({"belum_ada": ["peta UNOR"], "data_per": dt.date(2025, 1, 6), "umur_hari": 3})
    'belum ada: peta UNOR; data ditarik 6 Januari 2025, 3 hari lalu'
    """
    parts = [f"belum ada: {'; '.join(report['belum_ada'])}"] if report["belum_ada"] else ["semua laporan sudah ada"]
    if report["data_per"]:
        parts.append(f"data ditarik {tanggal(report['data_per'])}, {report['umur_hari']} hari lalu")
    return "; ".join(parts)


def _by_kind(imported: list[Imported]) -> list[tuple[object, ...]]:
    """Add up the batches of one kind: a row per kind of file reads better than one per file."""
    kinds: dict[str, list[Imported]] = {}
    for item in imported:
        kinds.setdefault(item.title, []).append(item)
    fields = ("read", "new", "changed", "same", "duplicate", "outside", "rejected")
    return [
        (title, len(items), *(sum(getattr(item.counts, name) for item in items) for name in fields))
        for title, items in kinds.items()
    ]


COMMANDS = (impor,)

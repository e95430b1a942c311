"""selaras cadangkan and pulihkan: a data folder into one file and back."""

from __future__ import annotations

from pathlib import Path

import click

from selaras.cli.options import as_json
from selaras.cli.output import print_json, progress, say
from selaras.config import clock
from selaras.config.migrations import migrate
from selaras.database import backup, data_folder, open_database, restore
from selaras.jobs.backups import note

# Rows that Selaras itself writes into a fresh folder: they may stand in the target of a restore.
SEEDED = ("django_migrations", "django_content_type", "auth_permission", "code")


@click.command()
@click.argument("berkas", type=click.Path(path_type=Path, dir_okay=False))
@as_json
def cadangkan(berkas: Path, as_json: bool) -> None:
    """Cadangkan seluruh folder data ke satu berkas (berisi data pribadi: simpan baik-baik)."""
    with progress() as bar:
        dsn = open_database()
        migrate(dsn)
        manifest = backup(dsn, berkas, kabar=bar.stage)
    note(data_folder(), clock.now())
    rows = sum(table.rows for table in manifest.tables)
    if as_json:
        print_json({"berkas": str(berkas), "tabel": len(manifest.tables), "baris": rows})
    else:
        say(f"Cadangan ditulis ke {berkas}: {len(manifest.tables)} tabel, {rows} baris.")
        say("Isinya data pribadi; jaga kerahasiaannya.")


@click.command()
@click.argument("berkas", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--ganti", is_flag=True, help="Ganti seluruh isi folder data ini dengan isi cadangan.")
@as_json
def pulihkan(berkas: Path, ganti: bool, as_json: bool) -> None:
    """Pulihkan folder data dari cadangan; folder yang sudah berisi hanya diganti dengan --ganti."""
    with progress() as bar:
        dsn = open_database()
        migrate(dsn)
        manifest = restore(dsn, berkas, seeded=SEEDED, replace=ganti, kabar=bar.stage)
    rows = sum(table.rows for table in manifest.tables)
    if as_json:
        print_json({"berkas": str(berkas), "tabel": len(manifest.tables), "baris": rows})
    else:
        say(f"Dipulihkan dari {berkas}: {len(manifest.tables)} tabel, {rows} baris.")


COMMANDS = (cadangkan, pulihkan)

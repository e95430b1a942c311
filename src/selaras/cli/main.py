"""The command `selaras`. Every command lives in a module of its own; errors become one sentence and an exit code.

Exit codes: 0 nothing left to do, 2 rows remain that are not selaras, 1 an error, 3 the books do not balance.
"""

from __future__ import annotations

import sys
import traceback
from pathlib import Path

import click
import psycopg

from selaras.cli import (
    angka_kredit,
    cadangan,
    impor,
    kecualikan,
    kendala,
    kerjakan,
    latihan,
    mulai,
    nomor,
    padan,
    perubahan,
    predikat,
    rekap,
    riwayat,
    sistem,
    templat,
    tindak_lanjut,
)
from selaras.cli.output import warn
from selaras.config import clock
from selaras.database import data_folder
from selaras.galat import SelarasError

ERROR = 1


@click.group(context_settings={"help_option_names": ["--help", "-h", "--bantuan"]})
@click.version_option(package_name="selaras", message="selaras %(version)s")
def cli() -> None:
    """Menyelaraskan kinerja guru di PMM / Ruang GTK dengan e-Kinerja BKN, dan membuktikannya."""


for module in (
    *(mulai, sistem, impor, kerjakan, rekap, kendala, perubahan, riwayat, padan, kecualikan, templat),
    *(tindak_lanjut, latihan, nomor, predikat, angka_kredit, cadangan),
):
    for command in module.COMMANDS:
        cli.add_command(command)


def main() -> None:
    """Run the command line; no traceback ever reaches a person."""
    try:
        code = cli.main(standalone_mode=False)
        sys.exit(code if isinstance(code, int) else 0)
    except SelarasError as error:
        warn(str(error))
        sys.exit(error.exit_code)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.Abort:
        warn("Dibatalkan. Tidak ada yang diubah.")
        sys.exit(ERROR)
    except click.ClickException as error:
        warn(f"{error.format_message()} (lihat: selaras --bantuan)")
        sys.exit(ERROR)
    except psycopg.errors.DiskFull:
        warn("Ruang disk habis; perintah dibatalkan dan data tetap seperti semula. Kosongkan disk, lalu ulangi.")
        sys.exit(ERROR)
    except BrokenPipeError:
        sys.exit(ERROR)
    except Exception:  # noqa: BLE001 - the last gate: the person gets a sentence, the engineer the file
        warn("Terjadi galat yang tidak terduga; data tetap seperti semula.")
        warn(f"Kirim berkas {_note()} kepada pengelola Selaras.")
        sys.exit(ERROR)


def _note() -> Path:
    """Write what went wrong into the data folder, for the engineer."""
    folder = data_folder()
    path = folder / "galat.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(f"{clock.now().isoformat()}\n{traceback.format_exc()}\n")
    except OSError:
        return Path("galat.log (tidak bisa ditulis)")
    return path

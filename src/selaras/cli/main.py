"""The command `selaras`. Every command lives in a module of its own; errors become one sentence and an exit code.

Exit codes: 0 nothing left to do, 2 rows remain that are not selaras, 1 an error, 3 the books do not balance.
"""

from __future__ import annotations

import re
import sys
import traceback
from pathlib import Path

import click
import psycopg

from selaras.cli import bantuan
from selaras.cli.output import warn
from selaras.cli.perintah import Perintah
from selaras.config import clock
from selaras.database import data_folder
from selaras.galat import SelarasError

ERROR = 1
click.Context.formatter_class = bantuan.Bantuan


@click.group(cls=Perintah, context_settings={"help_option_names": ["--help", "-h", "--bantuan"]})
@click.version_option(package_name="selaras", message="selaras %(version)s")
def cli() -> None:
    """Menyelaraskan kinerja guru di PMM / Ruang GTK dengan e-Kinerja BKN, dan membuktikannya."""


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
        warn(f"{usage(error)} (lihat: selaras --bantuan)")
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


def usage(error: click.ClickException) -> str:
    """Say in Indonesian what is wrong with a command line.

    >>> usage(click.NoSuchOption("--foo"))
    'Pilihan --foo tidak ada.'
    """
    match error:
        case click.NoSuchOption():
            return f"Pilihan {error.option_name} tidak ada."
        case click.MissingParameter():
            return (
                f"Yang belum ditulis: {error.param.make_metavar(error.ctx) if error.param and error.ctx else 'isian'}."
            )
        case click.BadParameter():
            name = error.param.get_error_hint(error.ctx) if error.param and error.ctx else "isian"
            return f"Isian {name} tidak bisa dipakai: {_plain(error.message)}"
        case click.UsageError() if "No such command" in error.message:
            return f"Perintah {error.message.split()[-1].strip('.')} tidak ada."
    return error.format_message()


def _plain(message: str) -> str:
    """Turn the sentences of the argument parser that people meet most into Indonesian."""
    message = re.sub(r"^'(.*)' is not a valid (integer|int|float)( range)?\.$", r"«\1» bukan angka.", message)
    message = re.sub(r"^'?(.*?)'? is not one of (.*)\.$", r"«\1» bukan salah satu dari \2.", message)
    return re.sub(r"^(.*) is not in the range (.*)\.$", r"\1 di luar batas \2.", message)


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

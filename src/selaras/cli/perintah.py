"""The commands and the modules they live in. Only the module of the command that is called is imported."""

from __future__ import annotations

from importlib import import_module

import click

# A command lives in the module of its name; these live in another one.
ELSEWHERE = {
    "cadangkan": "cadangan",
    "kode": "akses",
    "peran": "akses",
    "periksa-sistem": "sistem",
    "pulihkan": "cadangan",
}
NAMES = (
    *("mulai", "periksa-sistem", "impor", "kerjakan", "rekap", "kendala", "perubahan", "riwayat", "padan"),
    *("kecualikan", "templat", "rencana", "setujui", "kirim", "cocokkan", "tarik", "bukti", "tindak-lanjut"),
    *("latihan", "nomor", "predikat", "angka-kredit", "cadangkan", "pulihkan", "worker", "status", "jadwal"),
    *("simulasi", "serve", "kode", "peran", "akun", "akun-latihan", "basis-data"),
)


class Perintah(click.Group):
    """The group of all commands."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the names that the page of --help shows."""
        return sorted(NAMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command of this name; None when there is none."""
        if cmd_name not in NAMES:
            return None
        module = import_module(f"selaras.cli.{ELSEWHERE.get(cmd_name, cmd_name.replace('-', '_'))}")
        commands: tuple[click.Command, ...] = module.COMMANDS
        return next(command for command in commands if command.name == cmd_name)

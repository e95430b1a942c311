"""selaras akun: local accounts of technical admins, with a password of their own and a second factor."""

from __future__ import annotations

import sys

import click

from selaras.accounts.roles import Jenis
from selaras.cli.options import as_json
from selaras.cli.output import print_json, say, table
from selaras.jobs import local_accounts
from selaras.jobs.folder import opened, run

ROLES = [str(one) for one in local_accounts.ROLES]
_stdin = click.option("--sandi-stdin", is_flag=True, help="Baca kata sandi dari masukan baku, untuk skrip.")


@click.group()
def akun() -> None:
    """Akun lokal untuk teknisi dan admin: kata sandi Selaras dan kode kedua."""


@akun.command()
@click.argument("nama")
@click.option("--peran", type=click.Choice(ROLES), default="teknisi", show_default=True, help="Peran akun ini.")
@_stdin
def buat(nama: str, peran: str, sandi_stdin: bool) -> None:
    """Buat akun; kata sandinya ditanyakan dan tidak tampil."""
    sandi = _password(sandi_stdin)
    with opened() as folder, run(folder, "akun buat"):
        local_accounts.create(folder, nama=nama, sandi=sandi, jenis=Jenis(peran))
    say(f"Akun {nama.strip().lower()} dibuat sebagai {Jenis(peran).nama}.")
    say("Masuk: halaman Masuk, tautan akun lokal di bawah. Kode kedua dipasang saat masuk pertama kali.")


@akun.command()
@as_json
def daftar(as_json: bool) -> None:
    """Tampilkan akun lokal."""
    with opened() as folder:
        found = local_accounts.listed(folder)
    if as_json:
        rows = [{"nama": a.nama, "peran": a.peran, "aktif": a.aktif, "mfa": a.faktor} for a in found]
        print_json({"akun": rows})
    elif found:
        table(
            ("Nama", "Peran", "Keadaan", "Kode kedua"),
            [
                (a.nama, a.peran, "terbuka" if a.aktif else "ditutup", "terpasang" if a.faktor else "belum")
                for a in found
            ],
        )
    else:
        say("Belum ada akun lokal. Contoh: selaras akun buat NAMA --peran teknisi.")


@akun.command()
@click.argument("nama")
def tutup(nama: str) -> None:
    """Tutup akun; yang sedang masuk langsung keluar."""
    with opened() as folder, run(folder, "akun tutup"):
        local_accounts.close(folder, nama=nama)
    say(f"Akun {nama} ditutup. «selaras akun sandi {nama}» membukanya lagi.")


@akun.command("sandi")
@click.argument("nama")
@_stdin
def ganti_sandi(nama: str, sandi_stdin: bool) -> None:
    """Ganti kata sandi akun; akun yang ditutup terbuka lagi."""
    typed = _password(sandi_stdin)
    with opened() as folder, run(folder, "akun sandi"):
        local_accounts.password(folder, nama=nama, sandi=typed)
    say(f"Kata sandi {nama} diganti; yang sedang masuk dengan akun ini keluar.")


@akun.command("reset-mfa")
@click.argument("nama")
def reset_mfa(nama: str) -> None:
    """Lupakan kode kedua; dipasang lagi saat masuk berikutnya."""
    with opened() as folder, run(folder, "akun reset-mfa"):
        local_accounts.reset(folder, nama=nama)
    say(f"Kode kedua {nama} dilupakan. Ia memasangnya lagi saat masuk berikutnya.")


def _password(from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    typed: str = click.prompt(
        "Kata sandi (paling sedikit 12 tanda)", hide_input=True, confirmation_prompt="Sekali lagi"
    )
    return typed


COMMANDS = (akun,)

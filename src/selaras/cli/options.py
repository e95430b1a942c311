"""Options that every command shares, and the scope they name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import click

from selaras.config import clock
from selaras.galat import DataError
from selaras.jobs.folder import Folder, data_per
from selaras.kinerja import nip as nip_rules
from selaras.organisasi.selectors import Instansi, orang_id, sekolah_id

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class View:
    """What a command looks at: the instansi, a year, perhaps one school or one person, as of the data date."""

    instansi: Instansi
    tahun: int
    per: dt.date | None
    sekolah: int | None
    orang: int | None

    @property
    def day(self) -> dt.date:
        """The data date; today when nothing has been read."""
        return self.per or clock.today()


def as_json(command: F) -> F:
    """Add --json."""
    return click.option("--json", "as_json", is_flag=True, help="Cetak satu objek JSON.")(command)


def scoped(command: F) -> F:
    """Add --tahun, --sekolah and --nip."""
    for option in (
        click.option("--nip", help="Hanya satu orang."),
        click.option("--sekolah", "npsn", help="Hanya satu sekolah (NPSN)."),
        click.option("--tahun", type=click.IntRange(2022, 2100), help="Tahun kinerja."),
    ):
        command = option(command)
    return command


def identities(command: F) -> F:
    """Add --tampilkan-identitas."""
    text = "Tampilkan NIP utuh (bawaan: disamarkan)."
    return click.option("--tampilkan-identitas", "whole", is_flag=True, help=text)(command)


def day(context: click.Context, parameter: click.Parameter, value: str | None) -> dt.date | None:
    """Read a date option (2025-01-06)."""
    if value is None:
        return None
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"«{value}» bukan tanggal; tulis seperti 2025-01-06.") from None


def view(folder: Folder, tahun: int | None, npsn: str | None = None, nip: str | None = None) -> View:
    """Look up what the options name. Raises `DataError` when the school or the person is not known."""
    instansi = folder.need()
    sekolah = sekolah_id(folder.connection, instansi=instansi.id, npsn=npsn) if npsn else None
    if npsn and sekolah is None:
        raise DataError(
            f"NPSN {npsn} tidak ada di data yang diimpor.", langkah="Periksa nomornya, atau impor data sekolahnya."
        )
    orang = None
    if nip:
        orang = orang_id(folder.connection, instansi=instansi.id, nip=nip_rules.compact(nip))
        if orang is None:
            raise DataError(
                f"NIP {nip_rules.mask(nip)} tidak ada di data yang diimpor.",
                langkah="Periksa angkanya; bila benar, orangnya belum ada di berkas mana pun.",
            )
    return View(instansi, tahun or instansi.tahun, data_per(folder), sekolah, orang)

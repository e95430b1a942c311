"""selaras akun-latihan: whom a rehearsal can be tried with."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

import click

from selaras.cli.options import as_json
from selaras.cli.output import print_json, say
from selaras.galat import Stop
from selaras.jobs.access import rehearsal_accounts
from selaras.jobs.folder import opened


@click.command("akun-latihan")
@as_json
def akun_latihan(as_json: bool) -> None:
    """Tampilkan akun latihan dengan kode masuk baru; kode yang lama tidak berlaku lagi."""
    with opened() as folder:
        instansi = folder.need()
        if not instansi.latihan and not as_json:
            raise Stop("Folder ini berisi data nyata; akun latihan tidak ada.", langkah="Pakai «selaras kode».")
        made = rehearsal_accounts(folder) if instansi.latihan else []
    accounts = [dataclasses.asdict(one) for one in made]
    if as_json:
        plain = {"instansi": instansi.nama, "latihan": instansi.latihan, "hanya_baca": instansi.hanya_baca}
        print_json({**plain, "akun": accounts})
    else:
        show(accounts)


def show(accounts: Sequence[Mapping[str, str | None]]) -> None:
    """Print who can be tried, as which role, and how he comes in."""
    for one in accounts:
        place = f", {one['sekolah']}" if one["sekolah"] else ""
        say(f"  {one['peran']:<18} kode {one['kode']}   {one['nama']}{place}")
    if accounts:
        say("  Cara masuk: ketik kodenya (sekali pakai), atau tekan tombol My ASN dan pilih orangnya.")


COMMANDS = (akun_latihan,)

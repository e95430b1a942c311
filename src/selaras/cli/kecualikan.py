"""selaras kecualikan: take somebody out, with a reason and dates; a single person or a whole list."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from selaras.cli.options import as_json, day, identities
from selaras.cli.output import print_json, say, shown, table
from selaras.galat import DataError
from selaras.jobs.folder import actor, opened, run
from selaras.jobs.process import process
from selaras.kinerja import nip as nip_rules
from selaras.ledger import exceptions

COLUMNS = ("nomor", "nama", "nip", "kode", "alasan", "mulai", "sampai", "oleh")


@click.command()
@click.option("--nip", help="Orang yang dikecualikan.")
@click.option("--daftar", type=click.Path(path_type=Path), help="CSV: nip, kode, alasan, mulai, sampai.")
@click.option(
    "--kode",
    type=click.Choice(exceptions.CODES),
    default="X3",
    help="X1 pensiun/pindah, X2 di luar cakupan, X3 khusus.",
)
@click.option("--alasan", help="Alasan pengecualian (wajib).")
@click.option("--mulai", callback=day, help="Sejak kapan (bawaan: 1 Januari tahun kinerja).")
@click.option("--sampai", callback=day, help="Sampai kapan (bawaan: seterusnya).")
@click.option("--cabut", type=int, metavar="NOMOR", help="Cabut satu pengecualian.")
@identities
@as_json
def kecualikan(
    nip: str | None,
    daftar: Path | None,
    kode: str,
    alasan: str | None,
    mulai: dt.date | None,
    sampai: dt.date | None,
    cabut: int | None,
    whole: bool,
    as_json: bool,
) -> None:
    """Kecualikan orang dengan alasan dan tanggal; tanpa pilihan: tampilkan yang berlaku."""
    wishes = exceptions.read_list(daftar) if daftar else []
    if nip and not alasan:
        raise DataError("Alasan pengecualian belum diisi.", langkah='Tambahkan --alasan "...".')
    with opened() as folder:
        instansi = folder.need()
        if nip and alasan:
            since = mulai or dt.date(instansi.tahun, 1, 1)
            wishes.append(exceptions.Wish(nip_rules.compact(nip), kode, alasan, since, sampai))
        if wishes or cabut:
            with run(folder, "kecualikan") as number:
                done = exceptions.exclude(
                    folder.connection, instansi=instansi.id, run=number, oleh=actor(), wishes=wishes
                )
                if cabut:
                    exceptions.take_back(folder.connection, instansi=instansi.id, nomor=cabut, run=number)
                folder.connection.commit()
                process(folder, tahun=instansi.tahun, run=number)
            if not as_json:
                say(f"{done} orang dikecualikan." if done else "Pengecualian dicabut.")
        rows = exceptions.in_force(folder.connection, instansi=instansi.id)
    for row in rows:
        row["nip"] = shown(row["nip"], whole=whole)
    if as_json:
        print_json({"pengecualian": rows})
        return
    table(
        ("Nomor", "Nama", "NIP", "Kode", "Alasan", "Mulai", "Sampai", "Oleh"),
        [[row[name] for name in COLUMNS] for row in rows],
    )


COMMANDS = (kecualikan,)

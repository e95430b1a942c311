"""selaras periksa-sistem: whether this machine can carry Selaras."""

from __future__ import annotations

import click

from selaras.cli.options import as_json
from selaras.cli.output import print_json, table
from selaras.database import data_folder
from selaras.jobs.system import examine


@click.command("periksa-sistem")
@as_json
def periksa_sistem(as_json: bool) -> int:
    """Periksa disk, memori, jam, PostgreSQL, huruf, dan hak akses."""
    found = examine(data_folder())
    if as_json:
        print_json({"pemeriksaan": [{"nama": p.nama, "beres": p.beres, "kalimat": p.kalimat} for p in found]})
    else:
        table(
            ("Pemeriksaan", "Hasil", "Keterangan"),
            [(p.nama, "beres" if p.beres else "PERLU DILIHAT", p.kalimat) for p in found],
        )
    return 0 if all(p.beres for p in found) else 1


COMMANDS = (periksa_sistem,)

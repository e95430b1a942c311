"""selaras predikat: what the matrix gives for two ratings."""

from __future__ import annotations

import click

from selaras.cli.options import as_json
from selaras.cli.output import print_json, say
from selaras.galat import DataError
from selaras.kinerja import predikat as rules
from selaras.kinerja import rating
from selaras.kinerja.putusan import AturanError


@click.command()
@click.argument("hasil")
@click.argument("perilaku")
@as_json
def predikat(hasil: str, perilaku: str, as_json: bool) -> None:
    """Predikat menurut matriks dari rating hasil kerja dan perilaku kerja."""
    try:
        code = rules.dari(rating.parse(hasil), rating.parse(perilaku))
    except AturanError as error:
        raise DataError(str(error.kalimat), langkah="Tulis misalnya «Sesuai Ekspektasi».") from error
    if as_json:
        print_json({"predikat": rules.nama(code), "persen_ak": rules.persen_ak(code)})
    else:
        say(f"{rules.nama(code)} ({rules.persen_ak(code)} % angka kredit)")


COMMANDS = (predikat,)

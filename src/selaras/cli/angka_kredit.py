"""selaras angka-kredit: the conversion of a predikat, exact and as printed."""

from __future__ import annotations

import re

import click

from selaras.cli.options import as_json
from selaras.cli.output import print_json, say
from selaras.galat import DataError
from selaras.kinerja import angka_kredit as rules
from selaras.kinerja.putusan import AturanError

NUMBER = re.compile(r"[-+]?\d{1,9}([.,/]\d{1,9})?")  # 1e999999999 is a number too, and fills the memory


@click.command("angka-kredit")
@click.option("--jenjang", required=True, help="Misalnya: Ahli Pertama.")
@click.option("--predikat", required=True, help="Misalnya: Baik.")
@click.option("--bulan", required=True, help="Banyaknya bulan, 1 sampai 12.")
@click.option("--jenis", default="PNS", type=click.Choice(["PNS", "PPPK"]), help="Status kepegawaian.")
@as_json
def angka_kredit(jenjang: str, predikat: str, bulan: str, jenis: str, as_json: bool) -> None:
    """Angka kredit dari predikat: bulan / 12 x persen x koefisien."""
    try:
        if not NUMBER.fullmatch(bulan.strip()):
            raise rules.AngkaKreditError("BULAN_NOT_INTEGER")
        exact = rules.hitung(jenjang, predikat, bulan, jenis=jenis)
    except AturanError as error:
        raise DataError(str(error.kalimat)) from error
    if as_json:
        print_json({"angka_kredit": rules.cetak(exact), "tepat": str(exact)})
    else:
        say(f"{rules.cetak(exact)} (tepat {exact})")


COMMANDS = (angka_kredit,)

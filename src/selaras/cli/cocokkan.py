"""selaras cocokkan: read the target and compare; nothing is sent."""

from __future__ import annotations

from typing import Any

import click

from selaras.apply.gate import READ_ONLY
from selaras.cli.options import View, as_json, view
from selaras.cli.output import print_json, progress, say, table
from selaras.cli.rekap import add_up, exit_code, rekap_json
from selaras.jobs import transfer
from selaras.jobs.folder import Folder, opened, run
from selaras.ledger.balance import Balance
from selaras.verify.selectors import Comparison, comparison


@click.command()
@click.option("--tahun", type=click.IntRange(2022, 2100), help="Tahun kinerja.")
@click.option(
    "--terima-pengurangan", "shrink", is_flag=True, help="Terima bahwa banyak isian memang dihapus di e-Kinerja."
)
@as_json
def cocokkan(tahun: int | None, shrink: bool, as_json: bool) -> int:
    """Baca e-Kinerja, pastikan yang belum pasti, dan bandingkan kedua sisi."""
    with opened() as folder, run(folder, "cocokkan") as number, progress() as bar:
        seen = view(folder, tahun)
        found = None
        if not seen.instansi.hanya_baca:
            bar.stage("baca e-Kinerja")
            found = transfer.cocokkan(folder, tahun=seen.tahun, run=number, shrink=shrink)
        banding = found.banding if found else _known(folder, seen)
        books = add_up(folder, seen)
    if as_json:
        print_json({**rekap_json(books, seen), "cocokkan": told(found, banding), "hanya_baca": found is None})
    else:
        _show(found, banding, books)
    return exit_code(books)


def told(found: transfer.Matched | None, banding: Comparison) -> dict[str, Any]:
    """Give what a comparison found as --json shows it."""
    return {
        "sama": banding.sama,
        "beda": banding.beda,
        "belum_terlihat": banding.belum_terlihat,
        "tertahan": banding.tertahan,
        "ditolak": banding.ditolak,
        "dugaan_tepat": banding.dugaan_tepat,
        "dibaca_ulang": found.verified.dibaca if found else 0,
        "terlihat_sama": found.verified.cocok if found else 0,
        "terlihat_beda": found.verified.beda if found else 0,
    }


def _known(folder: Folder, seen: View) -> Comparison:
    """Compare what the imported reports say: a folder that is only read has no other way."""
    return comparison(folder.connection, instansi=seen.instansi.id, tahun=seen.tahun)


def _show(found: transfer.Matched | None, banding: Comparison, books: Balance) -> None:
    if found is None:
        say(READ_ONLY)
        say("Dibandingkan dari laporan yang terakhir diimpor.")
    else:
        say(f"Dibaca dari e-Kinerja: {found.dibaca} baris; dibaca ulang {found.verified.dibaca} kiriman.")
    rows = (("Sama", banding.sama), ("Berbeda", banding.beda), ("Belum terlihat di e-Kinerja", banding.belum_terlihat))
    table(("Kedua sisi", "#Isian"), rows)
    if banding.dugaan_tepat is not None:
        say(
            f"Penolakan yang sudah diduga: {banding.dugaan_tepat:.0%} "
            f"({banding.tertahan} tertahan lebih dulu, {banding.ditolak} ditolak)."
        )
    say(f"Selaras {books.keadaan['selaras']} dari {books.total}. Yang berbeda: selaras kendala")


COMMANDS = (cocokkan,)

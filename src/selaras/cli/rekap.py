"""selaras rekap: the balance."""

from __future__ import annotations

from typing import Any

import click

from selaras.cli.options import View, as_json, scoped, view
from selaras.cli.output import print_json, say, table
from selaras.jobs.folder import Folder, opened
from selaras.ledger.balance import Balance, balance
from selaras.ledger.keadaan import WORDS
from selaras.monitoring.texts import tanggal

DONE, ERROR, REMAIN, RED = 0, 1, 2, 3


@click.command()
@scoped
@as_json
def rekap(tahun: int | None, npsn: str | None, nip: str | None, as_json: bool) -> int:
    """Hitung seluruh pembukuan: berapa di keadaan apa, dan apakah seimbang."""
    with opened() as folder:
        if folder.instansi is None:
            return _empty(as_json)
        seen = view(folder, tahun, npsn, nip)
        books = add_up(folder, seen)
    if as_json:
        print_json(rekap_json(books, seen, npsn))
    else:
        show(books, seen)
    return exit_code(books)


def add_up(folder: Folder, seen: View) -> Balance:
    """Balance the books of a view."""
    return balance(
        folder.connection, instansi=seen.instansi.id, tahun=seen.tahun, sekolah=seen.sekolah, orang=seen.orang
    )


def exit_code(books: Balance) -> int:
    """Say by the exit code what the books say."""
    if books.seimbang is None:
        return ERROR
    if not books.seimbang:
        return RED
    done = books.keadaan["selaras"] + books.keadaan["dikecualikan"]
    return DONE if done == books.total else REMAIN


def rekap_json(books: Balance, seen: View, npsn: str | None = None) -> dict[str, Any]:
    """Give the balance as --json shows it."""
    return {
        "cakupan": {"instansi": seen.instansi.nama, "tahun": seen.tahun, "sekolah": npsn, "jenis": seen.instansi.jenis},
        "data_per": books.data_per,
        "total": books.total,
        "keadaan": books.keadaan,
        "dicatat_saja": books.dicatat_saja,
        "di_luar_cakupan": books.di_luar,
        "masuk": {"dibaca": books.dibaca, "ditolak": books.ditolak},
        "seimbang": books.seimbang,
    }


def show(books: Balance, seen: View) -> None:
    """Print the balance for people, with a bar per state."""
    mark = " [LATIHAN]" if seen.instansi.latihan else ""
    say(f"Rekap {seen.instansi.nama}{mark}, tahun {seen.tahun}, data per {tanggal(books.data_per)}")
    rows = [
        (WORDS[name], number, _bar(number, books.total))
        for name, number in books.keadaan.items()
        if number or name == "selaras"
    ]
    table(("Keadaan", "#Jumlah", "Bagian"), [*rows, ("Semua", books.total, "")])
    rows_in = f"Baris dibaca {books.dibaca}, ditolak {books.ditolak}, di luar cakupan {books.di_luar}."
    say(f"Dicatat saja: {books.dicatat_saja}. {rows_in}")
    say(
        {True: "Pembukuan seimbang.", False: "PEMBUKUAN TIDAK SEIMBANG.", None: "Belum ada data yang dibaca."}[
            books.seimbang
        ]
    )


def _bar(number: int, total: int) -> str:
    share = number / total if total else 0
    return f"{'█' * round(share * 24):<24} {share:.0%}"


def _empty(as_json: bool) -> int:
    if as_json:
        print_json({"cakupan": {}, "data_per": None, "total": 0, "keadaan": {}, "dicatat_saja": 0,
                    "masuk": {"dibaca": 0, "ditolak": 0}, "seimbang": None})  # fmt: skip
    else:
        say("Belum ada data yang dibaca. Jalankan: selaras kerjakan FOLDER_LAPORAN")
    return ERROR


COMMANDS = (rekap,)

"""selaras nomor: check NIP, NIK, NUPTK and NPSN."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterator
from typing import Any

import click

from selaras.cli.options import as_json, day
from selaras.cli.output import print_json, table
from selaras.kinerja import nik, nip, npsn, nuptk
from selaras.kinerja.putusan import Putusan

KINDS: dict[str, Callable[..., Putusan]] = {
    "nip": nip.periksa,
    "nik": nik.periksa,
    "nuptk": nuptk.periksa,
    "npsn": npsn.periksa,
}


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("jenis", type=click.Choice(list(KINDS)))
@click.argument("nilai", nargs=-1, required=True)
@click.option("--per", callback=day, help="Tanggal acuan, misalnya 2026-01-01.")
@as_json
def nomor(jenis: str, nilai: tuple[str, ...], per: dt.date | None, as_json: bool) -> int:
    """Periksa nomor; «-» membaca satu nomor per baris dari masukan standar."""
    verdicts = [KINDS[jenis](value, per=per) for value in _values(nilai)]
    if as_json:
        print_json({"nomor": [_line(verdict) for verdict in verdicts]})
    else:
        table(
            ("Nilai", "Putusan", "Kode", "Keterangan"),
            [(v.nilai, v.putusan, v.kode, v.kalimat if v.kode else "") for v in verdicts],
        )
    return 1 if any(verdict.putusan == "invalid" for verdict in verdicts) else 0


def _values(given: tuple[str, ...]) -> Iterator[str]:
    """Yield the numbers as text; bytes that are no UTF-8 become marks that no number has."""
    for value in given:
        if value == "-":
            for line in sys.stdin.buffer:
                yield line.decode("utf-8", "replace").strip("\r\n\ufeff")
        else:
            yield value.encode("utf-8", "replace").decode()


def _line(verdict: Putusan) -> dict[str, Any]:
    return {
        "nilai": verdict.nilai,
        "putusan": verdict.putusan,
        "kode": verdict.kode,
        "normal": verdict.normal,
        **verdict.bagian,
    }


COMMANDS = (nomor,)

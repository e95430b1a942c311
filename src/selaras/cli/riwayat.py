"""selaras riwayat: everything known about one teacher, both sides, with file and row."""

from __future__ import annotations

from typing import Any

import click

from selaras.cli.kendala import kendala_json, listed, show_lines
from selaras.cli.options import as_json, identities, view
from selaras.cli.output import print_json, say, table
from selaras.jobs.folder import opened, run
from selaras.kinerja import nik, nuptk
from selaras.kinerja import nip as nip_rules
from selaras.monitoring.history import history
from selaras.monitoring.texts import tanggal

_SECRET = {"nip": nip_rules.mask, "nik": nik.mask, "nuptk": nuptk.mask}
# What a table is headed and which fact stands below.
ACCOUNT = {
    "Sistem": "sistem",
    "Nama": "nama",
    "NIP": "nip",
    "NIK": "nik",
    "Sekolah": "sekolah",
    "UNOR": "unor",
    "Jabatan": "jabatan",
    "Padan karena": "padan",
}
RECORD = {
    "Sisi": "sisi",
    "Jenis": "jenis",
    "Periode": "periode",
    "Hasil": "hasil",
    "Perilaku": "perilaku",
    "Predikat": "predikat",
    "Berkas, baris": "tempat",
    "Data per": "data_per",
    "Berlaku": "berlaku",
}
ENTRY = {"Tahun": "tahun", "Jenis": "jenis", "Periode": "periode", "Keadaan": "keadaan", "Kode": "kode"}
STEP = {
    "Data per": "data_per",
    "Perintah": "perintah",
    "Jenis": "jenis",
    "Periode": "periode",
    "Dari": "dari",
    "Menjadi": "menjadi",
    "Kode": "kode",
}


@click.command()
@click.argument("nip")
@click.option("--tahun", type=click.IntRange(2022, 2100), help="Tahun kinerja.")
@identities
@as_json
def riwayat(nip: str, tahun: int | None, whole: bool, as_json: bool) -> int:
    """Semua yang diketahui tentang satu guru: kedua sisi, padanan, kendala, berkas dan barisnya."""
    with opened() as folder:
        seen = view(folder, tahun, None, nip)
        with run(folder, "riwayat", f"orang {seen.orang}"):
            told = history(folder.connection, orang=seen.orang or 0, instansi=seen.instansi.id)
        found = [item for item in listed(folder, seen) if item.tingkat != "instansi"]
    told["akun"] = [{key: _hide(key, value, whole) for key, value in row.items()} for row in told["akun"]]
    if as_json:
        print_json(
            {"riwayat": told, "kendala": [kendala_json(item, whole=whole) for item in found], "data_per": seen.per}
        )
        return 0
    say(f"Data per {tanggal(seen.per)}")
    _tables(told)
    if found:
        show_lines(found, whole=whole)
    return 0


def _hide(key: str, value: Any, whole: bool) -> Any:
    return value if whole or value is None or key not in _SECRET else _SECRET[key](value)


def _tables(told: dict[str, Any]) -> None:
    accounts = [{**row, "padan": f"{row['dasar']} ({row['oleh']})"} for row in told["akun"]]
    records = [
        {**row, "tempat": f"{row['berkas']}, {row['baris']}", "berlaku": "ya" if row["berlaku"] else "lama"}
        for row in told["catatan"]
        if row["jenis"] != "kegiatan"
    ]
    for title, columns, rows in (
        ("Akun dan padanan", ACCOUNT, accounts),
        ("Yang dikatakan tiap sisi", RECORD, records),
        ("Keadaan", ENTRY, told["entri"]),
        ("Perjalanan", STEP, told["perjalanan"]),
    ):
        table(tuple(columns), [[row[name] for name in columns.values()] for row in rows], title=title)


COMMANDS = (riwayat,)

"""selaras perubahan: what was finished, what is new, what came back between two data dates."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any

import click

from selaras.cli.options import as_json, day, identities, scoped, view
from selaras.cli.output import print_json, say, shown, table
from selaras.jobs.folder import opened
from selaras.kinerja import periode
from selaras.ledger.catalogue import shown as code_shown
from selaras.ledger.catalogue import texts
from selaras.monitoring.selectors import changes
from selaras.monitoring.texts import tanggal

KINDS = ("selesai", "baru", "kembali")


@click.command()
@click.option("--sejak", callback=day, required=True, help="Tanggal data yang dibandingkan, misalnya 2025-01-06.")
@click.option("--rinci", is_flag=True, help="Tampilkan nama, bukan hanya jumlah.")
@identities
@scoped
@as_json
def perubahan(
    sejak: dt.date, rinci: bool, whole: bool, tahun: int | None, npsn: str | None, nip: str | None, as_json: bool
) -> int:
    """Bandingkan dua tanggal data: selesai, baru, kembali."""
    with opened() as folder:
        seen = view(folder, tahun, npsn, nip)
        rows = changes(
            folder.connection,
            instansi=seen.instansi.id,
            tahun=seen.tahun,
            sejak=sejak,
            sekolah=seen.sekolah,
            orang=seen.orang,
        )
    lists: dict[str, list[dict[str, Any]]] = {
        kind: [_line(row, whole=whole) for row in rows if row["jenis"] == kind] for kind in KINDS
    }
    if as_json:
        print_json({"sejak": sejak, "sampai": seen.per, **lists})
        return 0
    say(f"Perubahan {seen.instansi.nama} dari data {tanggal(sejak)} ke data {tanggal(seen.per)}:")
    for kind in KINDS:
        counted = Counter(item["kode"] for item in lists[kind])
        title = f"{kind.capitalize()}: {len(lists[kind])}"
        if rinci:
            table(
                ("Kode", "Nama", "NIP", "Sekolah", "Periode"),
                [(i["kode"], i["nama"], i["nip"], i["sekolah"], ", ".join(i["periode"])) for i in lists[kind]],
                title=title,
            )
        else:
            table(
                ("Kode", "Kendala", "#Orang"),
                [(kode, texts()[kode].judul if kode in texts() else "", n) for kode, n in counted.most_common()],
                title=title,
            )
    return 0


def _line(row: dict[str, Any], *, whole: bool) -> dict[str, Any]:
    names = [*(["SKP"] if row["skp"] else []), *(periode.nama(slot) for slot in row["slots"] or [] if slot)]
    return {
        "kode": code_shown(row["kode"]) if row["kode"] else None,
        "nip": shown(row["nip"], whole=whole),
        "nama": row["nama"],
        "npsn": row["npsn"],
        "sekolah": row["sekolah"],
        "periode": names,
    }


COMMANDS = (perubahan,)

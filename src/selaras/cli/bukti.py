"""selaras bukti: what was carried over for one teacher, and how it was seen; the evidence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import click

from selaras.cli.options import as_json, identities, view
from selaras.cli.output import print_json, say, shown, table
from selaras.config import clock
from selaras.jobs.folder import opened, run
from selaras.monitoring.texts import tanggal
from selaras.plan.values import said
from selaras.verify.selectors import evidence

SENT = {
    "Apa": "apa",
    "Rencana": "rencana",
    "Dari": "dari",
    "Menjadi": "menjadi",
    "Disetujui": "disetujui",
    "Jawaban": "jawab",
    "Dijawab": "dijawab",
    "Terlihat": "lihat",
    "Keadaan": "keadaan",
}


@click.command()
@click.argument("nip")
@click.option("--tahun", type=click.IntRange(2022, 2100), help="Tahun kinerja.")
@identities
@as_json
def bukti(nip: str, tahun: int | None, whole: bool, as_json: bool) -> int:
    """Bukti pemindahan satu guru: yang dikirim, jawaban, yang terlihat, dan siapa yang menyetujui."""
    with opened() as folder:
        seen = view(folder, tahun, None, nip)
        with run(folder, "bukti", f"orang {seen.orang}"):
            rows = evidence(folder.connection, orang=seen.orang or 0, instansi=seen.instansi.id, tahun=tahun)
    if as_json:
        print_json({"bukti": [_masked(row, whole=whole) for row in rows], "data_per": seen.per})
        return 0
    say(f"Bukti pemindahan, data per {tanggal(seen.per)}")
    if not rows:
        say("Belum ada yang dikirim untuk orang ini.")
        return 0
    lines = [_line(row) for row in rows]
    table(tuple(SENT), [[line[name] for name in SENT.values()] for line in lines])
    for row in rows:
        if row["sebab"]:
            say(f"Rencana {row['rencana']} nomor {row['nomor']}: {row['sebab']}")
    return 0


def _line(row: Mapping[str, Any]) -> dict[str, Any]:
    kind = 2 if row["jenis"] == "SKP" else 3
    answer = row["jawaban"] or {}
    return {
        "apa": row["periode"] or row["jenis"],
        "rencana": f"{row['rencana']}/{row['nomor']}",
        "dari": said(kind, row["lama"]) if row["lama"] else "(kosong)",
        "menjadi": said(kind, row["baru"]) if row["baru"] else f"ditarik: {row['alasan_tarik'] or '-'}",
        "disetujui": _approval(row),
        "jawab": " ".join(str(answer[name]) for name in ("hasil", "kode", "pesan") if answer.get(name)),
        "dijawab": _moment(row["dijawab_pada"]),
        "lihat": _seen(row),
        "keadaan": row["keadaan"],
    }


def _approval(row: Mapping[str, Any]) -> str:
    if not row["disetujui_oleh"]:
        return "-"
    sk = f", SK {row['nomor_sk']}" if row["nomor_sk"] else ""
    return f"{row['disetujui_oleh']} ({row['sebagai']}{sk}), {_moment(row['disetujui_pada'])}"


def _seen(row: Mapping[str, Any]) -> str:
    if row["cocok"] is None:
        return row["status"] if isinstance(row["status"], str) else "-"
    verdict = "sama" if row["cocok"] else "tidak sama"
    return f"{verdict}, {_moment(row['dilihat_pada'])}: {', '.join(row['kolom'])}"


def _moment(moment: dt.datetime | None) -> str:
    return f"{moment.astimezone(clock.ZONE):%d-%m-%Y %H:%M}" if moment else "-"


def _masked(row: Mapping[str, Any], *, whole: bool) -> dict[str, Any]:
    return {name: _hide(value, whole=whole) for name, value in row.items()}


def _hide(value: Any, *, whole: bool) -> Any:
    """Mask the numbers of persons inside what was sent and seen."""
    if not isinstance(value, dict):
        return value
    return {name: shown(inner, whole=whole) if name.endswith("nip") else inner for name, inner in value.items()}


COMMANDS = (bukti,)

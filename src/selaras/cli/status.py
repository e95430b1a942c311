"""selaras status: what runs in the background and how far it is, what waits, what stalled, the next sync."""

from __future__ import annotations

import datetime as dt
from typing import Any

import click

from selaras.cli.options import as_json
from selaras.cli.output import print_json, say, table
from selaras.config import clock
from selaras.jobs.folder import opened
from selaras.jobs.schedule import schedule_of
from selaras.jobs.status import Row
from selaras.jobs.status import status as gather

DONE, ERROR, RED = 0, 1, 3


@click.command()
@as_json
def status(as_json: bool) -> int:
    """Lihat yang sedang berjalan, antrean, sinkron terakhir dan berikutnya, dan kesehatan server."""
    with opened() as folder:
        found = gather(folder)
        sentence = schedule_of(folder.instansi.pengaturan).sentence() if folder.instansi else None
    if as_json:
        print_json(found)
    else:
        _show(found, sentence)
    return exit_code(found)


def exit_code(found: Row) -> int:
    """Say by the exit code whether somebody has to look: 3 the last sync left red books, 1 something is wrong."""
    last = found["sinkron_terakhir"]
    if last and last["hasil"] == "tidak seimbang":
        return RED
    failed = bool(last and last["hasil"] == "gagal")
    sick = any(not item["beres"] for item in found["server"])
    return ERROR if failed or sick or found["macet"] else DONE


def _show(found: Row, sentence: str | None) -> None:
    _running(found)
    if found["antrean"]:
        table(
            ("Antrean", "#Siap", "#Menunggu waktunya", "#Dikerjakan", "#Gagal"),
            [(q["nama"], q["siap"], q["terjadwal"], q["dikerjakan"], q["gagal"]) for q in found["antrean"]],
        )
    else:
        say("Antrean kosong.")
    alive = sum(worker["hidup"] for worker in found["pekerja"])
    say(f"Pekerja hidup: {alive}." if alive else "Tidak ada pekerja yang hidup. Jalankan: selaras worker")
    for job in found["macet"]:
        say(
            f"MACET: {job['pekerjaan']} #{job['nomor']}, pekerjanya mati. Pekerja lain mengambilnya dalam semenit; "
            "bila tidak ada yang hidup, jalankan «selaras worker»."
        )
    _sync(found, sentence)
    for item in found["server"]:
        if not item["beres"]:
            say(f"Server, {item['nama']}: {item['kalimat']}")
    if all(item["beres"] for item in found["server"]):
        say("Server: sehat.")


def _running(found: Row) -> None:
    rows = [_line(row) for row in found["berjalan"]]
    for sync in found["sinkron_berjalan"]:
        if sync["jumlah"]:
            name = f"rencana {sync['rencana']}"
            rows.append(("sinkron", sync["nomor"], name, *_figures(sync), ""))
    if not rows:
        say("Tidak ada yang sedang berjalan.")
    else:
        columns = ("Pekerjaan", "#Nomor", "Tahap", "#Selesai", "#Per detik", "#Sisa waktu", "Mesin")
        table(columns, rows, title="Sedang berjalan")
    for row in found["terputus"]:
        say(f"Terputus: {row['pekerjaan']} (proses {row['pid']} di {row['mesin']}) mati pada tahap {row['tahap']}.")


def _line(row: Row) -> tuple[object, ...]:
    return (row["pekerjaan"], row["nomor"], row["tahap"], *_figures(row), f"{row['mesin']} ({row['pid']})")


def _figures(row: Row) -> tuple[str, str, str]:
    total = f" dari {row['jumlah']}" if row["jumlah"] is not None else ""
    speed = f"{row['per_detik']:.1f}".replace(".", ",") if row["per_detik"] else ""
    return f"{row['sudah']}{total}", speed, duration(row["sisa_detik"])


def duration(seconds: float | None) -> str:
    """Write a span of time as people say it.

    >>> duration(3725), duration(41.2), duration(None)
    ('1 jam 2 menit', '42 detik', '')
    """
    if seconds is None:
        return ""
    whole = int(-(-seconds // 1))
    hours, minutes = whole // 3600, whole % 3600 // 60
    if hours:
        return f"{hours} jam {minutes} menit"
    return f"{minutes} menit {whole % 60} detik" if minutes else f"{whole} detik"


def _sync(found: Row, sentence: str | None) -> None:
    last = found["sinkron_terakhir"]
    if last:
        say(f"Sinkron terakhir {moment(last['selesai'])}: {last['hasil']}. {last['kalimat']}")
    else:
        say("Belum pernah ada sinkron.")
    if sentence:
        say(sentence)
    if found["ditunda"]:
        say(f"Satu sinkron menunggu waktunya: {moment(found['ditunda'])}.")
    if found["berikutnya"]:
        say(f"Sinkron berikutnya: {moment(found['berikutnya']['mulai'])}.")


def moment(value: dt.datetime | Any) -> str:
    """Write a moment in the zone of the office."""
    return f"{value.astimezone(clock.ZONE):%d-%m-%Y %H:%M} WIB"


COMMANDS = (status,)

"""selaras jadwal: when the instansi is synced by itself."""

from __future__ import annotations

from typing import Any

import click

from selaras.cli.options import as_json
from selaras.cli.output import print_json, say
from selaras.cli.status import moment
from selaras.config import clock
from selaras.jobs.folder import Folder, opened, run
from selaras.jobs.schedule import SETTING, Schedule, changed, schedule_of
from selaras.jobs.status import next_sync
from selaras.organisasi.services import instansi_set

READ_ONLY = "Tidak ada yang dikirim ke BKN. Selaras hanya membaca: sinkron hanya menghitung ulang."


@click.command()
@click.option("--jam", help="Jam mulai, misalnya 02:00 (WIB).")
@click.option("--hari", help="Hari, misalnya senin-jumat atau senin,rabu atau «setiap hari».")
@click.option("--jam-tenang", "tenang", help="Tidak ada yang dikirim dalam rentang ini, misalnya 06:00-18:00; - hapus.")
@click.option("--hidup/--mati", "hidup", default=None, help="Hidupkan atau matikan jadwal.")
@click.option("--sekarang", is_flag=True, help="Masukkan satu sinkron ke antrean sekarang, juga dalam jam tenang.")
@as_json
def jadwal(
    jam: str | None, hari: str | None, tenang: str | None, hidup: bool | None, sekarang: bool, as_json: bool
) -> None:
    """Lihat atau atur jadwal sinkron otomatis dan jam tenang."""
    with opened() as folder:
        plan = schedule_of(folder.need().pengaturan)
        if any(wish is not None for wish in (jam, hari, tenang, hidup)):
            plan = changed(plan, jam=jam, hari=hari, tenang=tenang, hidup=hidup, now=clock.now())
            _store(folder, plan)
        queued = _now(folder) if sekarang else None
        answer = {
            **plan.stored(),
            "berikutnya": next_sync(plan),
            "hanya_baca": folder.need().hanya_baca,
            "sinkron": queued,
        }
    if as_json:
        print_json(answer)
    else:
        _show(plan, answer, sekarang=sekarang)


def _store(folder: Folder, plan: Schedule) -> None:
    with run(folder, "jadwal"):
        instansi_set(folder.connection, instansi=folder.need().id, **{SETTING: plan.stored()})
        folder.connection.commit()


def _now(folder: Folder) -> int | None:
    from selaras.jobs.queue import enqueue_sinkron  # the queue is slow to load

    number = enqueue_sinkron(folder.connection, instansi=folder.need().id, paksa=True)
    folder.connection.commit()
    return number


def _show(plan: Schedule, answer: dict[str, Any], *, sekarang: bool) -> None:
    say(plan.sentence())
    coming = answer["berikutnya"]
    if coming:
        say(f"Sinkron berikutnya: {moment(coming['mulai'])}.")
        if coming["mulai"] != coming["slot"]:
            say(f"Jam {plan.jam:%H:%M} ada di dalam jam tenang: sinkron mundur sampai jam tenang selesai.")
        say("Jadwal berjalan selama ada «selaras worker» yang hidup.")
    if sekarang:
        queued = answer["sinkron"]
        say(f"Sinkron {queued} masuk antrean." if queued else "Sinkron sudah menunggu giliran; tidak ditambah.")
    if answer["hanya_baca"]:
        say(READ_ONLY)


COMMANDS = (jadwal,)

"""selaras kirim: carry out the sealed plan, with what is done, refused and unknown before one's eyes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TaskID, TextColumn, TimeRemainingColumn
from rich.text import Text

from selaras.apply.gate import READ_ONLY
from selaras.apply.services import close_plan, resume_plan
from selaras.apply.tally import Tally
from selaras.cli.options import View, as_json, scoped, view
from selaras.cli.output import err, print_json, say
from selaras.cli.rekap import ERROR, add_up, exit_code, rekap_json
from selaras.config import clock
from selaras.galat import DataError, Postponed
from selaras.jobs import plan as planning
from selaras.jobs import transfer
from selaras.jobs.folder import Folder, opened, run
from selaras.jobs.process import process
from selaras.ledger.balance import Balance


@click.command()
@click.option("--rencana", "number", type=int, metavar="N", help="Nomor rencana (bawaan: rencana yang terbuka).")
@scoped
@click.option("--pekerja", type=click.IntRange(1, 32), default=2, show_default=True, help="Berapa pengirim sekaligus.")
@click.option("--lanjut", is_flag=True, help="Lanjutkan rencana yang dijeda; yang batal dan ditolak diterima.")
@click.option("--tutup", metavar="ALASAN", help="Tutup rencana; yang belum dikirim batal.")
@click.option(
    "--coba-lagi", "handled", metavar="ALASAN", help="Sebab penolakan sudah ditangani: boleh direncanakan lagi."
)
@click.option("--sekarang", is_flag=True, help="Kirim juga dalam jam tenang.")
@as_json
def kirim(
    number: int | None,
    tahun: int | None,
    npsn: str | None,
    nip: str | None,
    pekerja: int,
    lanjut: bool,
    tutup: str | None,
    handled: str | None,
    sekarang: bool,
    as_json: bool,
) -> int:
    """Kirim rencana yang sudah disegel ke e-Kinerja, lalu baca ulang."""
    with opened() as folder:
        seen = view(folder, tahun, npsn, nip)
        if seen.instansi.hanya_baca:
            return _read_only(folder, seen, as_json=as_json)
        if handled is not None:
            return _try_again(folder, seen, handled, as_json=as_json)
        if npsn or nip:
            raise DataError(
                "Yang dikirim selalu seluruh rencana.", langkah="Batasi sekolah atau orangnya di selaras rencana."
            )
        plan = number or _current(folder, seen.tahun)
        if plan is None:
            return _nothing(folder, seen, as_json=as_json)
        with run(folder, "kirim", f"rencana {plan}") as running:
            if tutup is not None:
                return _close(folder, seen, plan, tutup, running, as_json=as_json)
            if lanjut:
                resume_plan(folder.connection, plan)
            with _bar(folder, plan) as bar:
                done = transfer.kirim(folder, plan=plan, run=running, workers=pekerja, paksa=sekarang, progress=bar)
            books = add_up(folder, seen)
    if as_json:
        print_json({**rekap_json(books, seen), "kirim": told(done), "hanya_baca": False})
    else:
        _show(done, books)
    failed = done.berhenti is not None and not isinstance(done.berhenti, Postponed)
    return ERROR if failed else exit_code(books)


def told(done: transfer.Outcome) -> dict[str, Any]:
    """Give what sending came to as --json shows it."""
    return {
        "rencana": done.plan,
        "operasi": done.n,
        "dijawab": done.tally.stored,
        "dipastikan": done.tally.settled,
        "ditolak": done.tally.refused,
        "batal": done.tally.lapsed,
        "belum_pasti": done.tally.unknown,
        "panggilan": done.tally.calls,
        "terlihat_sama": done.verified.cocok,
        "terlihat_beda": done.verified.beda,
        "berhenti": str(done.berhenti) if done.berhenti else None,
        "ditutup": done.ditutup,
    }


def _current(folder: Folder, tahun: int) -> int | None:
    plan = planning.current(folder, tahun=tahun)
    return plan.id if plan else None


def _try_again(folder: Folder, seen: View, alasan: str, *, as_json: bool) -> int:
    with run(folder, "kirim", "coba lagi") as running:
        freed = transfer.try_again(
            folder, tahun=seen.tahun, run=running, alasan=alasan, sekolah=seen.sekolah, orang=seen.orang
        )
        books = add_up(folder, seen)
    if as_json:
        print_json({**rekap_json(books, seen), "kirim": {"dilepas": freed}})
    else:
        say(f"{freed} penolakan dilepas dan boleh dikirim lagi. Berikutnya: selaras rencana.")
    return exit_code(books)


def _nothing(folder: Folder, seen: View, *, as_json: bool) -> int:
    books = add_up(folder, seen)
    if as_json:
        print_json({**rekap_json(books, seen), "kirim": None, "hanya_baca": False})
    else:
        say("Tidak ada rencana yang terbuka; tidak ada yang dikirim.")
        say(f"Selaras {books.keadaan['selaras']} dari {books.total}. Rencana baru: selaras rencana.")
    return exit_code(books)


def _close(folder: Folder, seen: View, plan: int, alasan: str, running: int, *, as_json: bool) -> int:
    lapsed = close_plan(folder.connection, plan, alasan=alasan, now=clock.now())
    process(folder, tahun=seen.tahun, run=running)
    books = add_up(folder, seen)
    if as_json:
        print_json({**rekap_json(books, seen), "kirim": {"rencana": plan, "batal": lapsed, "ditutup": True}})
    else:
        say(f"Rencana nomor {plan} ditutup; {lapsed} operasi yang belum dikirim batal.")
    return exit_code(books)


def _show(done: transfer.Outcome, books: Balance) -> None:
    tally = done.tally
    say(f"Rencana nomor {done.plan}: {tally.stored + tally.settled} dari {done.n} operasi tersimpan.")
    say(f"Ditolak {tally.refused}, batal {tally.lapsed}, belum pasti {tally.unknown}.")
    say(f"Dibaca ulang: {done.verified.cocok} sama, {done.verified.beda} tidak.")
    if done.berhenti:
        say(f"Berhenti: {done.berhenti}")
    elif not done.ditutup:
        say("Masih ada yang belum selesai; jalankan lagi perintah yang sama.")
    say(f"Selaras {books.keadaan['selaras']} dari {books.total}. Rinciannya: selaras rekap, selaras kendala.")


def _read_only(folder: Folder, seen: View, *, as_json: bool) -> int:
    books = add_up(folder, seen)
    if as_json:
        print_json({**rekap_json(books, seen), "kirim": None, "hanya_baca": True, "pesan": READ_ONLY})
    else:
        say(READ_ONLY)
        say("Yang tinggal ditekan orangnya sendiri: selaras tindak-lanjut")
        say(READ_ONLY)
    return exit_code(books)


class Gauge:
    """The live line: done of how many, refused, unknown, operations a second, time left."""

    def __init__(self, progress: Progress, task: TaskID) -> None:
        """Take a line of a bar."""
        self.progress, self.task = progress, task

    def __call__(self, tally: Tally) -> None:
        """Show how far all workers are together."""
        self.progress.update(
            self.task, completed=tally.done, ditolak=tally.refused, ragu=tally.unknown, batal=tally.lapsed
        )


class Speed(ProgressColumn):
    """Operations a second."""

    def render(self, task: Task) -> Text:
        """Write the speed of a line."""
        return Text(f"{task.speed:.0f}/detik" if task.speed else "")


@contextmanager
def _bar(folder: Folder, plan: int) -> Iterator[Gauge]:
    row = folder.connection.execute(
        "SELECT count(*) FROM operation WHERE plan_id = %s AND status IN (0, 1, 9)", (plan,)
    ).fetchone()
    folder.connection.commit()
    columns = (
        TextColumn("kirim {task.completed:.0f}/{task.total:.0f}"),
        BarColumn(),
        TextColumn("ditolak {task.fields[ditolak]}, batal {task.fields[batal]}, belum pasti {task.fields[ragu]}"),
        Speed(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=err, transient=True) as progress:
        total = int(row[0]) if row else 0
        yield Gauge(progress, progress.add_task("kirim", total=total, ditolak=0, ragu=0, batal=0))


COMMANDS = (kirim,)

"""selaras kerjakan: the whole job, from a folder of reports to the lists of who must do what."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from selaras.apply.gate import READ_ONLY
from selaras.cli.impor import closing_line, import_report, read, show_import, wishes
from selaras.cli.kendala import listed, show_groups
from selaras.cli.kirim import told
from selaras.cli.options import as_json, scoped, view
from selaras.cli.output import Bar, print_json, progress, say
from selaras.cli.rekap import ERROR, add_up, exit_code, rekap_json, show
from selaras.database import data_folder
from selaras.galat import Postponed
from selaras.jobs import carrying
from selaras.jobs.folder import Folder, opened, run
from selaras.jobs.importing import Outcome, Wish, ensure_instansi, files_of
from selaras.jobs.papers import write
from selaras.jobs.position import position
from selaras.jobs.process import process


@click.command()
@click.argument("folder_laporan", required=False, type=click.Path(path_type=Path))
@scoped
@click.option("--keluar", type=click.Path(path_type=Path, file_okay=False), help="Folder untuk berkas tindak lanjut.")
@click.option("--ringkas", is_flag=True, help="Cetak rekap saja, tanpa daftar kendala.")
@wishes
@as_json
def kerjakan(
    folder_laporan: Path | None,
    tahun: int | None,
    npsn: str | None,
    nip: str | None,
    keluar: Path | None,
    jenis: str | None,
    per: dt.date | None,
    shrink: bool,
    ringkas: bool,
    as_json: bool,
) -> int:
    """Impor, padankan, periksa, kirim bila bisa, rekap, dan tulis tindak lanjut."""
    paths = (folder_laporan,) if folder_laporan else ()
    with opened() as folder, run(folder, "kerjakan") as number, progress() as bar:
        instansi = ensure_instansi(folder, files_of(paths), tahun) if paths else folder.need()
        if not as_json and instansi.hanya_baca:
            say(READ_ONLY)
        year = tahun or instansi.tahun
        outcome = read(folder, paths, Wish(year, number, jenis, per, shrink), bar) if paths else Outcome()
        if instansi.hanya_baca:
            carrying.observe_pmm(folder, tahun=year, run=number, watch=carrying.Watch(bar.stage))
        carried = None if instansi.hanya_baca else _carry(folder, year, number, bar, shrink=shrink)
        processed = process(folder, tahun=year, run=number, progress=bar.stage)
        report = import_report(folder, outcome, year)
        seen = view(folder, year, npsn, nip)
        books = add_up(folder, seen)
        target = keluar or data_folder() / "tindak-lanjut" / f"{year}-per-{seen.day.isoformat()}"
        bar.stage("tindak lanjut")
        written = (
            write(position(folder, tahun=year, sekolah=seen.sekolah), target, per_sekolah=True, messages=True)
            if processed
            else []
        )
        found = list(listed(folder, seen))
    if as_json:
        print_json(
            {
                **rekap_json(books, seen, npsn),
                **report,
                "kirim": _told(carried),
                "hanya_baca": instansi.hanya_baca,
                "tindak_lanjut": {"folder": str(target), "berkas": len(written)},
            }
        )
    else:
        show_import(outcome, report)
        show(books, seen)
        if not ringkas:
            show_groups(found, seen)
        say(closing_line(report))
        say(f"Tindak lanjut: {target} (lembar sekolah di {target / 'sekolah'}, pesan di {target / 'pesan-wa'})")
        say(READ_ONLY if carried is None else sent(carried))
    return ERROR if outcome.gagal or _broken(carried) else exit_code(books)


def _carry(folder: Folder, tahun: int, number: int, bar: Bar, *, shrink: bool) -> carrying.Carried:
    watch = carrying.Watch(bar.stage, lambda tally: bar.stage(f"kirim: {tally.done} operasi"))
    carrying.observe(folder, tahun=tahun, run=number, shrink=shrink, watch=watch)
    return carrying.carry(folder, tahun=tahun, run=number, watch=watch)


def sent(carried: carrying.Carried) -> str:
    """Say in one sentence what was sent, and what the next step is when something waits."""
    if carried.plan is None:
        return "Tidak ada yang siap dikirim. Yang menunggu persetujuan: selaras setujui"
    if carried.outcome is None:
        return f"Rencana {carried.plan} belum dikirim: {carried.tunggu} Orang kedua: selaras rencana --setujui-kedua"
    done = carried.outcome
    line = f"Rencana {carried.plan}: {done.tally.stored + done.tally.settled} dari {done.n} operasi tersimpan"
    line += f", {done.verified.cocok} sudah terlihat sama."
    return f"{line} Berhenti: {done.berhenti}" if done.berhenti else line


def _told(carried: carrying.Carried | None) -> dict[str, object] | None:
    if carried is None:
        return None
    done = told(carried.outcome) if carried.outcome else {}
    return {"rencana": carried.plan, "tunggu": carried.tunggu, **done}


def _broken(carried: carrying.Carried | None) -> bool:
    stopped = carried.outcome.berhenti if carried and carried.outcome else None
    return stopped is not None and not isinstance(stopped, Postponed)


COMMANDS = (kerjakan,)

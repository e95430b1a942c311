"""selaras rencana: what would be sent, old -> new per school; seals it. Nothing is sent here."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import click
from rich.markup import escape
from rich.tree import Tree

from selaras.apply.gate import READ_ONLY
from selaras.cli.options import View, as_json, scoped, view
from selaras.cli.output import out, print_json, say, shown, table
from selaras.cli.rekap import add_up, exit_code
from selaras.documents.rencana import susun_json
from selaras.documents.rencana_isi import IsiRencana
from selaras.jobs import plan as job
from selaras.jobs.folder import Folder, actor, opened, run
from selaras.plan.values import Sealed

PEOPLE = 60  # names on the screen; the files hold all


@click.command()
@scoped
@click.option("--keluar", type=click.Path(path_type=Path, file_okay=False), help="Folder untuk JSON, Markdown, XLSX.")
@click.option("--lihat", is_flag=True, help="Tampilkan rencana yang terbuka tanpa membuat yang baru.")
@click.option(
    "--setujui-kedua", "reason", metavar="ALASAN", help="Orang kedua menyetujui rencana yang melewati ambang."
)
@click.option("--oleh", help="Nama yang menyetujui (bawaan: pengguna komputer ini).")
@as_json
def rencana(
    tahun: int | None,
    npsn: str | None,
    nip: str | None,
    keluar: Path | None,
    lihat: bool,
    reason: str | None,
    oleh: str | None,
    as_json: bool,
) -> int:
    """Susun dan segel rencana kirim: apa berubah dari apa, urut, per sekolah."""
    with opened() as folder, run(folder, "rencana") as number:
        seen = view(folder, tahun, npsn, nip)
        if seen.instansi.hanya_baca:
            return _read_only(folder, seen, as_json=as_json)
        if reason:
            job.agree(folder, tahun=seen.tahun, oleh=oleh or actor(), alasan=reason)
        made = _plan(folder, seen, number, keep=lihat or bool(reason))
        isi = job.content(folder, made, tahun=seen.tahun, run=number, sekolah=seen.sekolah, orang=seen.orang)
        files = job.write(isi, keluar) if keluar else []
        books = add_up(folder, seen)
    if as_json:
        print_json({**susun_json(isi), "hanya_baca": False, "berkas": [str(path) for path in files]})
    else:
        show(isi)
        for path in files:
            say(f"Ditulis: {path}")
    return exit_code(books)


def _plan(folder: Folder, seen: View, number: int, *, keep: bool) -> Sealed:
    known = job.under_way(folder, tahun=seen.tahun) or job.agreed(folder, tahun=seen.tahun)
    if keep and known is None:
        known = job.current(folder, tahun=seen.tahun)
    if known is not None:
        return job.shown(folder, known)
    if keep:
        return Sealed(None, ())
    return job.draw_up(folder, tahun=seen.tahun, run=number, sekolah=seen.sekolah, orang=seen.orang)


def show(isi: IsiRencana) -> None:
    """Print a plan for people: the tree per school, what waits for whom, what was left out and why."""
    say(isi.judul)
    for line in isi.ringkas:
        say(line)
    if isi.langkah:
        out.print(_tree(isi))
    if isi.ditinggal:
        rows = [(x.npsn, x.nama, shown(x.nip, whole=False), x.apa, x.alasan) for x in isi.ditinggal[:PEOPLE]]
        table(("NPSN", "Nama", "NIP", "Apa", "Sebab"), rows, title=f"Tidak ikut ({len(isi.ditinggal)})")
    if isi.menunggu:
        head = ("NPSN", "Sekolah", "#Menunggu", "#Janggal", "#Kepala sekolah", "#Admin instansi")
        table(head, isi.menunggu, title="Menunggu persetujuan (selaras setujui)")


def _tree(isi: IsiRencana) -> Tree:
    tree, people = Tree(f"{len(isi.langkah)} isian, lama → baru"), 0
    ordered = sorted(isi.langkah, key=lambda s: (s.npsn or "", s.seq))
    for (npsn, sekolah), steps in groupby(ordered, lambda s: (s.npsn, s.sekolah)):
        rows = list(steps)
        school = tree.add(escape(f"{sekolah or 'Tanpa sekolah'} ({npsn or '-'}): {len(rows)} isian"))
        persons: dict[tuple[str, str | None], Tree] = {}
        for step in rows:
            key = (step.nip, step.nama)
            if key not in persons:
                people += 1
                if people > PEOPLE:
                    continue
                persons[key] = school.add(escape(f"{step.nama or '?'} ({shown(step.nip, whole=False)})"))
            persons[key].add(escape(f"{step.seq}. {step.apa}: {step.dari} → {step.menjadi}"))
    if people > PEOPLE:
        tree.add("… selebihnya ada di berkas: selaras rencana --keluar FOLDER")
    return tree


def _read_only(folder: Folder, seen: View, *, as_json: bool) -> int:
    books = add_up(folder, seen)
    if as_json:
        print_json({"rencana": None, "hanya_baca": True, "pesan": READ_ONLY, "keadaan": books.keadaan})
        return exit_code(books)
    say(READ_ONLY)
    say(f"{books.keadaan['siap']} isian tinggal ditekan orangnya sendiri. Daftarnya: selaras tindak-lanjut")
    say(READ_ONLY)
    return exit_code(books)


COMMANDS = (rencana,)

"""selaras padan: pairs of accounts and of units that wait for a decision; decide and undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from selaras.cli.options import as_json, identities
from selaras.cli.output import print_json, say, shown, table
from selaras.jobs.folder import Folder, actor, opened, run
from selaras.jobs.process import process
from selaras.link import decisions
from selaras.monitoring.history import SIDES


@click.group(invoke_without_command=True)
@identities
@as_json
@click.pass_context
def padan(context: click.Context, whole: bool, as_json: bool) -> None:
    """Pasangan yang menunggu keputusan: orang dan unit kerja."""
    if context.invoked_subcommand:
        return
    with opened() as folder:
        instansi = folder.need().id
        pairs = decisions.suggestions(folder.connection, instansi=instansi)
        units = decisions.unit_suggestions(folder.connection, instansi=instansi)
        made = decisions.decided(folder.connection, instansi=instansi)
    for pair in pairs:
        pair["nip_a"], pair["nip_b"] = shown(pair["nip_a"], whole=whole), shown(pair["nip_b"], whole=whole)
    if as_json:
        print_json({"orang": pairs, "unor": units, "keputusan": made})
        return
    show_people(pairs)
    show_units(units)
    table(
        ("Nomor", "Keputusan", "Nama", "Nama", "Oleh", "Alasan"),
        [(m["nomor"], "sama" if m["sama"] else "beda", m["nama_a"], m["nama_b"], m["oleh"], m["alasan"]) for m in made],
        title="Keputusan yang berlaku. Batalkan: selaras padan batal NOMOR",
    )


def show_people(pairs: list[dict[str, Any]]) -> None:
    """Print the suggestions of people."""
    table(
        ("Akun", "Akun", "Skor", "Sisi sekolah", "Sisi BKN", "Karena"),
        [(p["akun_a"], p["akun_b"], p["skor"], _who(p, "a"), _who(p, "b"), _why(p["penjelasan"])) for p in pairs],
        title=f"Orang: {len(pairs)} usulan. Putuskan: selaras padan putuskan AKUN AKUN --sama|--beda",
    )


def _who(pair: dict[str, Any], side: str) -> str:
    return f"{pair[f'nama_{side}']} ({SIDES[pair[f'sistem_{side}']]}, {pair[f'nip_{side}']})"


def _why(explanation: dict[str, object]) -> str:
    parts = [f"kemiripan nama {explanation.get('nama')}"]
    parts += ["tanggal lahir sama"] if explanation.get("tanggal_lahir_sama") else []
    parts += ["sekolah sama"] if explanation.get("sekolah_sama") else []
    return ", ".join(parts)


def show_units(units: list[dict[str, object]]) -> None:
    """Print the suggestions of units."""
    names = ("unor", "nama_unor", "npsn", "nama_sekolah", "skor")
    table(
        ("UNOR", "Nama UNOR", "NPSN", "Nama sekolah", "Skor", "Pasti", "#Guru"),
        [(*(unit[name] for name in names), "ya" if unit["pasti"] else "ragu", unit["guru"]) for unit in units],
        title=f"Unit kerja: {len(units)} usulan. Terima semua yang pasti: selaras padan unor --setujui-pasti",
    )


@padan.command()
@click.argument("akun_a", type=int)
@click.argument("akun_b", type=int)
@click.option("--sama/--beda", required=True, default=None, help="Orang yang sama, atau bukan.")
@click.option("--alasan", help="Mengapa diputuskan begitu.")
def putuskan(akun_a: int, akun_b: int, sama: bool, alasan: str | None) -> None:
    """Putuskan apakah dua akun adalah orang yang sama."""
    _do(
        lambda folder: decisions.decide(
            folder.connection, instansi=folder.need().id, akun=(akun_a, akun_b), sama=sama, oleh=actor(), alasan=alasan
        )
    )
    say("Keputusan dicatat; padanan dan kendala dihitung ulang.")


@padan.command()
@click.argument("nomor", type=int)
def batal(nomor: int) -> None:
    """Batalkan satu keputusan tentang orang."""
    _do(lambda folder: decisions.undo(folder.connection, instansi=folder.need().id, putusan=nomor, oleh=actor()))
    say("Keputusan dibatalkan; padanan dihitung ulang.")


@padan.command()
@click.option("--setujui-pasti", is_flag=True, help="Terima semua usulan yang pasti sekaligus.")
@click.option("--tetapkan", nargs=2, metavar="UNOR NPSN", help="Tetapkan satu UNOR untuk satu sekolah.")
@click.option("--bukan-sekolah", type=int, metavar="UNOR", help="Tetapkan bahwa UNOR ini bukan sekolah.")
@click.option("--lepas", type=int, metavar="UNOR", help="Batalkan keputusan tentang satu UNOR.")
@as_json
def unor(
    setujui_pasti: bool, tetapkan: tuple[str, str] | None, bukan_sekolah: int | None, lepas: int | None, as_json: bool
) -> None:
    """Usulan padanan UNOR dan NPSN: lihat, terima, tetapkan, lepas."""
    accepted = 0

    def work(folder: Folder) -> None:
        nonlocal accepted
        instansi, connection = folder.need().id, folder.connection
        if setujui_pasti:
            accepted = decisions.accept_sure_units(connection, instansi=instansi, oleh=actor())
        if tetapkan:
            decisions.assign_unit(
                connection, instansi=instansi, unor=_number(tetapkan[0]), npsn=tetapkan[1], oleh=actor()
            )
        if bukan_sekolah is not None:
            decisions.assign_unit(connection, instansi=instansi, unor=bukan_sekolah, npsn=None, oleh=actor())
        if lepas is not None:
            decisions.release_unit(connection, instansi=instansi, unor=lepas, oleh=actor())

    if setujui_pasti or tetapkan or bukan_sekolah is not None or lepas is not None:
        _do(work)
    with opened() as folder:
        units = decisions.unit_suggestions(folder.connection, instansi=folder.need().id)
    if as_json:
        print_json({"diterima": accepted, "usulan": units})
        return
    if setujui_pasti:
        say(f"{accepted} padanan pasti diterima.")
    show_units(units)


def _number(text: str) -> int:
    if not text.isdigit():
        raise click.BadParameter(f"«{text}» bukan nomor UNOR; lihat kolom UNOR di «selaras padan unor».")
    return int(text)


def _do(work: Callable[[Folder], None]) -> None:
    """Decide, then bring links, findings and states up to date, in one run."""
    with opened() as folder, run(folder, "padan") as number:
        work(folder)
        folder.connection.commit()
        process(folder, tahun=folder.need().tahun, run=number)


COMMANDS = (padan,)

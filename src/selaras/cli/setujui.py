"""selaras setujui: look at what waits, approve or return it, decide where the sides differ, lock the final report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from selaras.apply.gate import READ_ONLY
from selaras.cli.options import View, as_json, day, scoped, view
from selaras.cli.output import print_json, say
from selaras.cli.rekap import ERROR, add_up, exit_code
from selaras.cli.setujui_tampil import show_done, show_waiting, shown_json
from selaras.galat import DataError
from selaras.jobs import review
from selaras.jobs.folder import Folder, opened, run
from selaras.jobs.review import Speaker
from selaras.review.selectors import Waiting
from selaras.review.services import Putusan

WORDS = (
    ("kembalikan", Putusan.KEMBALIKAN, "Kembalikan dengan alasan."),
    ("bawa-pmm", Putusan.BAWA_PMM, "Yang berbeda: bawa nilai PMM / Ruang GTK."),
    ("pertahankan", Putusan.PERTAHANKAN, "Yang berbeda: pertahankan nilai e-Kinerja."),
    ("tarik", Putusan.TARIK, "Yang sudah ditarik di Ruang GTK: tarik juga dari e-Kinerja."),
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the options ask for."""

    putusan: Putusan | None
    alasan: str | None
    semua: bool
    biasa: bool
    daftar: Path | None
    periode: str | None


def words(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add one option per word; each takes its reason."""
    for name, _, text in reversed(WORDS):
        command = click.option(f"--{name}", metavar="ALASAN", help=text)(command)
    return command


def speakers(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add who speaks, as what, by which decree."""
    for option in (
        click.option("--sk-sampai", callback=day, help="SK Plt./Plh. berlaku sampai."),
        click.option("--sk-mulai", callback=day, help="SK Plt./Plh. berlaku sejak."),
        click.option("--nomor-sk", help="Nomor SK Plt./Plh."),
        click.option("--sebagai", type=click.Choice(("admin", "kepala", "plt", "plh")), default="admin",
                     help="Kewenangan yang dipakai (bawaan: admin instansi)."),
        click.option("--oleh", help="Nama atau NIP yang memutuskan; kepala sekolah: NIP."),
    ):  # fmt: skip
        command = option(command)
    return command


@click.command()
@scoped
@click.option("--semua", is_flag=True, help="Setujui semua yang menunggu di cakupan ini, juga yang janggal.")
@click.option("--biasa", is_flag=True, help="Setujui yang sama dengan Ruang GTK dan tidak janggal.")
@click.option("--daftar", type=click.Path(path_type=Path), help="Daftar NIP (satu per baris, atau CSV berkolom nip).")
@click.option("--periode", help="Hanya SKP, atau hanya satu periode, misalnya TW4.")
@words
@speakers
@click.option("--laporan-akhir", "lock", is_flag=True, help="Kunci laporan akhir sekolah (--sekolah).")
@click.option("--buka-laporan-akhir", "unlock", metavar="ALASAN", help="Buka lagi laporan akhir sekolah (--sekolah).")
@click.option("--disetujui-oleh", "approver", help="Orang lain yang menyetujui pembukaan.")
@as_json
def setujui(
    tahun: int | None, npsn: str | None, nip: str | None, semua: bool, biasa: bool, daftar: Path | None,
    periode: str | None, kembalikan: str | None, bawa_pmm: str | None, pertahankan: str | None, tarik: str | None,
    oleh: str | None, sebagai: str, nomor_sk: str | None, sk_mulai: dt.date | None, sk_sampai: dt.date | None,
    lock: bool, unlock: str | None, approver: str | None, as_json: bool,
) -> int:  # fmt: skip
    """Periksa & setujui apa yang akan dikirim; tanpa pilihan: tampilkan yang menunggu."""
    reasons = (kembalikan, bawa_pmm, pertahankan, tarik)
    given = [(word[1], reason) for word, reason in zip(WORDS, reasons, strict=True) if reason is not None]
    if len(given) + bool(semua or biasa) + lock + (unlock is not None) > 1:
        raise DataError("Pilih satu putusan saja dalam satu perintah.")
    putusan, alasan = given[0] if given else (None, None)
    wish = Wish(putusan, alasan, semua, biasa, daftar, periode)
    speaker = Speaker(oleh, sebagai, nomor_sk, sk_mulai, sk_sampai)
    with opened() as folder, run(folder, "setujui") as number:
        seen = view(folder, tahun, npsn, nip)
        if seen.instansi.hanya_baca:
            return _read_only(folder, seen, as_json=as_json)
        if lock or unlock is not None:
            said = _report(folder, seen, number, speaker, unlock, approver)
            books = add_up(folder, seen)
            print_json({"laporan_akhir": said}) if as_json else say(said)
            return exit_code(books)
        return _words(folder, seen, number, speaker, wish, as_json=as_json)


def _words(folder: Folder, seen: View, number: int, speaker: Speaker, wish: Wish, *, as_json: bool) -> int:
    people = review.people_in(folder, wish.daftar) if wish.daftar else None
    acting = wish.putusan is not None or wish.semua or wish.biasa or people is not None or seen.orang is not None
    if wish.putusan is not None and not (seen.orang or seen.sekolah or people):
        raise DataError("Putusan ini harus menyebut siapa.", langkah="Tambahkan --nip, --daftar atau --sekolah.")
    items = review.listed(
        folder, tahun=seen.tahun, run=number, sekolah=seen.sekolah, orang=seen.orang, decided=wish.putusan is not None
    )
    items = [item for item in items if _wanted(item, wish, people)]
    if not acting:
        print_json(shown_json(items)) if as_json else show_waiting(items)
        return exit_code(add_up(folder, seen))
    who = review.authority_of(folder, speaker, seen.sekolah)
    putusan = wish.putusan or Putusan.SETUJU
    found = review.say_word(
        folder, who, [item.id for item in items], putusan, alasan=wish.alasan, tahun=seen.tahun, run=number
    )
    show_done(found, items, putusan, as_json=as_json)
    return ERROR if not found.n else exit_code(add_up(folder, seen))


def _wanted(item: Waiting, wish: Wish, people: set[int] | None) -> bool:
    if people is not None and item.orang_id not in people:
        return False
    if wish.periode and item.apa.casefold() != wish.periode.casefold():
        return False
    return item.biasa if wish.biasa else True


def _report(folder: Folder, seen: View, number: int, speaker: Speaker, reason: str | None, approver: str | None) -> str:
    if seen.sekolah is None:
        raise DataError("Sekolahnya belum disebut.", langkah="Tambahkan --sekolah NPSN.")
    who = review.authority_of(folder, speaker, seen.sekolah)
    if reason is None:
        review.lock(folder, who, seen.sekolah, tahun=seen.tahun, run=number)
        return f"Laporan akhir tahun {seen.tahun} dikunci. Sejak sekarang tidak ada yang dikirim untuk sekolah ini."
    review.unlock(folder, who, seen.sekolah, disetujui_oleh=approver or "", alasan=reason, tahun=seen.tahun, run=number)
    return f"Laporan akhir tahun {seen.tahun} dibuka lagi."


def _read_only(folder: Folder, seen: View, *, as_json: bool) -> int:
    if as_json:
        print_json({"menunggu": [], "hanya_baca": True, "pesan": READ_ONLY})
    else:
        say(f"{READ_ONLY} Tidak ada yang perlu disetujui di sini.")
    return exit_code(add_up(folder, seen))


COMMANDS = (setujui,)

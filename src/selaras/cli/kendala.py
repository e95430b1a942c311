"""selaras kendala: what stands in the way, whose move it is, and how many one repair frees."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import click

from selaras.cli.options import View, as_json, identities, scoped, view
from selaras.cli.output import print_json, say, shown, table
from selaras.jobs.folder import Folder, opened
from selaras.ledger.keadaan import WORDS
from selaras.monitoring.posisi import Kendala
from selaras.monitoring.selectors import kendala_list
from selaras.monitoring.texts import tanggal


@click.command()
@click.option("--kode", multiple=True, help="Hanya kode ini, misalnya U1 (boleh diulang).")
@click.option("--penanggung-jawab", "--pemilik", "owner", help="Hanya yang ditangani pihak ini, misalnya dinas.")
@click.option("--rinci", is_flag=True, help="Tampilkan tiap baris, bukan ringkasan.")
@identities
@scoped
@as_json
def kendala(
    kode: tuple[str, ...],
    owner: str | None,
    rinci: bool,
    whole: bool,
    tahun: int | None,
    npsn: str | None,
    nip: str | None,
    as_json: bool,
) -> int:
    """Daftar kendala: siapa harus memperbaiki apa, di mana, dan berapa guru terbebas."""
    with opened() as folder:
        seen = view(folder, tahun, npsn, nip)
        found = [item for item in listed(folder, seen) if _wanted(item, kode, owner)]
    if as_json:
        print_json({"kendala": [kendala_json(item, whole=whole) for item in found], "data_per": seen.per})
    elif rinci or kode or npsn or nip:
        show_lines(found, whole=whole)
    else:
        show_groups(found, seen)
    return 2 if any(item.keadaan != "catatan" for item in found) else 0


def listed(folder: Folder, seen: View) -> tuple[Kendala, ...]:
    """Read the findings of a view."""
    return kendala_list(
        folder.connection,
        instansi=seen.instansi,
        tahun=seen.tahun,
        per=seen.day,
        sekolah=seen.sekolah,
        orang=seen.orang,
    )


def _wanted(item: Kendala, kode: tuple[str, ...], owner: str | None) -> bool:
    by_code = not kode or item.kode.upper() in {one.upper() for one in kode}
    return by_code and (owner is None or owner.casefold() in item.penanggung_jawab.casefold())


def kendala_json(item: Kendala, *, whole: bool) -> dict[str, Any]:
    """Give one finding as --json shows it."""
    return {
        "kode": item.kode,
        "judul": item.judul,
        "tingkat": item.tingkat,
        "nip": shown(item.nip, whole=whole),
        "nip_pmm": shown(item.nip_pmm, whole=whole),
        "nama": item.nama,
        "npsn": item.npsn,
        "sekolah": item.sekolah,
        "periode": list(item.periode),
        "berkas": item.berkas,
        "lembar": item.lembar,
        "baris": item.baris,
        "keadaan": item.keadaan,
        "penanggung_jawab": item.penanggung_jawab,
        "di_mana": item.di_mana,
        "perkiraan_waktu": item.perkiraan_waktu,
        "membuka_jalan_bagi": item.membuka_jalan_bagi,
        "sebab": item.sebab,
        "langkah": item.langkah,
        "sejak": item.sejak,
    }


def show_groups(found: list[Kendala], seen: View) -> None:
    """Print who acts, what to mend, how often, how many people it frees; the owner who frees most comes first."""
    say(
        f"Kendala {seen.instansi.nama}, tahun {seen.tahun}, data per {tanggal(seen.per)}, menurut siapa yang bertindak:"
    )
    owners: dict[str, dict[str, list[Kendala]]] = defaultdict(lambda: defaultdict(list))
    for item in found:
        owners[item.penanggung_jawab][item.kode].append(item)
    rows: list[tuple[object, ...]] = []
    for owner, codes in sorted(owners.items(), key=lambda pair: -sum(map(_freed, pair[1].values()))):
        for number, (kode, items) in enumerate(sorted(codes.items(), key=lambda pair: -_freed(pair[1]))):
            rows.append(
                (owner if number == 0 else "", kode, items[0].judul, WORDS[items[0].keadaan], len(items), _freed(items))
            )
    table(("Siapa bertindak", "Kode", "Kendala", "Keadaan", "#Baris", "#Guru terbebas"), rows)


def _freed(items: list[Kendala]) -> int:
    return sum(item.membuka_jalan_bagi for item in items)


def show_lines(found: list[Kendala], *, whole: bool) -> None:
    """Print every finding, and once per code what to do."""
    rows = [
        (item.kode, WORDS[item.keadaan], item.nama or "", shown(item.nip, whole=whole), item.sekolah or "",
         ", ".join(item.periode), _place(item), item.membuka_jalan_bagi)
        for item in found
    ]  # fmt: skip
    table(("Kode", "Keadaan", "Nama", "NIP", "Sekolah", "Periode", "Berkas, baris", "#Guru terbebas"), rows)
    for item in {item.kode: item for item in found}.values():
        say(f"{item.kode} {item.judul}. {item.sebab}")
        say(f"   Langkah: {item.langkah} ({item.penanggung_jawab}; {item.perkiraan_waktu})")


def _place(item: Kendala) -> str:
    return (
        f"{item.berkas}{f' [{item.lembar}]' if item.lembar else ''}, baris {item.baris}"
        if item.berkas and item.baris
        else ""
    )


COMMANDS = (kendala,)
